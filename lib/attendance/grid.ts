import Papa from "papaparse";
import type { Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { cohortsOf } from "#lib/auth/policy.ts";
import { instantOf, localOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { db } from "#lib/db/client.ts";
import { isId } from "#lib/db/is-id.ts";
import { completionOf } from "./completion.ts";
import { takingPart } from "./enrolled.ts";
import { completionWords, markWords } from "./words.ts";

// More than any room holds.
const mostPeople = 200;

/** Who takes part in one of the actor's cohorts, and the mark that counts for each at each session. */
export async function loadGrid(actor: Staff, cohortId: string, at = now()) {
  if (!isId(cohortId)) return null;
  const cohort = await db.cohort.findFirst({
    where: { id: cohortId, ...cohortsOf(actor) },
    select: {
      id: true,
      title: true,
      state: true,
      format: true,
      timeZone: true,
      completeFrom: true,
      sessions: {
        orderBy: [{ startsAt: "asc" }, { position: "asc" }],
        select: { id: true, kind: true, title: true, startsLocal: true, endsAt: true, cancelledAt: true },
      },
    },
  });
  if (!cohort) return null;
  await record(db, actor, "attendance.seen", cohortId);
  const [members, attendance] = await Promise.all([
    db.member.findMany({
      where: {
        ...takingPart.member,
        party: { enrollments: { some: { cohortId, ...takingPart.enrollment } } },
      },
      orderBy: [{ partyId: "asc" }, { position: "asc" }],
      take: mostPeople,
      select: { person: { select: { id: true, name: true } } },
    }),
    db.attendance.findMany({
      where: { session: { cohortId } },
      select: { sessionId: true, personId: true, status: true, madeUpBy: true, online: true },
    }),
  ]);
  const marks = new Map(attendance.map((mark) => [`${mark.sessionId} ${mark.personId}`, mark]));
  const { sessions, completeFrom, ...head } = cohort;
  const meetings = sessions.map(({ startsLocal, endsAt, cancelledAt, ...session }) => ({
    ...session,
    startsLocal: localOf(startsLocal),
    over: Temporal.Instant.compare(instantOf(endsAt), at) <= 0,
    cancelled: cancelledAt !== null,
  }));
  return {
    ...head,
    completeFrom,
    sessions: meetings,
    people: members.map(({ person }) => {
      const row = meetings.map((meeting) => ({
        ...meeting,
        ...(marks.get(`${meeting.id} ${person.id}`) ?? noMark),
      }));
      return {
        ...person,
        marks: row.map(({ status, madeUpBy, online }) => ({ status, madeUpBy, online })),
        completion: completionOf(row, completeFrom),
      };
    }),
  };
}

/** The same as a spreadsheet. */
export async function exportGrid(actor: Staff, cohortId: string, at = now()) {
  const grid = await loadGrid(actor, cohortId, at);
  if (!grid) return null;
  const head = [
    "Name",
    ...grid.sessions.map(({ title, startsLocal }) => `${startsLocal.toPlainDate()} ${title}`),
  ];
  const rows = grid.people.map(({ name, marks, completion }) => [
    name,
    ...marks.map((mark) => markWords(mark, grid.format)),
    String(completion.attended),
    completion.state === "complete" ? "yes" : "",
    completionWords(completion),
  ]);
  const csv = Papa.unparse([[...head, "Attended", "Complete", "Standing"], ...rows], {
    escapeFormulae: true,
  });
  // The mark by which spreadsheet programs know that it is UTF-8.
  return { name: `attendance ${grid.title}`, csv: `\uFEFF${csv}` };
}

const noMark = { status: null, madeUpBy: null, online: null };
