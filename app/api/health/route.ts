import { health } from "#lib/jobs/health.ts";

export const dynamic = "force-dynamic";

/** For whatever watches over the clinic: 200 when all is well, 503 when something that it needs is down. */
export async function GET(): Promise<Response> {
  const found = await health();
  return Response.json(found, { status: found.ok ? 200 : 503, headers: { "Cache-Control": "no-store" } });
}
