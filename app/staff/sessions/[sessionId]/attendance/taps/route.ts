import { notFound } from "next/navigation";
import { loadTaps } from "#lib/attendance/queries.ts";
import { tapsSchema } from "#lib/attendance/schema.ts";
import { takeTaps } from "#lib/attendance/take-taps.ts";
import { staff } from "#lib/auth/who.ts";
import { now } from "#lib/clock/now.ts";

// Not a Server Action: the address of one changes with each build, and a phone may have waited for the line meanwhile.

/** All marks of a session, and what time it is here. */
export async function GET(
  _: Request,
  { params }: RouteContext<"/staff/sessions/[sessionId]/attendance/taps">,
) {
  const actor = await staff();
  return answer(actor, (await params).sessionId, []);
}

/** Takes taps in, perhaps late and perhaps again; answers with all marks of the session. */
export async function POST(
  request: Request,
  { params }: RouteContext<"/staff/sessions/[sessionId]/attendance/taps">,
) {
  const actor = await staff();
  const { sessionId } = await params;
  // What another site can send in somebody's name is never of this type.
  const isJson = request.headers.get("content-type") === "application/json";
  const parsed = tapsSchema.safeParse(isJson ? await request.json().catch(() => null) : null);
  if (!parsed.success) {
    if (!(await loadTaps(actor, sessionId))) notFound();
    return new Response(null, { status: isJson ? 400 : 415 });
  }
  const taps = parsed.data.taps.map(({ at, ...tap }) => ({
    ...tap,
    at: Temporal.Instant.fromEpochMilliseconds(at),
  }));
  const outcome = await takeTaps(actor, sessionId, taps);
  if (!outcome.ok) notFound();
  return answer(actor, sessionId, outcome.value.left);
}

/** `left` are the ids of taps on people who have nothing to do with this session. */
export type TapsAnswer = {
  at: number;
  taps: NonNullable<Awaited<ReturnType<typeof loadTaps>>>;
  left: string[];
};

async function answer(actor: Parameters<typeof loadTaps>[0], sessionId: string, left: string[]) {
  const taps = await loadTaps(actor, sessionId);
  if (!taps) notFound();
  const body: TapsAnswer = { at: now().epochMilliseconds, taps, left };
  return Response.json(body, { headers: { "Cache-Control": "no-store" } });
}
