import type { DatesChangedProps } from "#emails/dates-changed.tsx";
import { localOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { dateWords, timeWords } from "#lib/clock/words.ts";
import { appUrl } from "#lib/config/settings.ts";
import { db } from "#lib/db/client.ts";
import { calendarOf } from "./calendar.ts";
import { clinic, type Load } from "./load.ts";
import { zoneTime } from "./load-party.ts";
import type { Letters } from "./template.ts";

type Ids = Letters["dates-changed"];

/** What changed, of those changes that still are one when the letter goes out. */
export const loadDatesChanged: Load<Ids, DatesChangedProps> = async (ids, { name }, secrets) => {
  const found = await db.enrollment.findFirst({
    where: { id: ids.enrollmentId, state: { in: ["confirmed", "completed"] } },
    select: {
      party: { select: { members: { where: { id: ids.memberId }, select: { linkVersion: true } } } },
      cohort: { select: { title: true, timeZone: true, sessions: { where: named(ids) } } },
    },
  });
  const [member] = found?.party.members ?? [];
  if (!found || !member || found.cohort.sessions.length === 0) return null;
  const { title, timeZone, sessions } = found.cohort;
  const changes = ids.changes.flatMap(({ sessionId, was, minutes }) => {
    const session = sessions.find(({ id }) => id === sessionId);
    if (!session) return [];
    const before = whenWords(Temporal.PlainDateTime.from(was), minutes);
    const after = session.cancelledAt ? null : whenWords(localOf(session.startsLocal), session.minutes);
    if (after === before) return [];
    return [{ title: session.title, before, after, reason: session.cancelReason }];
  });
  if (changes.length === 0) return null;
  const url = secrets.place(ids.memberId, member.linkVersion);
  return { name, clinic: clinic(), title, zone: zoneTime(timeZone), changes, url };
};

/** The calendar file that takes the meetings out again which don't take place; null when all of them do. */
export async function loadCancelledDates(ids: Ids, at = now()): Promise<string | null> {
  const sessions = await db.session.findMany({
    where: { ...named(ids), cancelledAt: { not: null } },
    orderBy: { position: "asc" },
    include: { cohort: { select: { place: true, joinUrl: true } } },
  });
  const [first] = sessions;
  return first ? calendarOf(sessions, { ...first.cohort, url: `${appUrl()}/my` }, at, "CANCEL") : null;
}

function named({ cohortId, changes }: Ids) {
  return { cohortId, id: { in: changes.map(({ sessionId }) => sessionId) } };
}

function whenWords(starts: Temporal.PlainDateTime, minutes: number): string {
  return `${dateWords(starts)}, ${timeWords(starts)} to ${timeWords(starts.add({ minutes }))}`;
}
