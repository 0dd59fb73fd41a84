import { findFeed } from "#lib/cohorts/feed.ts";

/** A calendar at its private address, read by calendar programs again and again. Reading it changes nothing. */
export async function GET(_: Request, { params }: { params: Promise<{ token: string }> }) {
  const calendar = await findFeed((await params).token);
  if (calendar === null) return new Response(null, { status: 404 });
  return new Response(calendar, {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": 'inline; filename="sessions.ics"',
      "Cache-Control": "private, no-store",
      "X-Robots-Tag": "noindex",
    },
  });
}
