import { signedIn } from "#lib/auth/signed-in.ts";
import { respond } from "#lib/files/respond.ts";
import { findFile } from "#lib/materials/find-file.ts";

/** A material's file. "Not yours", "not yet" and "not there" are the same answer, also for somebody signed out. */
export async function GET(request: Request, { params }: { params: Promise<{ materialId: string }> }) {
  const user = await signedIn();
  const file = user && (await findFile(user, (await params).materialId));
  return file
    ? respond(request, file)
    : new Response("There is nothing here for you at the moment.", { status: 404 });
}

export const HEAD = GET;
