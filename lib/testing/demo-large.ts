import { job } from "#lib/audit/actor.ts";
import { addStaff } from "#lib/auth/add-staff.ts";
import { dateOf, dateOfLocal } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { type PlannedSession, planSessions } from "#lib/cohorts/plan.ts";
import { settings } from "#lib/config/settings.ts";
import { db } from "#lib/db/client.ts";
import { inTransaction, type Tx } from "#lib/db/transaction.ts";
import { mindfulSelfCompassion } from "#lib/programs/built-in.ts";
import { demoCast, fillClinic } from "./demo.ts";

export type Size = { seed: number; cohorts: number; people: number; marks: number };

export const large: Size = { seed: 1, cohorts: 200, people: 5_000, marks: 50_000 };

type Row = Record<string, unknown>;
type Chance = () => number;

/** The demo, and around it the groups of many years. */
export async function fillLargeClinic(at = now(), size: Size = large): Promise<void> {
  await fillClinic(at);
  await addYears(at, size);
}

/**
 * Adds groups to the demo until there are as many as wanted: written as rows, a statement a table, since so many by
 * the verbs would take long. Every constraint and trigger holds for them. The same seed and instant make the same groups.
 */
export async function addYears(at = now(), { seed, cohorts, people, marks }: Size = large): Promise<void> {
  const staff: string[] = [];
  for (const [index, name] of colleagues.entries())
    staff.push(
      (
        await addStaff(
          db,
          job,
          { name, email: `colleague${index + 1}@willowstreet.example`, role: "facilitator" },
          at,
        )
      ).userId,
    );
  const sam = await db.user.findUniqueOrThrow({
    where: { email: demoCast.facilitator },
    select: { id: true },
  });
  const [program, library, ...counts] = await Promise.all([
    db.program.findFirstOrThrow({ where: { title: mindfulSelfCompassion.title }, select: { id: true } }),
    db.material.findMany({ where: { cohortId: null }, orderBy: { title: "asc" }, select: { id: true } }),
    db.cohort.count(),
    db.person.count(),
    db.attendanceMark.count(),
  ]);
  const [hasCohorts = 0, hasPeople = 0, hasMarks = 0] = counts;
  const chance = chanceOf(seed);
  const rows = groupsOf(chance, {
    at,
    programId: program.id,
    facilitators: [sam.id, ...staff],
    cohorts: cohorts - hasCohorts,
    people: people - hasPeople,
    marks: marks - hasMarks,
    materials: library.map(({ id }) => id),
  });
  const { AttendanceMark: made = [], ...groups } = rows;
  await inTransaction(async (tx) => {
    for (const [table, some] of Object.entries(groups)) await insert(tx, table, some);
  });
  // In pieces, the first a small one: what the trigger reads of each mark is planned by how much there is.
  await db.$executeRaw`ANALYZE`;
  for (let from = 0, to = 500; from < made.length; from = to, to += 5_000) {
    await inTransaction((tx) => insert(tx, "AttendanceMark", made.slice(from, to)));
    await db.$executeRaw`ANALYZE "AttendanceMark", "Attendance"`;
  }
  await db.$executeRaw`ANALYZE`;
}

type Wanted = {
  at: Temporal.Instant;
  programId: string;
  facilitators: string[];
  cohorts: number;
  people: number;
  marks: number;
  /** What the library has. */
  materials: string[];
};

/** The rows of each table, in the order in which they refer to each other. */
function groupsOf(
  chance: Chance,
  { at, programId, facilitators, cohorts, people, marks, materials }: Wanted,
) {
  const rows: Record<string, Row[]> = {};
  const add = (table: string, row: Row) => {
    rows[table] ??= [];
    rows[table].push(row);
    return row;
  };
  for (const table of [
    "Cohort",
    "CohortFacilitator",
    "Session",
    "Release",
    "Party",
    "Person",
    "Member",
    "Enrollment",
    "Acceptance",
    "Message",
    "AuditEvent",
    "AttendanceMark",
  ])
    rows[table] = [];
  const zone = settings().CLINIC_ZONE;
  const today = at.toZonedDateTimeISO(zone).toPlainDate();
  const domain = settings().CLINIC_EMAIL.split("@")[1];

  for (let group = 0; group < cohorts; group += 1) {
    const plan = planOf(group, today, zone, chance);
    const first = plan.sessions[0] as PlannedSession;
    const enrolled = Math.floor(((group + 1) * people) / cohorts) - Math.floor((group * people) / cohorts);
    const cohortId = id(chance);
    const before = first.startsAt.subtract({ hours: 24 * 40 });
    const facilitator = facilitators[group % facilitators.length] ?? facilitators[0];
    add("Cohort", {
      id: cohortId,
      programId,
      title: plan.title,
      state: "closed",
      format: pick(chance, ["inPerson", "online", "hybrid"]),
      timeZone: zone,
      place: pick(chance, ["Willow Street, second floor", "Willow Street, garden room"]),
      feeCents: 42_000,
      capacity: enrolled,
      createdAt: dateOf(before),
    });
    add("CohortFacilitator", { cohortId, userId: facilitator });
    for (const { startsLocal, startsAt, endsAt, ...session } of plan.sessions) {
      const sessionId = id(chance);
      add("Session", {
        id: sessionId,
        cohortId,
        ...session,
        startsLocal: dateOfLocal(startsLocal),
        startsAt: dateOf(startsAt),
        endsAt: dateOf(endsAt),
      });
      add("Release", { id: id(chance), sessionId, materialId: pick(chance, materials) });
    }
    for (let left = enrolled; left > 0; ) {
      const seats = Math.min(left, chance() < 0.08 ? 3 : chance() < 0.5 ? 2 : 1);
      left -= seats;
      const [partyId, enrollmentId] = [id(chance), id(chance)];
      const joined = before.add({ minutes: left * 60 + 7 });
      const surname = pick(chance, surnames);
      add("Party", { id: partyId, createdAt: dateOf(joined) });
      add("Enrollment", {
        id: enrollmentId,
        partyId,
        cohortId,
        state: "confirmed",
        seats,
        joinedAt: dateOf(joined),
        confirmedAt: dateOf(joined.add({ hours: 3 })),
      });
      add("AuditEvent", {
        at: dateOf(joined),
        actorKind: "visitor",
        action: "enrollment.placed",
        subjectId: enrollmentId,
      });
      for (let position = 1; position <= seats; position += 1) {
        const [personId, memberId] = [id(chance), id(chance)];
        const name = `${pick(chance, firstNames)} ${surname}`;
        const email = `${name.toLowerCase().replaceAll(/\W+/g, ".")}.${rows.Person?.length}@example.org`;
        add("Person", { id: personId, name, email, createdAt: dateOf(joined) });
        add("Member", {
          id: memberId,
          partyId,
          personId,
          position,
          state: "confirmed",
          answeredAt: dateOf(joined),
        });
        add("Acceptance", { enrollmentId, memberId, at: dateOf(joined.add({ hours: 2 })) });
        const messageId = id(chance);
        add("Message", {
          id: messageId,
          direction: "outgoing",
          state: "sent",
          messageId: `${messageId}@${domain}`,
          address: email,
          name,
          subject: "You are enrolled",
          template: "enrolled",
          props: { memberId, enrollmentId },
          createdAt: dateOf(joined.add({ hours: 3 })),
          sentAt: dateOf(joined.add({ hours: 3 })),
        });
        for (const session of (rows.Session ?? []).slice(-plan.sessions.length)) {
          const startsAt = session.startsAt as Date;
          if (startsAt.getTime() > at.epochMilliseconds) continue;
          add("AttendanceMark", {
            tapId: id(chance),
            sessionId: session.id,
            personId,
            status: statusOf(chance),
            byUserId: facilitator,
            at: startsAt,
            receivedAt: startsAt,
          });
        }
      }
    }
  }
  // Some were marked twice: the later mark counts, and the earlier one is kept.
  const once = rows.AttendanceMark ?? [];
  const twice = Math.max(0, marks - once.length);
  if (once.length > 0)
    for (let index = 0; index < twice; index += 1) {
      const mark = once[(index * 7) % once.length] as Row;
      const at = new Date((mark.at as Date).getTime() + 600_000 + index);
      once.push({ ...mark, tapId: id(chance), status: "late", at, receivedAt: at });
    }
  return rows;
}

/** When a group meets, and what it is called: two are in the middle of it, two begin soon, all others are over. */
function planOf(group: number, today: Temporal.PlainDate, timeZone: string, chance: Chance) {
  const weeksAgo = [5, 2, -4, -9][group] ?? 14 + Math.floor((group - 4) * 2.4);
  const weekday = 1 + (group % 5);
  const firstOn = today.subtract({ weeks: weeksAgo }).add({ days: weekday - today.dayOfWeek });
  const startsAt = Temporal.PlainTime.from(pick(chance, ["10:00", "18:00", "18:30", "19:00"]));
  const season = [
    "Winter",
    "Winter",
    "Spring",
    "Spring",
    "Spring",
    "Summer",
    "Summer",
    "Summer",
    "Autumn",
    "Autumn",
    "Autumn",
    "Winter",
  ][firstOn.month - 1];
  const day = ["Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays"][weekday - 1];
  return {
    title: `${season} ${day} ${firstOn.year}`,
    sessions: planSessions(mindfulSelfCompassion.sessions, { firstOn, startsAt, timeZone, skip: [] }),
  };
}

function statusOf(chance: Chance): string {
  const drawn = chance();
  if (drawn < 0.8) return "present";
  if (drawn < 0.86) return "late";
  if (drawn < 0.91) return "excused";
  return drawn < 0.98 ? "absent" : "madeUp";
}

/** Rows as they are, in one statement; columns that are not named keep their default. */
async function insert(tx: Tx, table: string, rows: Row[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first)
    .map((name) => `"${name}"`)
    .join(", ");
  await tx.$executeRawUnsafe(
    `INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::"${table}", $1::jsonb)`,
    JSON.stringify(rows),
  );
}

/** Numbers from 0 to 1 that the seed alone decides (mulberry32). */
function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function pick<T>(chance: Chance, from: readonly [T, ...T[]] | T[]): T {
  return from[Math.floor(chance() * from.length)] as T;
}

/** An id of the form that the database makes, from chance alone. */
function id(chance: Chance): string {
  const hex = Array.from({ length: 4 }, () =>
    Math.floor(chance() * 4_294_967_296)
      .toString(16)
      .padStart(8, "0"),
  ).join("");
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, "$1-$2-4$3-8$4-$5");
}

const colleagues = [
  "Ines Valera",
  "Tomasz Lis",
  "Wren Abara",
  "Hugo Sand",
  "Mirela Pop",
  "Kofi Asante",
  "Lotte Vos",
  "Aya Nakano",
  "Dario Conti",
  "Priya Nair",
  "Signe Holm",
  "Omar Said",
];
const firstNames = [
  "Ada",
  "Ben",
  "Cleo",
  "Dina",
  "Elio",
  "Fay",
  "Gus",
  "Hana",
  "Ivo",
  "Jo",
  "Kai",
  "Lena",
  "Mio",
  "Nell",
  "Otto",
  "Pia",
  "Quin",
  "Rae",
  "Sol",
  "Tess",
  "Uma",
  "Vito",
  "Wim",
  "Xenia",
  "Yara",
  "Zoe",
];
const surnames = [
  "Abel",
  "Brandt",
  "Cruz",
  "Dahl",
  "Ek",
  "Fontaine",
  "Gill",
  "Haas",
  "Ito",
  "Jansen",
  "Kaur",
  "Lund",
  "Moreau",
  "Novak",
  "Okoye",
  "Park",
  "Quist",
  "Rossi",
  "Sato",
  "Tran",
  "Ueda",
  "Vance",
  "Weiss",
  "Xu",
  "Young",
  "Zimmer",
];
