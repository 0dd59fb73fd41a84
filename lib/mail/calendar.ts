import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import { settings } from "#lib/config/settings.ts";

type Meeting = { id: string; startsAt: Date; endsAt: Date };

/**
 * A calendar file of a cohort's meetings. Its instants are in UTC, which every calendar shows in its owner's
 * zone; a meeting keeps its UID, and a later file outranks an earlier one. What a locked phone shows of it
 * says nothing about the group (design rule 11).
 */
export function calendarOf(
  meetings: Meeting[],
  { place, joinUrl, url }: { place: string; joinUrl: string | null; url: string },
  at: Temporal.Instant,
  method: "PUBLISH" | "CANCEL" = "PUBLISH",
): string {
  const { CLINIC_EMAIL } = settings();
  const domain = CLINIC_EMAIL.slice(CLINIC_EMAIL.indexOf("@") + 1);
  const sequence = Math.floor(at.epochMilliseconds / 60_000);
  const calendar = ical({
    method: ICalCalendarMethod[method],
    prodId: { company: "Kindroom", product: "Sessions" },
  });
  for (const [index, { id, startsAt, endsAt }] of meetings.entries()) {
    calendar.createEvent({
      id: `session-${id}@${domain}`,
      sequence,
      stamp: at,
      start: startsAt,
      end: endsAt,
      summary: method === "CANCEL" ? "Group" : `Group, ${index + 1} of ${meetings.length}`,
      location: place || joinUrl,
      status: method === "CANCEL" ? ICalEventStatus.CANCELLED : undefined,
      description: joinUrl ? `Link to join: ${joinUrl}` : undefined,
      url,
    });
  }
  return calendar.toString();
}
