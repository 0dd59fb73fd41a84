import { signedIn } from "#lib/auth/signed-in.ts";
import { answerUpload } from "#lib/files/uploads.ts";

/** Goes on with an upload where it broke off, says how far it came, or gives it up. */
export async function PATCH(request: Request): Promise<Response> {
  const user = await signedIn();
  return user?.role ? answerUpload(user.id, request) : new Response(null, { status: 404 });
}

export const HEAD = PATCH;
export const DELETE = PATCH;
