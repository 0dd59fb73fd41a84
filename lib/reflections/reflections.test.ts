import { beforeAll, expect, test } from "vitest";
import type { Participant } from "#lib/audit/actor.ts";
import { instantOf } from "#lib/clock/convert.ts";
import { db } from "#lib/db/client.ts";
import { confirm } from "#lib/enrollment/confirm.ts";
import { withdraw } from "#lib/enrollment/withdraw.ts";
import { aCohort, aParty, member, monday } from "#lib/testing/cast.ts";
import { countQueries } from "#lib/testing/queries.ts";
import { changeReflection, deleteReflection } from "./change.ts";
import { exportReflections, loadLeftPlaces, loadReflection, loadReflections } from "./queries.ts";
import { writeReflection } from "./write.ts";

const signedInAs = (email: string): Participant => ({
  kind: "participant",
  userId: crypto.randomUUID(),
  email,
});
const ana = signedInAs("ana@example.org");
const noor = signedInAs("noor@example.org");
const nothing = { sessionId: null, materialId: null };
const secret = "Quietly, a word that stands nowhere else: samphire";

let cohortId: string;
let party: Awaited<ReturnType<typeof aParty>>;
let anaId: string;
let noorId: string;

beforeAll(async () => {
  cohortId = await aCohort();
  party = await aParty(cohortId);
  [anaId, noorId] = party.members.map(({ id }) => id) as [string, string];
  for (const { id } of party.members) await confirm(member(id), party.id, monday);
});

async function write(
  text = secret,
  about: Parameters<typeof writeReflection>[1]["about"] = nothing,
  at = monday,
) {
  const outcome = await writeReflection(ana, { memberId: anaId, text, about }, at);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value.reflectionId;
}

async function listed(actor: Participant, memberId: string) {
  const found = await loadReflections(actor, memberId);
  return found.ok ? found.value.reflections.map(({ text }) => text) : found.reason;
}

test("what somebody writes is read again by them, changed, and deleted", async () => {
  const id = await write("First");
  expect(await listed(ana, anaId)).toEqual(["First"]);
  const change = { memberId: anaId, reflectionId: id, text: "Second" };
  expect((await changeReflection(ana, change, monday)).ok).toBe(true);
  expect((await loadReflection(ana, anaId, id))?.text).toBe("Second");
  expect((await deleteReflection(ana, change)).ok).toBe(true);
  expect(await listed(ana, anaId)).toEqual([]);
  expect(await deleteReflection(ana, change)).toEqual({ ok: false, reason: "not_there" });
});

test("nobody else finds it: not the partner, by either membership, and not a stranger", async () => {
  const reflectionId = await write();
  for (const [actor, memberId] of [
    [noor, anaId],
    [noor, noorId],
    [signedInAs("kim@example.org"), anaId],
    [ana, noorId],
  ] as const) {
    expect(await loadReflection(actor, memberId, reflectionId)).toBe(null);
    const change = { memberId, reflectionId, text: "Not hers" };
    expect(await changeReflection(actor, change, monday)).toEqual({ ok: false, reason: "not_there" });
    expect(await deleteReflection(actor, change)).toEqual({ ok: false, reason: "not_there" });
  }
  expect(await listed(noor, noorId)).toEqual([]);
  expect(await listed(noor, anaId)).toBe("not_there");
  expect(await exportReflections(noor, anaId)).toBe(null);
  await deleteReflection(ana, { memberId: anaId, reflectionId });
});

test("no word of it can be read in the database, in any table", async () => {
  const reflectionId = await write();
  await changeReflection(ana, { memberId: anaId, reflectionId, text: `${secret}, again` }, monday);
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
    WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`;
  const found = async (word: string) => {
    const places: string[] = [];
    for (const { name } of tables) {
      const rows = await db.$queryRawUnsafe<unknown[]>(
        `SELECT 1 FROM ${name} AS t WHERE t::text ILIKE '%' || $1 || '%' OR t::text ILIKE '%' || $2 || '%' LIMIT 1`,
        word,
        Buffer.from(word).toString("hex"),
      );
      if (rows.length > 0) places.push(name);
    }
    return places;
  };
  expect(await found("samphire")).toEqual([]);
  // The search itself finds what is there to be read.
  expect(await found("Winter evenings")).toContain('public."Cohort"');
  const events = await db.auditEvent.findMany({ where: { subjectId: reflectionId }, orderBy: { id: "asc" } });
  expect(events.map(({ action, details }) => [action, details])).toEqual([
    ["reflection.written", {}],
    ["reflection.changed", {}],
  ]);
  await deleteReflection(ana, { memberId: anaId, reflectionId });
});

test("the database refuses what was not sealed", async () => {
  const plain = {
    personId: party.members[0]!.personId,
    sealed: Buffer.from("a plain text that is long enough to pass by its length"),
    writtenAt: new Date(0),
    changedAt: new Date(0),
  };
  await expect(db.reflection.create({ data: plain })).rejects.toThrow(/Reflection_sealed/);
});

test("it is about a session of their own group, and about nothing of another", async () => {
  const session = await db.session.findFirstOrThrow({ where: { cohortId, position: 2 } });
  const other = await db.session.findFirstOrThrow({ where: { cohortId: await aCohort(), position: 2 } });
  const ids = [
    await write("One", { sessionId: session.id, materialId: null }),
    await write("Two", { sessionId: other.id, materialId: null }),
  ];
  const about = await Promise.all(ids.map(async (id) => (await loadReflection(ana, anaId, id))?.about));
  expect(about).toEqual([session.title, null]);
  for (const reflectionId of ids) await deleteReflection(ana, { memberId: anaId, reflectionId });
});

test("it can be taken along as a text, the oldest first", async () => {
  const session = await db.session.findFirstOrThrow({ where: { cohortId, position: 2 } });
  const second = await write("The second", nothing, instantOf(session.startsAt));
  const first = await write("The first", { sessionId: session.id, materialId: null });
  expect(await exportReflections(ana, anaId)).toBe(
    `Monday 23 November 2026, ${session.title}\n\nThe first\n\n\nTuesday 19 January 2027\n\nThe second\n`,
  );
  for (const reflectionId of [first, second]) await deleteReflection(ana, { memberId: anaId, reflectionId });
});

test("who shares a mailbox writes nothing that the other could read", async () => {
  const shared = await aParty(cohortId, ["Mika", "Dov"]);
  await db.person.updateMany({
    where: { id: { in: shared.members.map(({ personId }) => personId) } },
    data: { email: "us@example.org" },
  });
  for (const { id } of shared.members) await confirm(member(id), shared.id, monday);
  const us = signedInAs("us@example.org");
  const input = { memberId: shared.members[0]!.id, text: secret, about: nothing };
  expect(await writeReflection(us, input, monday)).toEqual({ ok: false, reason: "shared_mailbox" });
  expect(await listed(us, shared.members[0]!.id)).toBe("shared_mailbox");
});

test("it stays theirs when they leave the group", async () => {
  const { id, members } = await aParty(cohortId, ["Iris"]);
  const [iris] = members as [(typeof members)[0]];
  await confirm(member(iris.id), id, monday);
  const actor = signedInAs("iris@example.org");
  await writeReflection(actor, { memberId: iris.id, text: "Before I go", about: nothing }, monday);
  await withdraw(member(iris.id), id, monday);
  expect(await listed(actor, iris.id)).toEqual(["Before I go"]);
  expect(await loadLeftPlaces(actor)).toEqual([
    { memberId: iris.id, name: "Iris", reflections: 1, questions: 0 },
  ]);
  expect(await loadLeftPlaces(ana)).toEqual([]);
});

test("as many queries for a full page as for an empty one, and twenty a page", async () => {
  const page = () => countQueries(() => loadReflections(ana, anaId));
  const empty = await page();
  for (let count = 1; count <= 21; count += 1)
    await write(`No. ${count}`, nothing, monday.add({ minutes: count }));
  expect(await page()).toBe(empty);
  const found = await loadReflections(ana, anaId, 2);
  expect(found.ok && [found.value.hasNext, found.value.reflections.map(({ text }) => text)]).toEqual([
    false,
    ["No. 1"],
  ]);
});
