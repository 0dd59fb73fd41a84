import { participant } from "#lib/auth/who.ts";
import { loadStillSeen } from "#lib/materials/still-seen.ts";

/** Of the materials that are kept on a device, those that whoever is signed in may still see. */
export async function GET(request: Request): Promise<Response> {
  const actor = await participant();
  const ids = new URL(request.url).searchParams.getAll("id");
  return Response.json(await loadStillSeen(actor, ids), {
    headers: { "Cache-Control": "private, no-store" },
  });
}
