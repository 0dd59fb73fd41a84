import { loadGuestEvenings } from "#lib/attendance/guest-evenings.ts";
import type { Participant, Staff } from "#lib/audit/actor.ts";
import { membershipsOf } from "#lib/auth/policy.ts";
import { dateOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { appUrl, settings } from "#lib/config/settings.ts";
import { db } from "#lib/db/client.ts";
import { isId } from "#lib/db/is-id.ts";
import { idOfToken, isGenuine, linkToken } from "#lib/links/token.ts";
import { feedOf, type Group } from "#lib/mail/calendar.ts";
import type { Prisma } from "../../prisma/generated/client.ts";

const shown = {
  id: true,
  title: true,
  state: true,
  place: true,
  joinUrl: true,
  sessions: {
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    select: { id: true, sequence: true, startsAt: true, endsAt: true, cancelledAt: true },
  },
} satisfies Prisma.CohortSelect;

/** What a party has, or had until the clinic cancelled the cohort. */
const seated = {
  OR: [{ state: { in: ["confirmed", "completed"] } }, { state: "cancelled", confirmedAt: { not: null } }],
} satisfies Prisma.EnrollmentWhereInput;

/**
 * The calendar at a private address: of a member, as long as they have a place, or of a member of staff, the cohorts
 * that they facilitate. Null for an address that we did not make, that was replaced, or whose owner has left.
 */
export async function findFeed(token: string, at = now()): Promise<string | null> {
  const id = idOfToken(token);
  if (!id) return null;
  return (await memberFeed(id, token, at)) ?? (await staffFeed(id, token, at));
}

async function memberFeed(id: string, token: string, at: Temporal.Instant): Promise<string | null> {
  const member = await db.member.findFirst({
    where: { id, state: "confirmed", person: { erasedAt: null } },
    select: {
      calendarVersion: true,
      party: {
        select: {
          enrollments: { where: seated, orderBy: { joinedAt: "asc" }, select: { cohort: { select: shown } } },
        },
      },
    },
  });
  if (!member || !isGenuine(token, "calendar", id, member.calendarVersion)) return null;
  const cohorts = member.party.enrollments.map(({ cohort }) => cohort);
  if (cohorts.length === 0) return null;
  const groups = cohorts.map((cohort) => groupOf(cohort, { url: `${appUrl()}/my` }));
  return feedOf(settings().CLINIC_NAME, [...groups, ...(await evenings(id, at))], at);
}

/**
 * The evenings that a member spends, or was to spend, in another group. The way into one that is online is on their
 * page alone: it opens every meeting of people who don't know them.
 */
async function evenings(memberId: string, at: Temporal.Instant): Promise<Group[]> {
  const url = `${appUrl()}/my/${memberId}/make-up`;
  const found = await loadGuestEvenings(memberId, at);
  return found.map(({ place, ...meeting }) => ({ place, joinUrl: null, url, meetings: [meeting] }));
}

async function staffFeed(id: string, token: string, at: Temporal.Instant): Promise<string | null> {
  const user = await db.user.findFirst({
    where: { id, role: { not: null } },
    select: { calendarVersion: true },
  });
  if (!user || !isGenuine(token, "staff-calendar", id, user.calendarVersion)) return null;
  const since = dateOf(at.subtract({ hours: 24 * 365 }));
  const cohorts = await db.cohort.findMany({
    where: { facilitators: { some: { userId: id } }, sessions: { some: { endsAt: { gt: since } } } },
    orderBy: { id: "desc" },
    take: 200,
    select: shown,
  });
  // Their own work, by the names that the public reads too.
  const groups = cohorts.map((cohort) =>
    groupOf(cohort, { name: cohort.title, url: `${appUrl()}/staff/cohorts/${cohort.id}` }),
  );
  return feedOf(settings().CLINIC_NAME, groups, at);
}

function groupOf(
  { state, place, joinUrl, sessions }: Prisma.CohortGetPayload<{ select: typeof shown }>,
  about: { name?: string; url: string },
): Group {
  const meetings = sessions.map((session) => ({
    ...session,
    cancelledAt: state === "cancelled" ? (session.cancelledAt ?? session.startsAt) : session.cancelledAt,
  }));
  return { ...about, place, joinUrl, meetings };
}

/** The private address of a member's calendar, for the member alone; null while they have no place. */
export async function loadMyFeed(actor: Participant, memberId: string) {
  if (!isId(memberId)) return null;
  const member = await db.member.findFirst({
    where: { AND: [{ id: memberId }, membershipsOf(actor)], party: { enrollments: { some: seated } } },
    select: { calendarVersion: true, person: { select: { name: true } } },
  });
  return (
    member && {
      name: member.person.name,
      url: feedUrl(linkToken("calendar", memberId, member.calendarVersion)),
    }
  );
}

/** The private address of the actor's own calendar. */
export async function loadStaffFeed(actor: Staff): Promise<string> {
  const { calendarVersion } = await db.user.findUniqueOrThrow({
    where: { id: actor.userId },
    select: { calendarVersion: true },
  });
  return feedUrl(linkToken("staff-calendar", actor.userId, calendarVersion));
}

function feedUrl(token: string): string {
  return `${appUrl()}/calendar/${token}`;
}
