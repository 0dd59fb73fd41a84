import { notFound } from "next/navigation";
import { participant } from "#lib/auth/who.ts";
import { loadMyCalendar } from "#lib/materials/my-queries.ts";

/** All sessions of a member's group as a calendar file. */
export async function GET(_: Request, { params }: { params: Promise<{ memberId: string }> }) {
  const calendar = await loadMyCalendar(await participant(), (await params).memberId);
  if (!calendar) notFound();
  return new Response(calendar, {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": 'attachment; filename="sessions.ics"',
      "Cache-Control": "private, no-store",
    },
  });
}
