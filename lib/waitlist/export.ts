import Papa from "papaparse";
import type { Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { mayAdminister } from "#lib/auth/policy.ts";
import { now } from "#lib/clock/now.ts";
import { db } from "#lib/db/client.ts";
import { isId } from "#lib/db/is-id.ts";
import { type Entry, entrySelect, entryShown } from "./entry.ts";
import { inLine } from "./line-head.ts";

const perPage = 500;

const head = [
  "Group",
  "State",
  "Place in line",
  "Names",
  "Addresses",
  "Places",
  "Fewest places",
  "In line since",
  "Carried over from",
  "Passed over",
  "Paused",
  "Not asked before",
  "Held until",
  "Said yes",
];

/**
 * All lines, or one cohort's, as a spreadsheet for an admin: who applied, waits or is asked, in order. It is
 * read and handed on 500 at a time, so that a long line takes no more memory than a short one. Null where
 * there is no such cohort.
 */
export async function exportLines(
  actor: Staff,
  cohortId: string | null,
  at = now(),
): Promise<{ name: string; csv: AsyncGenerator<string> } | null> {
  if (!mayAdminister(actor)) return null;
  if (cohortId === null) {
    await record(db, actor, "waitlist.exported", null);
    return { name: "waitlists", csv: csvOf(null, at) };
  }
  if (!isId(cohortId)) return null;
  const cohort = await db.cohort.findUnique({ where: { id: cohortId }, select: { title: true } });
  if (!cohort) return null;
  await record(db, actor, "waitlist.exported", cohortId);
  return { name: `waitlist ${cohort.title}`, csv: csvOf(cohortId, at) };
}

async function* csvOf(cohortId: string | null, at: Temporal.Instant): AsyncGenerator<string> {
  // The mark by which spreadsheet programs know that it is UTF-8.
  yield `\uFEFF${row(head)}`;
  const places = new Map<string, number>();
  let after: string | undefined;
  do {
    const page = await db.enrollment.findMany({
      where: {
        state: { in: ["applied", "held", "waitlisted"] },
        cohort: { state: { in: ["open", "closed"] } },
        ...(cohortId && { cohortId }),
      },
      orderBy: [{ cohortId: "asc" }, ...inLine],
      take: perPage,
      ...(after && { cursor: { id: after }, skip: 1 }),
      select: { ...entrySelect, decisions: false, cohort: { select: { title: true, timeZone: true } } },
    });
    yield page
      .map(({ cohort, ...enrollment }) => {
        const waits = enrollment.state === "waitlisted";
        if (waits) places.set(enrollment.cohortId, (places.get(enrollment.cohortId) ?? 0) + 1);
        const entry = entryShown({ ...enrollment, decisions: [] }, at);
        return row(cellsOf(entry, cohort, waits ? places.get(enrollment.cohortId) : undefined));
      })
      .join("");
    after = page.length === perPage ? page.at(-1)?.id : undefined;
  } while (after);
}

function cellsOf(entry: Entry, { title, timeZone }: { title: string; timeZone: string }, place?: number) {
  const local = (instant: Temporal.Instant | null) =>
    instant
      ? instant
          .toZonedDateTimeISO(timeZone)
          .toPlainDateTime()
          .toString({ smallestUnit: "minute" })
          .replace("T", " ")
      : "";
  return [
    title,
    stateWords[entry.state as keyof typeof stateWords] ?? entry.state,
    place ?? "",
    entry.members.map(({ name }) => name).join("; "),
    entry.members.flatMap(({ email }) => email ?? []).join("; "),
    entry.seats,
    entry.fewest ?? "",
    local(entry.joinedAt),
    entry.carriedFrom ?? "",
    entry.passedOver,
    entry.paused ? "yes" : "",
    local(entry.restsUntil),
    local(entry.heldUntil),
    entry.members
      .filter(({ saidYes }) => saidYes)
      .map(({ name }) => name)
      .join("; "),
  ];
}

const stateWords = { applied: "applied", held: "asked", waitlisted: "waiting" };

/** One line of the file. What a spreadsheet would run as a formula is only text. */
function row(cells: (string | number)[]): string {
  return `${Papa.unparse([cells], { escapeFormulae: true })}\r\n`;
}
