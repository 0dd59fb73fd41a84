import { signedIn } from "#lib/auth/signed-in.ts";
import { answerUpload } from "#lib/files/uploads.ts";

/** Begins to take a file for a material, in as many pieces as the line needs. For staff alone, asked before a byte is kept. */
export async function POST(request: Request): Promise<Response> {
  const user = await signedIn();
  return user?.role ? answerUpload(user.id, request) : new Response(null, { status: 404 });
}
