import { ownDatabase } from "./support/database.ts";
import { lengthen } from "./support/long-line.ts";
import { compare, perSecond } from "./support/rounds.ts";

// How many times a second a chair that is added is offered to the line, and how often the board's pages are
// read, where 10,000 parties wait, beside the same where 100 do. At least half as often is at most twice the time.
const [many, few] = [10_000, 100];
const chairs = 10;
const reads = 10;

await using _ = await ownDatabase(4);
const { aCohort, alex, monday } = await import("#lib/testing/cast.ts");
const { resizeCohort } = await import("#lib/cohorts/resize.ts");
const { loadBoard } = await import("#lib/waitlist/board.ts");
const { loadWaitlists } = await import("#lib/waitlist/queries.ts");
const { searchSchema, searchWaitlists } = await import("#lib/waitlist/search.ts");
const { db } = await import("#lib/db/client.ts");
const at = monday.add({ hours: 1 });
const admin = await alex();

const aLine = async (parties: number) => {
  const cohortId = await aCohort({ capacity: 1, largestParty: 1 });
  await lengthen(cohortId, parties, monday.subtract({ hours: 24 * 300 }));
  return cohortId;
};
const linesOf = async () => ({ [many]: await aLine(many), [few]: await aLine(few) });
let lines = await linesOf();

/** Adds chairs one by one; each is offered to whoever is first. */
const promotion = (parties: number) => (round: number) => {
  const had = 1 + round * chairs;
  return perSecond(chairs, 1, (chair) => resizeCohort(admin, String(lines[parties]), had + chair + 1, at));
};

await compare(
  "promote, a long line beside a short one",
  { name: `${many} waiting`, round: promotion(many) },
  { name: `${few} waiting`, round: promotion(few) },
  0.5,
);

// Lines of which nobody has been offered anything yet.
await db.$executeRaw`UPDATE "Cohort" SET "state" = 'cancelled'`;
lines = await linesOf();
const perSecondOf = (read: () => Promise<unknown>) => perSecond(reads, 1, read);

const board = (parties: number, page: number) => () =>
  perSecondOf(() => loadBoard(admin, String(lines[parties]), page, at));

await compare(
  "the board's first page",
  { name: `${many} waiting`, round: board(many, 1) },
  { name: `${few} waiting`, round: board(few, 1) },
  0.5,
);
await compare(
  "the board's last page",
  { name: `${many} waiting`, round: board(many, many / 25) },
  { name: `${few} waiting`, round: board(few, few / 25) },
  0.5,
);

const overview = (parties: number, read: () => Promise<unknown>) => async () => {
  await db.$executeRaw`UPDATE "Cohort" SET "state" = 'cancelled'`;
  await db.$executeRaw`UPDATE "Cohort" SET "state" = 'open' WHERE "id" = ${lines[parties]}::uuid`;
  return perSecondOf(read);
};
// A search reads every name there is, and may take its time with them.
for (const [name, aim, read] of [
  ["every waitlist", 0.5, () => loadWaitlists(admin, 1, at)],
  ["a search", 0.1, () => searchWaitlists(admin, searchSchema.parse({ q: "Guest 99" }), 1, at)],
] as const) {
  await compare(
    name,
    { name: `${many} waiting`, round: overview(many, read) },
    { name: `${few} waiting`, round: overview(few, read) },
    aim,
  );
}

await db.$disconnect();
