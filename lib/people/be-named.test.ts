import { beforeAll, expect, test } from "vitest";
import type { Participant } from "#lib/audit/actor.ts";
import { db } from "#lib/db/client.ts";
import { confirm } from "#lib/enrollment/confirm.ts";
import { withdraw } from "#lib/enrollment/withdraw.ts";
import { aCohort, aParty, member, monday } from "#lib/testing/cast.ts";
import { countQueries } from "#lib/testing/queries.ts";
import { beNamed, loadGroupNames } from "./be-named.ts";

const ids: Record<string, string> = {};
const as = (name: string): Participant => ({
  kind: "participant",
  userId: crypto.randomUUID(),
  email: `${name.toLowerCase().replace(" ", ".")}@example.org`,
});

let cohortId: string;

async function enrolled(cohort: string, names: string[]) {
  const party = await aParty(cohort, names);
  for (const { id, person } of party.members) {
    await confirm(member(id), party.id, monday);
    ids[person.name] = id;
  }
  return party;
}

const say = (name: string, given: boolean) => beNamed(as(name), { memberId: ids[name] ?? "", given }, monday);

/** The names that somebody sees; null where they see none. */
async function seen(name: string) {
  const found = await loadGroupNames(as(name), ids[name] ?? "");
  return found.ok ? (found.value.others?.map(({ firstName }) => firstName) ?? null) : found.reason;
}

beforeAll(async () => {
  cohortId = await aCohort();
  await enrolled(cohortId, ["Ana", "Noor"]);
  await enrolled(cohortId, ["Iris Vega"]);
  await enrolled(await aCohort(), ["Tomas"]);
});

test("nobody is named until they agree, and who agrees sees those who did", async () => {
  expect(await seen("Ana")).toBe(null);
  await say("Ana", true);
  expect(await seen("Ana")).toEqual([]);
  expect(await seen("Noor")).toBe(null);
  await say("Iris Vega", true);
  await say("Tomas", true);
  expect(await seen("Ana")).toEqual(["Iris"]);
  expect(await seen("Iris Vega")).toEqual(["Ana"]);
  expect(await seen("Noor")).toBe(null);
});

test("it is taken back at any time, and everything that was said is kept", async () => {
  await say("Ana", false);
  expect(await seen("Ana")).toBe(null);
  expect(await seen("Iris Vega")).toEqual([]);
  await say("Ana", true);
  await say("Ana", true);
  const said = await db.consent.findMany({
    where: { purpose: "named", person: { name: "Ana" } },
    orderBy: { id: "asc" },
    select: { given: true, how: true },
  });
  expect(said).toEqual([true, false, true].map((given) => ({ given, how: "portal" })));
});

test("nobody agrees for their partner, or learns what they chose", async () => {
  expect(await beNamed(as("Ana"), { memberId: ids.Noor ?? "", given: true }, monday)).toEqual({
    ok: false,
    reason: "not_there",
  });
  expect(await loadGroupNames(as("Ana"), ids.Noor ?? "")).toEqual({ ok: false, reason: "not_there" });
});

test("who leaves is named no more, and sees nobody", async () => {
  const { id } = await enrolled(cohortId, ["Lux"]);
  await say("Lux", true);
  expect(await seen("Ana")).toEqual(["Iris", "Lux"]);
  await withdraw(member(ids.Lux ?? ""), id, monday);
  expect(await seen("Ana")).toEqual(["Iris"]);
  expect(await seen("Lux")).toBe("not_there");
  expect(await say("Lux", false)).toEqual({ ok: false, reason: "not_there" });
});

test("as many queries for a large group as for a small one", async () => {
  const few = await countQueries(() => loadGroupNames(as("Tomas"), ids.Tomas ?? ""));
  expect(await countQueries(() => loadGroupNames(as("Ana"), ids.Ana ?? ""))).toBe(few);
});
