import { signedIn } from "#lib/auth/signed-in.ts";
import { appUrl } from "#lib/config/settings.ts";
import { respond } from "#lib/files/respond.ts";
import { findFile } from "#lib/materials/find-file.ts";

/** A material's file. "Not yours", "not yet" and "not there" are the same answer, also for somebody signed out. */
export async function GET(request: Request, { params }: { params: Promise<{ materialId: string }> }) {
  const { materialId } = await params;
  const user = await signedIn();
  const file = user && (await findFile(user, materialId, new URL(request.url).searchParams));
  if (file === "lapsed") return anew(request, `${appUrl()}/my/materials/${materialId}`);
  return file
    ? respond(request, file)
    : new Response("There is nothing here for you at the moment.", { status: 404 });
}

export const HEAD = GET;

/** A link lasts minutes. Whoever opens an older one is led to the page that has a new one; a player gets the words alone. */
function anew({ headers }: Request, page: string): Response {
  if (headers.get("sec-fetch-mode") === "navigate" && headers.get("sec-fetch-dest") === "document")
    return Response.redirect(page, 303);
  return new Response(`That link has expired. There is a new one at ${page}`, { status: 410 });
}
