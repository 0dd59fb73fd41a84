import ical, { type ICalCalendar, ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import { settings } from "#lib/config/settings.ts";

export type Meeting = {
  id: string;
  sequence: number;
  startsAt: Date;
  endsAt: Date;
  cancelledAt?: Date | null;
  /** Instead of the group's page. */
  url?: string;
  /** The make-up by which its owner comes as a guest: an event of its own, beside the group's meetings. */
  makeUpId?: string;
};

export type Group = {
  /** What its meetings are called; unless it is said, something that tells nothing about it. */
  name?: string;
  place: string;
  joinUrl: string | null;
  /** The page that a meeting leads to. */
  url: string;
  meetings: Meeting[];
};

/**
 * A calendar file of a cohort's meetings. Its instants are in UTC, which every calendar shows in its owner's
 * zone; a meeting keeps its UID, and a later file outranks an earlier one by the meeting's own number. What a
 * locked phone shows of it says nothing about the group (design rule 11).
 */
export function calendarOf(
  meetings: Meeting[],
  about: Omit<Group, "meetings">,
  at: Temporal.Instant,
  method: "PUBLISH" | "CANCEL" = "PUBLISH",
): string {
  const calendar = ical({
    method: ICalCalendarMethod[method],
    prodId: { company: "Kindroom", product: "Sessions" },
  });
  addMeetings(calendar, { ...about, meetings }, at, method === "CANCEL");
  return calendar.toString();
}

/** A calendar that is read again and again from one address: every meeting of somebody's groups, cancelled ones too. */
export function feedOf(name: string, groups: Group[], at: Temporal.Instant): string {
  const calendar = ical({
    name,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: "Kindroom", product: "Sessions" },
    ttl: 60 * 60,
  });
  for (const group of groups) addMeetings(calendar, group, at);
  return calendar.toString();
}

function addMeetings(
  calendar: ICalCalendar,
  { name = "Group", place, joinUrl, url, meetings }: Group,
  at: Temporal.Instant,
  allCancelled = false,
): void {
  const { CLINIC_EMAIL } = settings();
  const domain = CLINIC_EMAIL.slice(CLINIC_EMAIL.indexOf("@") + 1);
  const held = meetings.filter(({ cancelledAt }) => !allCancelled && !cancelledAt);
  for (const meeting of meetings) {
    const number = held.indexOf(meeting) + 1;
    calendar.createEvent({
      id: `${meeting.makeUpId ? `make-up-${meeting.makeUpId}` : `session-${meeting.id}`}@${domain}`,
      sequence: meeting.sequence,
      stamp: at,
      start: meeting.startsAt,
      end: meeting.endsAt,
      summary: number === 0 || meeting.makeUpId ? name : `${name}, ${number} of ${held.length}`,
      location: place || joinUrl,
      status: number === 0 ? ICalEventStatus.CANCELLED : undefined,
      description: joinUrl ? `Link to join: ${joinUrl}` : undefined,
      url: meeting.url ?? url,
    });
  }
}
