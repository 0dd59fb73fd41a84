import type { Group } from "#emails/_group.tsx";
import type { ApplicationDeclinedProps } from "#emails/application-declined.tsx";
import type { AppliedProps } from "#emails/applied.tsx";
import type { BackInLineProps } from "#emails/back-in-line.tsx";
import type { CohortCancelledProps } from "#emails/cohort-cancelled.tsx";
import type { CohortRunsProps } from "#emails/cohort-runs.tsx";
import type { EnrolledProps } from "#emails/enrolled.tsx";
import type { HoldLapsedProps } from "#emails/hold-lapsed.tsx";
import type { HoldReminderProps } from "#emails/hold-reminder.tsx";
import type { MovedProps } from "#emails/moved.tsx";
import type { OfferProps } from "#emails/offer.tsx";
import type { PartyChangedProps } from "#emails/party-changed.tsx";
import type { PartyGrewProps } from "#emails/party-grew.tsx";
import type { PartySplitProps } from "#emails/party-split.tsx";
import type { PleaseConfirmProps } from "#emails/please-confirm.tsx";
import type { TakenOutProps } from "#emails/taken-out.tsx";
import type { WaitlistedProps } from "#emails/waitlisted.tsx";
import type { WithdrawnProps } from "#emails/withdrawn.tsx";
import { dateOf, instantOf, localOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { dateWords, dayWords, momentWords, timeWords, zoneWords } from "#lib/clock/words.ts";
import { appUrl } from "#lib/config/settings.ts";
import { db } from "#lib/db/client.ts";
import { calendarOf } from "./calendar.ts";
import { clinic, type Load } from "./load.ts";
import type { Secrets } from "./secrets.ts";

type Ids = { memberId: string; enrollmentId: string };

export const loadPleaseConfirm: Load<Ids, PleaseConfirmProps> = async (ids, { name }, secrets) => {
  const party = await findParty(ids);
  const kept = party && keptUntil(party);
  if (!kept) return null;
  const invited = party.member.position > 1;
  return {
    ...common(party, name, secrets),
    ...kept,
    seats: party.seats,
    voice: invited
      ? { kind: "invited", writer: party.writer }
      : { kind: "writer", saidYes: party.member.acceptances.length > 0 },
  };
};

export const loadWaitlisted: Load<Ids, WaitlistedProps> = async (ids, { name }, secrets) => {
  const party = await findParty(ids);
  if (party?.state !== "waitlisted") return null;
  const writer = party.member.position > 1 ? party.writer : null;
  return { ...common(party, name, secrets), seats: party.seats, writer };
};

export const loadOffer: Load<Ids, OfferProps> = async (ids, { name }, secrets) => {
  const party = await findParty(ids);
  const kept = party && keptUntil(party);
  if (!kept || party.member.acceptances.length > 0) return null;
  const { forFewer, cohort } = party;
  return {
    ...common(party, name, secrets),
    ...kept,
    seats: party.seats,
    forFewer,
    declineKeeps: cohort.declineKeeps || forFewer,
  };
};

export const loadHoldReminder: Load<Ids, HoldReminderProps> = async (ids, { name }, secrets) => {
  const party = await findParty(ids);
  const kept = party && keptUntil(party);
  if (!kept || party.member.acceptances.length > 0) return null;
  return { ...common(party, name, secrets), ...kept, seats: party.seats };
};

export const loadEnrolled: Load<Ids, EnrolledProps> = async (ids, { name }, secrets) => {
  const party = await findParty(ids);
  if (party?.state !== "confirmed" && party?.state !== "completed") return null;
  return { ...common(party, name, secrets), ...datesOf(party), waitsElsewhere: await waitsElsewhere(ids) };
};

export const loadApplied: Load<Ids, AppliedProps> = async (ids, { name }, secrets) => {
  const party = await findParty(ids);
  if (party?.state !== "applied") return null;
  return { ...common(party, name, secrets), writer: party.member.position > 1 ? party.writer : null };
};

export const loadApplicationDeclined: Load<Ids & { words?: string }, ApplicationDeclinedProps> = async (
  ids,
  { name },
  secrets,
) => {
  const party = await findParty(ids);
  if (party?.state !== "declined") return null;
  return { ...common(party, name, secrets), words: ids.words ?? "", groupsUrl: appUrl() };
};

export const loadMoved: Load<Ids, MovedProps> = async (ids, { name }, secrets) => {
  const party = await findParty(ids);
  const from = party?.movedFrom?.cohort.title;
  if (!party || from === undefined) return null;
  const seated = party.state === "confirmed" || party.state === "completed";
  if (!seated && party.state !== "waitlisted") return null;
  const dates = seated ? datesOf(party) : null;
  return { ...common(party, name, secrets), from, since: sinceWords(party), dates };
};

export const loadCohortRuns: Load<Ids, CohortRunsProps> = async (ids, { name }, secrets) => {
  const party = await findParty(ids);
  if (!party?.cohort.runsAt || party.cohort.state === "cancelled") return null;
  if (party.state === "confirmed" || party.state === "completed")
    return { ...common(party, name, secrets), place: "sure" };
  if (party.state === "held") return { ...common(party, name, secrets), place: "asked" };
  const waits = party.state === "waitlisted" || party.state === "applied";
  return waits ? { ...common(party, name, secrets), place: "inLine" } : null;
};

export const loadCohortCancelled: Load<Ids, CohortCancelledProps> = async (ids, { name }, secrets) => {
  const party = await findParty(ids);
  if (party?.state !== "cancelled") return null;
  return { ...common(party, name, secrets), reason: party.cohort.cancelReason, since: sinceWords(party) };
};

/** The calendar file that goes with `enrolled` and `moved`. Its page is the signed-in one, because calendars are shared. Null for who only waits. */
export async function loadCalendar({ enrollmentId }: Ids, at = now()): Promise<string | null> {
  const { cohort, state } = await db.enrollment.findUniqueOrThrow({
    where: { id: enrollmentId },
    select: {
      state: true,
      cohort: {
        select: {
          place: true,
          joinUrl: true,
          sessions: {
            where: { cancelledAt: null },
            orderBy: { startsAt: "asc" },
            select: { id: true, sequence: true, startsAt: true, endsAt: true },
          },
        },
      },
    },
  });
  if (state !== "confirmed" && state !== "completed") return null;
  return calendarOf(cohort.sessions, { ...cohort, url: `${appUrl()}/my` }, at);
}

/** The calendar file that takes all meetings of a cancelled cohort out again, for who had a place in it. */
export async function loadCancelledCohort({ enrollmentId }: Ids, at = now()): Promise<string | null> {
  const { cohort, confirmedAt } = await db.enrollment.findUniqueOrThrow({
    where: { id: enrollmentId },
    select: {
      confirmedAt: true,
      cohort: {
        select: {
          place: true,
          joinUrl: true,
          sessions: {
            where: { endsAt: { gt: dateOf(at) } },
            orderBy: { startsAt: "asc" },
            select: { id: true, sequence: true, startsAt: true, endsAt: true },
          },
        },
      },
    },
  });
  if (!confirmedAt || cohort.sessions.length === 0) return null;
  return calendarOf(cohort.sessions, { ...cohort, url: `${appUrl()}/my` }, at, "CANCEL");
}

export const loadPartyChanged: Load<Ids, PartyChangedProps> = async (ids, { name }, secrets) => {
  const party = await findParty(ids);
  const remains = party && whatRemains(party);
  return remains ? { ...common(party, name, secrets), now: remains } : null;
};

export const loadPartySplit: Load<Ids, PartySplitProps> = async (ids, { name }, secrets) => {
  const party = await findParty(ids);
  const remains = party && (party.state === "applied" ? { state: "applied" as const } : whatRemains(party));
  return remains ? { ...common(party, name, secrets), now: remains } : null;
};

export const loadPartyGrew: Load<Ids, PartyGrewProps> = async (ids, { name }, secrets) => {
  const party = await findParty(ids);
  const kept = party && keptUntil(party);
  if (!party || !["applied", "held", "waitlisted"].includes(party.state)) return null;
  if (kept && party.member.acceptances.length > 0) return null;
  return {
    ...common(party, name, secrets),
    now: kept ? { state: "asked", keptUntil: kept.keptUntil } : { state: "inLine" },
  };
};

export const loadBackInLine: Load<Ids, BackInLineProps> = async (ids, { name }, secrets) => {
  const party = await findParty(ids);
  if (party?.state !== "waitlisted") return null;
  return { ...common(party, name, secrets), seats: party.seats };
};

export const loadHoldLapsed: Load<Ids, HoldLapsedProps> = async (ids, { name }, secrets) => {
  const party = await findParty(ids);
  return party && { ...common(party, name, secrets), seats: party.seats, groupsUrl: appUrl() };
};

export const loadWithdrawn: Load<Ids, WithdrawnProps> = async (ids, { name }, secrets) => {
  const party = await findParty(ids);
  return party && { ...common(party, name, secrets), groupsUrl: appUrl() };
};

/** Whether the party still has a place in another line, where it is asked nothing until it says so. */
async function waitsElsewhere({ memberId, enrollmentId }: Ids): Promise<boolean> {
  const lines = await db.enrollment.count({
    where: {
      id: { not: enrollmentId },
      state: { in: ["applied", "waitlisted"] },
      party: { members: { some: { id: memberId } } },
    },
  });
  return lines > 0;
}
export const loadTakenOut: Load<Ids, TakenOutProps> = async (ids, { name }, secrets) => {
  const party = await findParty(ids);
  return party?.state === "withdrawn" ? { ...common(party, name, secrets), groupsUrl: appUrl() } : null;
};

type Party = NonNullable<Awaited<ReturnType<typeof findParty>>>;

async function findParty({ memberId, enrollmentId }: Ids) {
  const member = await db.member.findUnique({
    where: { id: memberId },
    select: {
      id: true,
      position: true,
      linkVersion: true,
      acceptances: { where: { enrollmentId }, select: { at: true } },
      party: {
        select: {
          members: { where: { position: 1 }, select: { person: { select: { name: true } } } },
          enrollments: {
            where: { id: enrollmentId },
            select: {
              state: true,
              seats: true,
              holdExpiresAt: true,
              joinedAt: true,
              forFewer: true,
              movedFrom: { select: { cohort: { select: { title: true } } } },
              cohort: {
                select: {
                  title: true,
                  state: true,
                  runsAt: true,
                  cancelReason: true,
                  declineKeeps: true,
                  timeZone: true,
                  place: true,
                  joinUrl: true,
                  sessions: {
                    where: { cancelledAt: null },
                    orderBy: { position: "asc" },
                    select: { startsLocal: true, endsAt: true },
                  },
                },
              },
            },
          },
        },
      },
    },
  });
  const enrollment = member?.party.enrollments[0];
  if (!member || !enrollment) return null;
  return { ...enrollment, member, writer: member.party.members[0]?.person.name ?? "" };
}

function common({ member, cohort }: Party, name: string, secrets: Secrets) {
  return {
    name,
    clinic: clinic(),
    url: secrets.place(member.id, member.linkVersion),
    group: groupOf(cohort),
  };
}

type Cohort = { title: string; timeZone: string; place: string; sessions: { startsLocal: Date }[] };

/** What a letter says about a cohort; its first session comes first. */
export function groupOf({ title, timeZone, place, sessions }: Cohort): Group {
  const first = sessions[0];
  const start = first && localOf(first.startsLocal);
  return {
    title,
    begins: start
      ? `${dateWords(start)}, ${timeWords(start)}, ${zoneTime(timeZone)}`
      : "We are still finding the dates",
    place: place || "Online",
  };
}

function datesOf({ cohort: { sessions, timeZone, joinUrl } }: Party) {
  return {
    joinUrl,
    sessions: sessions.map(({ startsLocal, endsAt }) => {
      const start = localOf(startsLocal);
      const end = instantOf(endsAt).toZonedDateTimeISO(timeZone).toPlainTime();
      return `${dateWords(start)}, ${timeWords(start)} to ${timeWords(end)}`;
    }),
    zone: zoneTime(timeZone),
  };
}

/** The day since when the party waits, here or elsewhere before. */
function sinceWords({ joinedAt, cohort: { timeZone } }: Party): string {
  return dateWords(instantOf(joinedAt).toZonedDateTimeISO(timeZone).toPlainDate());
}

function keptUntil({ state, holdExpiresAt, cohort: { timeZone } }: Party) {
  if (state !== "held" || !holdExpiresAt) return null;
  const end = instantOf(holdExpiresAt);
  return {
    keptUntil: `${momentWords(end, timeZone)}, ${zoneTime(timeZone)}`,
    keptUntilDay: dayWords(end.toZonedDateTimeISO(timeZone).toPlainDate()),
  };
}

function whatRemains(party: Party): PartyChangedProps["now"] | null {
  if (party.state === "waitlisted") return { state: "inLine" };
  if (party.state === "confirmed" || party.state === "completed") return { state: "enrolled" };
  const kept = keptUntil(party);
  if (!kept) return null;
  return party.member.acceptances.length > 0
    ? { state: "enrolled" }
    : { state: "asked", keptUntil: kept.keptUntil };
}

/** "Toronto time". */
export function zoneTime(timeZone: string): string {
  return `${zoneWords(timeZone)} time`;
}
