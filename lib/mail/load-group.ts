import type { AnnouncementProps } from "#emails/announcement.tsx";
import type { MaterialsReleasedProps } from "#emails/materials-released.tsx";
import type { SessionReminderProps } from "#emails/session-reminder.tsx";
import { instantOf, localOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { counted, dateWords, timeWords } from "#lib/clock/words.ts";
import { appUrl } from "#lib/config/settings.ts";
import { db } from "#lib/db/client.ts";
import { clinic, type Load } from "./load.ts";
import { zoneTime } from "./load-party.ts";
import type { Letters } from "./template.ts";

/** Whoever has left the group since it was written is not written to any more. */
export const loadAnnouncement: Load<Letters["announcement"], AnnouncementProps> = async ({
  memberId,
  cohortId,
  subject,
  text,
  readers,
}) => {
  const stays = await db.member.count({ where: { id: memberId, ...inGroup({ cohortId }) } });
  return stays > 0 ? { clinic: clinic(), subject, text, readers } : null;
};

/** Not of a session that was moved or cancelled meanwhile, or has begun. */
export const loadSessionReminder: Load<Letters["session-reminder"], SessionReminderProps> = async (
  { memberId, sessionId, startsAt },
  { name },
  secrets,
) => {
  const session = await db.session.findFirst({
    where: { id: sessionId, cancelledAt: null },
    select: {
      cohortId: true,
      startsAt: true,
      startsLocal: true,
      cohort: { select: { title: true, timeZone: true, place: true, format: true } },
    },
  });
  if (!session) return null;
  const begins = instantOf(session.startsAt);
  if (!begins.equals(Temporal.Instant.from(startsAt)) || Temporal.Instant.compare(begins, now()) <= 0)
    return null;
  const member = await db.member.findFirst({
    where: { id: memberId, OR: [inGroup(session), asGuest(sessionId)] },
    select: {
      linkVersion: true,
      person: { select: { _count: { select: { makeUps: guestAt(sessionId) } } } },
    },
  });
  if (!member) return null;
  const guest = member.person._count.makeUps > 0;
  const starts = localOf(session.startsLocal);
  const { title, timeZone, place, format } = session.cohort;
  return {
    name,
    clinic: clinic(),
    day: isSameDay(begins, now(), timeZone) ? "Today" : "Tomorrow",
    title,
    time: timeWords(starts),
    when: `${dateWords(starts)}, ${timeWords(starts)}, ${zoneTime(timeZone)}`,
    where: format === "online" ? "Online. The way in is on your page." : place,
    guest,
    url: `${appUrl()}/my/${memberId}${guest ? "/make-up" : ""}`,
    chooseUrl: `${secrets.place(memberId, member.linkVersion)}/reminders`,
  };
};

/** Of what was taken back meanwhile nothing is said, and nothing at all when nothing else is there. */
export const loadMaterialsReleased: Load<Letters["materials-released"], MaterialsReleasedProps> = async (
  { memberId, releaseIds },
  { name },
) => {
  const releases = await db.release.findMany({
    where: {
      id: { in: releaseIds },
      takenBackAt: null,
      session: {
        cohort: {
          enrollments: {
            some: {
              state: { in: ["confirmed", "completed"] },
              party: { members: { some: { id: memberId, state: "confirmed" } } },
            },
          },
        },
      },
    },
    orderBy: { id: "asc" },
    select: {
      material: { select: { kind: true } },
      session: { select: { cohort: { select: { title: true } } } },
    },
  });
  if (releases.length === 0) return null;
  const kinds = releases.map(({ material }) => material.kind);
  return {
    name,
    clinic: clinic(),
    groups: [...new Set(releases.map(({ session }) => session.cohort.title))],
    what: (["recording", "handout", "link", "text"] as const)
      .map((kind) => [kinds.filter((one) => one === kind).length, kind] as const)
      .filter(([count]) => count > 0)
      .map(([count, kind]) => counted(count, kind))
      .join(", "),
    url: `${appUrl()}/my/${memberId}`,
  };
};

function isSameDay(one: Temporal.Instant, other: Temporal.Instant, timeZone: string): boolean {
  const [day, otherDay] = [one, other].map((each) => each.toZonedDateTimeISO(timeZone).toPlainDate());
  return Boolean(day && otherDay?.equals(day));
}

function inGroup({ cohortId }: { cohortId: string }) {
  return {
    state: "confirmed" as const,
    party: {
      enrollments: { some: { cohortId, state: { in: ["confirmed" as const, "completed" as const] } } },
    },
  };
}

function guestAt(hostSessionId: string) {
  return { where: { hostSessionId, state: "agreed" as const } };
}

function asGuest(hostSessionId: string) {
  return { state: "confirmed" as const, person: { makeUps: { some: guestAt(hostSessionId).where } } };
}
