import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { settings } from "#lib/config/settings.ts";
import { db } from "#lib/db/client.ts";
import { withdraw } from "#lib/enrollment/withdraw.ts";
import { aCohort, aParty, enrollment, member, monday } from "#lib/testing/cast.ts";

// What nobody can do, whatever code they write: PostgreSQL itself refuses it.

let one: pg.Client;
let other: pg.Client;

beforeAll(async () => {
  one = new pg.Client({ connectionString: settings().DATABASE_URL });
  other = new pg.Client({ connectionString: settings().DATABASE_URL });
  await Promise.all([one.connect(), other.connect()]);
});
afterAll(() => Promise.all([one.end(), other.end()]));

const take = (client: pg.Client, cohortId: string, partyId: string, seats: number) =>
  client.query(
    `INSERT INTO "Enrollment" ("id", "partyId", "cohortId", "state", "seats", "joinedAt", "holdExpiresAt")
     VALUES (uuidv7(), $1, $2, 'held', $3, now(), now() + interval '1 day')`,
    [partyId, cohortId, seats],
  );
const newParty = async () => (await db.party.create({ data: {} })).id;
const told = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: Error) => error.message,
  );

describe("seats", () => {
  test("two sessions that take the last one at the same time: the second waits, and is refused", async () => {
    const cohortId = await aCohort({ capacity: 1, largestParty: 1 });
    const [first, second] = [await newParty(), await newParty()];
    await one.query("BEGIN");
    await other.query("BEGIN");
    await take(one, cohortId, first, 1);
    const late = told(take(other, cohortId, second, 1));
    await one.query("COMMIT");
    expect(await late).toContain("Cohort_never_overbooked");
    await other.query("ROLLBACK");
    expect((await db.cohort.findUniqueOrThrow({ where: { id: cohortId } })).seatsTaken).toBe(1);
  });

  test("more of them by a larger party, or fewer chairs under those who sit, are refused", async () => {
    const cohortId = await aCohort({ capacity: 2 });
    const party = await aParty(cohortId);
    expect(
      await told(one.query(`UPDATE "Enrollment" SET "seats" = 3 WHERE "id" = $1`, [party.id])),
    ).toContain("overbooked");
    expect(
      await told(
        one.query(`UPDATE "Cohort" SET "capacity" = 1, "largestParty" = 1 WHERE "id" = $1`, [cohortId]),
      ),
    ).toContain("overbooked");
    expect(
      await told(one.query(`UPDATE "Cohort" SET "seatsTaken" = 0 WHERE "id" = $1`, [cohortId])),
    ).toContain("kept by a trigger");
  });
});

describe("an enrolment", () => {
  test("lives once in a cohort for a party, and is not held without an end", async () => {
    const cohortId = await aCohort();
    const party = await aParty(cohortId);
    expect(await told(take(one, cohortId, party.partyId, 2))).toContain("Enrollment_one_live");
    expect(
      await told(one.query(`UPDATE "Enrollment" SET "holdExpiresAt" = NULL WHERE "id" = $1`, [party.id])),
    ).toContain("hold_has_an_end");
  });

  test("keeps its time of joining", async () => {
    const party = await aParty(await aCohort());
    expect(
      await told(one.query(`UPDATE "Enrollment" SET "joinedAt" = now() WHERE "id" = $1`, [party.id])),
    ).toContain("keeps its place in line");
  });

  test("makes no step that is not in its life", async () => {
    const party = await aParty(await aCohort(), ["Kim"]);
    await withdraw(member(party.members[0]!.id), party.id, monday);
    expect(
      await told(
        one.query(`UPDATE "Enrollment" SET "state" = 'waitlisted', "endedAt" = NULL WHERE "id" = $1`, [
          party.id,
        ]),
      ),
    ).toContain("does not go from withdrawn to waitlisted");
  });
});

describe("an offer", () => {
  const offer = (id: string) =>
    one.query(
      `UPDATE "Enrollment" SET "state" = 'held', "offeredAt" = $2, "holdExpiresAt" = $2::timestamptz + interval '1 day' WHERE "id" = $1`,
      [id, "2026-11-24T15:00:00Z"],
    );
  const because = (cohortId: string, id: string, reason: string) =>
    one.query(
      `INSERT INTO "WaitlistDecision" ("id", "cohortId", "enrollmentId", "kind", "reason", "at") VALUES (uuidv7(), $1, $2, 'override', $3, $4)`,
      [cohortId, id, reason, "2026-11-24T15:00:00Z"],
    );
  /** A full room of one, and two who wait for it; then a second chair that nobody was told of. */
  async function line(policy: "fit" | "inOrder" = "fit", sizes: [string[], string[]] = [["Kim"], ["Lee"]]) {
    const cohortId = await aCohort({ capacity: 3 });
    await aParty(cohortId, ["Ana", "Noor", "Mo"]);
    const first = await aParty(cohortId, sizes[0], monday.add({ minutes: 1 }));
    const second = await aParty(cohortId, sizes[1], monday.add({ minutes: 2 }));
    await one.query(`UPDATE "Cohort" SET "capacity" = 4, "policy" = $2 WHERE "id" = $1`, [cohortId, policy]);
    return { cohortId, first: first.id, second: second.id };
  }

  test("goes to the first in line", async () => {
    const { first } = await line();
    expect(await told(offer(first))).toBe("done");
  });

  test("to the second is refused, unless a reason stands beside it", async () => {
    const { cohortId, second } = await line();
    expect(await told(offer(second))).toContain("first in line by the policy");
    expect((await enrollment(second)).state).toBe("waitlisted");
    expect(await told(because(cohortId, second, " "))).toContain("says_why");
    await because(cohortId, second, "Moves away in March.");
    expect(await told(offer(second))).toBe("done");
  });

  test("passes a couple that it has no room for, but not where the line is served in order", async () => {
    const fit = await line("fit", [["Kim", "Lou"], ["Lee"]]);
    expect(await told(offer(fit.second))).toBe("done");
    const strict = await line("inOrder", [["Kim", "Lou"], ["Lee"]]);
    expect(await told(offer(strict.second))).toContain("first in line by the policy");
  });

  test("passes nobody a third time while seats are saved", async () => {
    const { first, second } = await line("fit", [["Kim", "Lou"], ["Lee"]]);
    await one.query(`UPDATE "Enrollment" SET "passedOver" = 3 WHERE "id" = $1`, [first]);
    expect(await told(offer(second))).toContain("first in line by the policy");
  });
});
