import { expect, test } from "@playwright/test";
import pg from "pg";
import { decide } from "../lib/waitlist/decide.ts";
import { gather } from "./support/crowd.ts";
import { openForm, partyFields } from "./support/form.ts";
import { type Postgres, query, startPostgres } from "./support/postgres.ts";
import { freePort, runProgram, type Server, startServer } from "./support/program.ts";

test.describe.configure({ mode: "serial", timeout: 120_000 });

const secret = "a secret that three servers share, long enough";
const seats = 24;
/** Every second one is a couple. */
const parties = Array.from({ length: 200 }, (_, at) =>
  at % 2 ? [`Single ${at}`] : [`First ${at}`, `Second ${at}`],
);

let postgres: Postgres;
let database: string;
let cohortId: string;
const clinics: Server[] = [];

test.beforeAll(async () => {
  postgres = await startPostgres();
  database = await postgres.create("kindroom");
  expect((await runProgram("bin/migrate.ts", { DATABASE_URL: database })).code).toBe(0);
  cohortId = await makeCohort(seats);
  for (const run of ["all", "web", "web"]) {
    const settings = {
      RUN: run,
      PORT: await freePort(),
      MAIL_PORT: "0",
      DATABASE_URL: database,
      SECRET: secret,
    };
    clinics.push(await startServer(settings, ["--empty"]));
  }
});

test.afterAll(async () => {
  await Promise.all(clinics.map((clinic) => clinic.stop()));
  await postgres?.stop();
});

test("two hundred parties at once never take more than 24 seats, and everybody has an answer, in order", async () => {
  const crowd = await gather(
    4,
    clinics.map(({ url }) => url),
    cohortId,
    parties,
  );
  const told = await crowd.press();

  expect(told.length).toBe(200);
  expect(
    told.filter(({ status, location, formToken }) => status !== 303 || location !== `/kept/${formToken}`),
  ).toEqual([]);
  const enrollments = await inTurn(cohortId);
  expect(enrollments.map(({ formToken }) => formToken).toSorted()).toEqual(
    told.map(({ formToken }) => formToken).toSorted(),
  );
  expect(enrollments.every(({ seats, members }) => seats === members)).toBe(true);
  expect(new Set(enrollments.map(({ state }) => state))).toEqual(new Set(["held", "waitlisted"]));

  // A place in line is the moment at which the form arrived: between a browser's sending it and having the answer.
  const byForm = new Map(told.map((one) => [one.formToken, one]));
  for (const { formToken, joinedAt } of enrollments) {
    const { sentAt = 0, answeredAt = 0 } = byForm.get(formToken) ?? {};
    expect(joinedAt.getTime()).toBeGreaterThanOrEqual(sentAt);
    expect(joinedAt.getTime()).toBeLessThanOrEqual(answeredAt);
  }
  // Served one after the other, the waitlist's policy gives exactly these seats to exactly these parties,
  // and passes over exactly those whom it did pass over, as often.
  expect(enrollments.map(({ formToken, state, passedOver }) => ({ formToken, state, passedOver }))).toEqual(
    byThePolicy(enrollments),
  );
  // All of them, or all but one: where one chair was left when a couple came, it is saved for them (docs/waitlist.md).
  const held = enrollments.filter(({ state }) => state === "held").reduce((sum, one) => sum + one.seats, 0);
  const coupleWaits = enrollments.some(({ state, seats }) => state === "waitlisted" && seats === 2);
  expect(held).toBe(coupleWaits && held < seats ? seats - 1 : seats);

  const clearing = await audit();
  expect(clearing.out).not.toContain("BROKEN");
  expect(clearing.code).toBe(0);
});

test("everybody in line is shown a place of their own, in the order of joining", async () => {
  const line = (await inTurn(cohortId)).filter(({ state }) => state === "waitlisted").toSorted(byJoining);
  const pages = await Promise.all(
    line.map(async ({ formToken }, at) => (await fetch(`${clinics[at % 3]?.url}/kept/${formToken}`)).text()),
  );
  const people = line.map((_, at) => line.slice(0, at).reduce((sum, { seats }) => sum + seats, 0));
  const shown = pages.map(
    (page) =>
      page.match(/You are the first in line|(?:is|are) \d+ (?:person|people) in \d+ part(?:y|ies)/)?.[0],
  );
  expect(shown).toEqual(line.map((_, at) => placeWords(at, people[at] ?? 0)));
});

test("who comes after all of them waits behind all of them", async () => {
  const before = await inTurn(cohortId);
  for (const party of [["Late Single"], ["Late First", "Late Second"]]) {
    const form = await openForm(`${clinics[1]?.url}/cohorts/${cohortId}/join`, "formToken");
    expect((await form.send(partyFields(party))).status).toBe(303);
  }
  const after = await inTurn(cohortId);
  expect(after.slice(0, 200)).toEqual(before);
  expect(after.slice(200).map(({ state, seats }) => [state, seats])).toEqual([
    ["waitlisted", 1],
    ["waitlisted", 2],
  ]);
  expect(after.toSorted(byJoining).slice(200)).toEqual(after.slice(200));
});

test("a form sent twenty times at once, to three servers, enrols once and gives one answer", async () => {
  const roomy = await makeCohort(40);
  const path = `/cohorts/${roomy}/join`;
  const form = await openForm(`${clinics[0]?.url}${path}`, "formToken");
  const answers = await Promise.all(
    Array.from({ length: 20 }, async (_, at) => {
      const elsewhere = await openForm(`${clinics[at % 3]?.url}${path}`, "formToken");
      const { status, location } = await elsewhere.send({
        ...partyFields(["Ana", "Noor"]),
        formToken: form.hidden.formToken ?? "",
      });
      return { status, location };
    }),
  );
  expect(answers).toEqual(Array(20).fill({ status: 303, location: `/kept/${form.hidden.formToken}` }));
  const enrolled = await inTurn(roomy);
  expect(enrolled.map(({ state, seats, members }) => [state, seats, members])).toEqual([["held", 2, 2]]);
  const [stray] = await query<{ count: number }>(
    database,
    `SELECT count(*)::int AS count FROM "Party" p WHERE NOT EXISTS (SELECT 1 FROM "Enrollment" e WHERE e."partyId" = p."id")`,
  );
  expect(stray?.count).toBe(0);
  expect((await audit()).code).toBe(0);
});

test("the control: without the guards the same parties oversell the same room, and the audit sees it", async () => {
  const guarded = await postgres.create("guarded");
  await runProgram("bin/migrate.ts", { DATABASE_URL: guarded });
  await makeCohort(seats, guarded);
  const unguarded = await postgres.create("unguarded", "guarded");
  await query(
    unguarded,
    `ALTER TABLE "Cohort" DROP CONSTRAINT "Cohort_never_overbooked"; DROP TRIGGER "Enrollment_counts" ON "Enrollment"`,
  );
  const locked = await postgres.create("locked", "unguarded");

  await enrollCounting(unguarded, { locking: false });
  expect(await seatsTaken(unguarded)).toBeGreaterThan(seats);
  const found = await audit(unguarded);
  expect(found.out).toContain("BROKEN  never-overbooked");
  expect(found.code).toBe(1);

  // With either guard the same careless counting does no harm.
  await enrollCounting(locked, { locking: true });
  expect(await seatsTaken(locked)).toBe(seats);
  await enrollCounting(guarded, { locking: false });
  expect(await seatsTaken(guarded)).toBeLessThanOrEqual(seats);
});

type Enrolled = {
  id: string;
  formToken: string;
  state: string;
  seats: number;
  members: number;
  joinedAt: Date;
  passedOver: number;
};

/** Every enrolment of a cohort in the order in which the database served them: its events are numbered under the cohort's lock. */
function inTurn(cohort: string): Promise<Enrolled[]> {
  return query<Enrolled>(
    database,
    `SELECT e."id", e."formToken", e."state", e."seats", e."joinedAt", e."passedOver",
       (SELECT count(*)::int FROM "Member" m WHERE m."partyId" = e."partyId") AS members
     FROM "Enrollment" e JOIN "AuditEvent" a ON a."subjectId" = e."id" AND a."action" = 'enrollment.placed'
     WHERE e."cohortId" = $1 ORDER BY a."id"`,
    [cohort],
  );
}

/** What the policy alone makes of parties that come one after the other. */
function byThePolicy(arrivals: Enrolled[]) {
  const placed = arrivals.map(({ id, formToken, seats, joinedAt }) => ({
    id,
    formToken,
    seats,
    joinedAt,
    state: "",
    passedOver: 0,
  }));
  let free = seats;
  for (const arrival of placed) {
    arrival.state = "waitlisted";
    const line = placed.filter(({ state }) => state === "waitlisted").toSorted(byJoining);
    const { offers, passes } = decide(
      { free, capacity: seats, policy: "fit", hoursOfSaving: 24 * 365 },
      line.map(({ id, ...party }) => ({ enrollmentId: id, fewest: null, ...party })),
    );
    for (const { enrollmentId, times } of passes)
      for (const one of line) if (one.id === enrollmentId) one.passedOver += times;
    for (const { enrollmentId } of offers)
      for (const one of line) if (one.id === enrollmentId) one.state = "held";
    free -= offers.reduce((sum, offer) => sum + offer.seats, 0);
  }
  return placed.map(({ formToken, state, passedOver }) => ({ formToken, state, passedOver }));
}

function byJoining(one: { joinedAt: Date; id: string }, other: { joinedAt: Date; id: string }): number {
  return one.joinedAt.getTime() - other.joinedAt.getTime() || (one.id < other.id ? -1 : 1);
}

function placeWords(parties: number, people: number): string {
  if (parties === 0) return "You are the first in line";
  return `${people === 1 ? "is 1 person" : `are ${people} people`} in ${parties === 1 ? "1 party" : `${parties} parties`}`;
}

async function makeCohort(capacity: number, url = database): Promise<string> {
  const { out } = await runProgram("e2e/support/make-cohort.ts", { DATABASE_URL: url, SECRET: secret }, [
    String(capacity),
  ]);
  return out.trim();
}

function audit(url = database) {
  return runProgram("bin/audit.ts", { DATABASE_URL: url, SECRET: secret });
}

/**
 * Enrols the two hundred as a careless program would: counts the seats, and inserts when there is room. Twenty
 * come at a time, and nobody goes on before all of them have counted, unless they lock the cohort and take turns.
 */
async function enrollCounting(url: string, { locking }: { locking: boolean }): Promise<void> {
  const connections = await Promise.all(
    Array.from({ length: 20 }, async () => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      return client;
    }),
  );
  for (let from = 0; from < parties.length; from += connections.length) {
    let counting = connections.length;
    let everybodyHasCounted = () => {};
    const counted = new Promise<void>((go) => (everybodyHasCounted = go));
    await Promise.all(
      connections.map(async (client, at) => {
        const size = parties[from + at]?.length ?? 1;
        await client.query("BEGIN");
        if (locking) await client.query(`SELECT 1 FROM "Cohort" FOR UPDATE`);
        const [row] = (await client.query<{ taken: number }>(takenSql)).rows;
        counting -= 1;
        if (counting === 0) everybodyHasCounted();
        if (!locking) await counted;
        const fits = (row?.taken ?? 0) + size <= seats;
        const isIn =
          fits &&
          (await client.query(insertSql, [size]).then(
            () => true,
            () => false,
          ));
        await client.query(isIn ? "COMMIT" : "ROLLBACK");
      }),
    );
  }
  await Promise.all(connections.map((client) => client.end()));
}

const takenSql = `SELECT COALESCE(sum("seats"), 0)::int AS taken FROM "Enrollment" WHERE "state" = 'held'`;
const insertSql = `
  WITH party AS (INSERT INTO "Party" ("id") VALUES (gen_random_uuid()) RETURNING "id")
  INSERT INTO "Enrollment" ("id", "partyId", "cohortId", "state", "seats", "joinedAt", "holdExpiresAt")
  SELECT gen_random_uuid(), party."id", "Cohort"."id", 'held', $1, now(), now() + interval '1 day' FROM party, "Cohort"`;

async function seatsTaken(url: string): Promise<number> {
  const [row] = await query<{ taken: number }>(url, takenSql);
  return row?.taken ?? 0;
}
