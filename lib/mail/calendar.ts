import ical, { ICalCalendarMethod } from "ical-generator";
import { settings } from "#lib/config/settings.ts";

type Meeting = { id: string; position: number; startsAt: Date; endsAt: Date };

/**
 * A calendar file of a cohort's meetings. Its instants are in UTC, which every calendar shows in its owner's
 * zone; a meeting keeps its UID, and a later file outranks an earlier one. What a locked phone shows of it
 * says nothing about the group (design rule 11).
 */
export function calendarOf(
  meetings: Meeting[],
  { place, joinUrl, url }: { place: string; joinUrl: string | null; url: string },
  at: Temporal.Instant,
): string {
  const { CLINIC_EMAIL } = settings();
  const domain = CLINIC_EMAIL.slice(CLINIC_EMAIL.indexOf("@") + 1);
  const sequence = Math.floor(at.epochMilliseconds / 60_000);
  const calendar = ical({
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: "Kindroom", product: "Sessions" },
  });
  for (const { id, position, startsAt, endsAt } of meetings) {
    calendar.createEvent({
      id: `session-${id}@${domain}`,
      sequence,
      stamp: at,
      start: startsAt,
      end: endsAt,
      summary: `Group, ${position} of ${meetings.length}`,
      location: place || joinUrl,
      description: joinUrl ? `Link to join: ${joinUrl}` : undefined,
      url,
    });
  }
  return calendar.toString();
}
