import { describe, expect, test } from "vitest";
import { describeSession } from "#lib/cohorts/describe-session.ts";
import { db } from "#lib/db/client.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { loadPrograms as loadInterestPrograms } from "#lib/interest/queries.ts";
import { aCohort, alex, robin, sam } from "#lib/testing/cast.ts";
import { countQueries } from "#lib/testing/queries.ts";
import { addProgram } from "./add.ts";
import { addProgramSession } from "./add-session.ts";
import { beginWithStarters } from "./begin-with-starters.ts";
import { mindfulSelfCompassion } from "./built-in.ts";
import { copyProgram } from "./copy.ts";
import { createProgram } from "./create.ts";
import { deleteProgram } from "./delete.ts";
import { editProgram } from "./edit.ts";
import { editProgramSession } from "./edit-session.ts";
import { moveProgramSession } from "./move-session.ts";
import { loadProgram, loadPrograms } from "./queries.ts";
import { removeProgramSession } from "./remove-session.ts";

const evening = (title: string) => ({
  kind: "weekly" as const,
  title,
  minutes: 120,
  bring: "A pen.",
  practice: "Breathe.",
});

const titles = async (programId: string) =>
  (await loadProgram(await alex(), programId))?.sessions.map(({ title }) => title);

async function ownProgram() {
  const actor = await sam();
  const programId = await createProgram(actor, { title: "Three evenings", description: "" });
  for (const title of ["One", "Two", "Three"])
    await addProgramSession(actor, { programId, ...evening(title) });
  const program = await loadProgram(actor, programId);
  return { actor, programId, ids: program?.sessions.map(({ id }) => id) ?? [] };
}

async function aCopy() {
  const actor = await sam();
  const copied = await copyProgram(actor, await addProgram(db, mindfulSelfCompassion));
  if (!copied.ok) throw new Error(copied.reason);
  return { actor, programId: copied.value.programId };
}

test("sessions change places one at a time, are taken out, and stand in an unbroken order", async () => {
  const { actor, programId, ids } = await ownProgram();
  const move = (index: number, to: "up" | "down") =>
    moveProgramSession(actor, { programSessionId: ids[index] ?? "", to });
  await move(2, "up");
  expect(await titles(programId)).toEqual(["One", "Three", "Two"]);
  await move(0, "up");
  await move(1, "down");
  expect(await titles(programId)).toEqual(["One", "Three", "Two"]);
  await Promise.all([move(0, "down"), move(2, "down"), move(1, "up")]);
  expect((await titles(programId))?.toSorted()).toEqual(["One", "Three", "Two"]);
  await removeProgramSession(actor, ids[0] ?? "");
  expect((await loadProgram(actor, programId))?.sessions.map(({ position }) => position)).toEqual([1, 2]);
  await addProgramSession(actor, { programId, ...evening("Four") });
  expect((await titles(programId))?.at(-1)).toBe("Four");
});

test("a copy is the copier's to change, down to its last word; the original and its cohorts stay", async () => {
  const cohortId = await aCohort();
  const of = () => db.session.findMany({ where: { cohortId }, orderBy: { position: "asc" } });
  const before = await of();
  const original = await addProgram(db, mindfulSelfCompassion);
  const { actor, programId } = await aCopy();
  const copy = await loadProgram(actor, programId);
  expect(copy?.sessions.map(({ id: _, position: __, ...session }) => session)).toEqual(
    mindfulSelfCompassion.sessions,
  );
  const [first, second] = copy?.sessions ?? [];
  await editProgramSession(actor, { programSessionId: first?.id ?? "", ...evening("Arriving") });
  await removeProgramSession(actor, second?.id ?? "");
  await editProgram(actor, { programId, title: "Our way", description: "", listed: false });
  expect(await titles(original)).toEqual(mindfulSelfCompassion.sessions.map(({ title }) => title));

  const ours = await aCohort({ programId });
  expect(await db.session.findFirst({ where: { cohortId: ours, position: 1 } })).toMatchObject({
    title: "Arriving",
    minutes: 120,
    bring: "A pen.",
  });
  // What is planned stays as it is, when its program changes and the other way round.
  const ourFirst = await db.session.findFirstOrThrow({ where: { cohortId: ours, position: 1 } });
  await describeSession(actor, { sessionId: ourFirst.id, title: "Hello", bring: "", practice: "" });
  await editProgramSession(await alex(), {
    programSessionId: (await loadProgram(actor, original))?.sessions[0]?.id ?? "",
    ...evening("Beginning"),
  });
  expect(await of()).toEqual(before);
  expect((await titles(programId))?.[0]).toBe("Arriving");
});

describe("a facilitator", () => {
  test("changes what they made, and neither a colleague's program nor the clinic's", async () => {
    const { programId, ids } = await ownProgram();
    const stranger = await robin();
    const [id = ""] = ids;
    const outcomes = [
      await editProgram(stranger, { programId, title: "Mine", description: "", listed: true }),
      await addProgramSession(stranger, { programId, ...evening("Four") }),
      await editProgramSession(stranger, { programSessionId: id, ...evening("Four") }),
      await moveProgramSession(stranger, { programSessionId: id, to: "down" }),
      await removeProgramSession(stranger, id),
      await deleteProgram(stranger, programId),
      await deleteProgram(await sam(), await addProgram(db, mindfulSelfCompassion)),
    ];
    expect(outcomes.map((outcome) => !outcome.ok && outcome.reason)).toEqual(outcomes.map(() => "not_yours"));
    expect(await titles(programId)).toEqual(["One", "Two", "Three"]);
    expect([
      (await loadProgram(stranger, programId))?.mayEdit,
      (await loadProgram(await sam(), programId))?.mayEdit,
    ]).toEqual([false, true]);
  });

  test("can't put a program on the public interest list; an admin can", async () => {
    const { actor, programId } = await aCopy();
    const offered = async () => (await loadInterestPrograms()).some(({ id }) => id === programId);
    const words = { programId, title: "Our way", description: "", listed: true };
    await editProgram(actor, words);
    expect(await offered()).toBe(false);
    await editProgram(await alex(), words);
    expect(await offered()).toBe(true);
  });
});

test("a copy begins with the same materials", async () => {
  const original = await addProgram(db, { ...mindfulSelfCompassion, title: "With its materials" });
  await inTransaction((tx) => beginWithStarters(tx, original));
  const copied = await copyProgram(await sam(), original);
  const materials = async (programId: string) =>
    (
      await db.defaultMaterial.findMany({
        where: { programSession: { programId } },
        orderBy: [{ programSession: { position: "asc" } }, { materialId: "asc" }],
      })
    ).map(({ id: _, programSessionId: __, ...rest }) => rest);
  expect((await materials(original)).length).toBeGreaterThan(9);
  expect(await materials(copied.ok ? copied.value.programId : "")).toEqual(await materials(original));
});

test("a program with a cohort is kept; another one can be deleted", async () => {
  const { actor, programId } = await aCopy();
  const cohortId = await aCohort({ programId });
  expect(await deleteProgram(actor, programId)).toMatchObject({ reason: "in_use" });
  await db.cohort.delete({ where: { id: cohortId } });
  expect((await deleteProgram(actor, programId)).ok).toBe(true);
  expect(await loadProgram(actor, programId)).toBeNull();
});

test("a program of three sessions asks for no more than three of them", async () => {
  const { programId } = await ownProgram();
  const cohortId = await aCohort({ programId });
  expect(await db.cohort.findUnique({ where: { id: cohortId } })).toMatchObject({ completeFrom: 3 });
});

test("the list is read with as many statements for many as for one", async () => {
  await ownProgram();
  const before = await countQueries(() => loadPrograms(1));
  for (let more = 0; more < 21; more += 1) await aCopy();
  expect(await countQueries(() => loadPrograms(1))).toBe(before);
  const { programs, hasNext } = await loadPrograms(1);
  expect([programs.length, hasNext]).toEqual([20, true]);
});
