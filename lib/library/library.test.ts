import { describe, expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import { openFile } from "#lib/files/open-file.ts";
import { addProgram } from "#lib/programs/add.ts";
import { beginWithStarters } from "#lib/programs/begin-with-starters.ts";
import { mindfulSelfCompassion } from "#lib/programs/built-in.ts";
import { copyProgram } from "#lib/programs/copy.ts";
import { removeDefaultMaterial, setDefaultMaterial } from "#lib/programs/default-materials.ts";
import { aCohort, alex, robin, sam } from "#lib/testing/cast.ts";
import { countQueries } from "#lib/testing/queries.ts";
import { about, aRule, aSession } from "#lib/testing/releases.ts";
import { aWav } from "#lib/testing/wav.ts";
import { addMaterial } from "./add.ts";
import { attachMaterial } from "./attach.ts";
import { archiveMaterial, editMaterial, restoreMaterial } from "./edit.ts";
import { addVersion } from "./new-version.ts";
import { loadLibrary } from "./queries.ts";

const file = (name: string, bytes: BlobPart) => new File([bytes], name);

async function bytesOf(stream: AsyncIterable<Uint8Array>) {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function aText(text = "Breathe.") {
  const outcome = await addMaterial(await sam(), { ...about, kind: "text", text });
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value.materialId;
}

describe("a recording", () => {
  test("is kept whole, by its content's type, and read in pieces", async () => {
    const sound = aWav(1);
    const outcome = await addMaterial(await sam(), {
      ...about,
      kind: "recording",
      upload: file("evening.mp3", sound),
    });
    if (!outcome.ok) throw new Error(outcome.reason);
    const { materialId } = outcome.value;
    const kept = await db.file.findFirstOrThrow({ where: { versions: { some: { materialId } } } });
    expect([kept.name, kept.type, kept.bytes]).toEqual(["evening.mp3", "audio/wav", sound.length]);
    expect(await bytesOf(await openFile(kept))).toEqual(Buffer.from(sound));
    expect(await bytesOf(await openFile(kept, { start: 8, end: 11 }))).toEqual(Buffer.from("WAVE"));
  });

  test("is refused when its content is something else, or nothing", async () => {
    const actor = await sam();
    const before = await db.material.count();
    const add = (upload: File) => addMaterial(actor, { ...about, kind: "recording", upload });
    expect(await add(file("evening.mp3", "%PDF-1.7\n"))).toEqual({ ok: false, reason: "wrong_type" });
    expect(await add(file("evening.mp3", "just words"))).toEqual({ ok: false, reason: "wrong_type" });
    expect(await add(file("evening.mp3", ""))).toEqual({ ok: false, reason: "empty" });
    expect(await db.material.count()).toBe(before);
  });
});

describe("versions", () => {
  test("are numbered, kept and never changed, also when two come at once", async () => {
    const materialId = await aText("One");
    const [sams, robins] = [await sam(), await robin()];
    await Promise.all([
      addVersion(sams, materialId, { kind: "text", text: "Two" }),
      addVersion(robins, materialId, { kind: "text", text: "Three" }),
    ]);
    const versions = await db.materialVersion.findMany({ where: { materialId }, orderBy: { number: "asc" } });
    expect(versions.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(versions.map(({ text }) => text).sort()).toEqual(["One", "Three", "Two"]);
    await expect(
      db.materialVersion.updateMany({ where: { materialId }, data: { text: "Other" } }),
    ).rejects.toThrow(/append-only/);
  });

  test("hold what the kind says, and nothing else", async () => {
    const materialId = await aText();
    const actor = await sam();
    expect(await addVersion(actor, materialId, { kind: "link", url: "https://example.org" })).toEqual({
      ok: false,
      reason: "not_there",
    });
    await expect(
      db.materialVersion.create({ data: { materialId, number: 9, url: "https://example.org" } }),
    ).rejects.toThrow(/holds something else/);
  });

  test("of one group's own are its staff's alone", async () => {
    const { sessionId } = await aSession();
    const outcome = await attachMaterial(await sam(), {
      sessionId,
      rule: aRule(),
      material: { added: { ...about, kind: "text", text: "Ours" }, inLibrary: false },
    });
    if (!outcome.ok) throw new Error(outcome.reason);
    const { materialId } = outcome.value;
    const text = { kind: "text" as const, text: "Theirs" };
    expect(await addVersion(await robin(), materialId, text)).toEqual({ ok: false, reason: "not_there" });
    expect((await addVersion(await alex(), materialId, text)).ok).toBe(true);
    await editMaterial(await robin(), materialId, { ...about, title: "Theirs" });
    expect((await db.material.findUniqueOrThrow({ where: { id: materialId } })).title).toBe("First evening");
  });
});

test("what is archived stays where it was given, and is given to nobody else until it is offered again", async () => {
  const [here, there] = [await aSession(), await aSession()];
  const materialId = await aText();
  const actor = await sam();
  const give = ({ sessionId }: { sessionId: string }) =>
    attachMaterial(actor, { sessionId, rule: aRule(), material: { id: materialId } });
  expect((await give(here)).ok).toBe(true);
  await archiveMaterial(actor, materialId);
  expect(await give(there)).toEqual({ ok: false, reason: "not_there" });
  expect(await db.release.count({ where: { materialId } })).toBe(1);
  await restoreMaterial(actor, materialId);
  expect((await give(there)).ok).toBe(true);
});

test("the database refuses one group's own material in another group, and in a program", async () => {
  const [here, there] = [await aSession(), await aSession()];
  const own = await db.material.create({ data: { kind: "text", title: "Ours", cohortId: here.cohortId } });
  const release = (sessionId: string) =>
    db.release.create({ data: { sessionId, materialId: own.id } }).then(() => "there");
  expect(await release(here.sessionId)).toBe("there");
  await expect(release(there.sessionId)).rejects.toThrow(/one group's own/);
  const { id: programSessionId } = await db.programSession.findFirstOrThrow();
  await expect(db.defaultMaterial.create({ data: { programSessionId, materialId: own.id } })).rejects.toThrow(
    /one group's own/,
  );
});

test("a cohort begins with its program's materials, each with its rule, and goes on by itself", async () => {
  const programId = await addProgram(db, mindfulSelfCompassion);
  await beginWithStarters(db, programId);
  await beginWithStarters(db, programId);
  const soothing = await db.defaultMaterial.findFirstOrThrow({
    where: { programSession: { programId }, material: { starter: "soothing-touch" } },
  });
  await db.defaultMaterial.update({
    where: { id: soothing.id },
    data: { rule: "beforeSession", offsetMinutes: 1440, forMissed: "later", missedOffsetMinutes: 60 },
  });
  const cohortId = await aCohort();
  const releases = await db.release.findMany({
    where: { session: { cohortId } },
    orderBy: [{ session: { position: "asc" } }, { id: "asc" }],
    select: {
      rule: true,
      offsetMinutes: true,
      forMissed: true,
      missedOffsetMinutes: true,
      session: { select: { position: true } },
      material: { select: { starter: true } },
    },
  });
  expect(releases).toHaveLength(15);
  expect(releases.slice(0, 3)).toEqual([
    {
      rule: "afterSession",
      offsetMinutes: 0,
      forMissed: "too",
      missedOffsetMinutes: 0,
      session: { position: 1 },
      material: { starter: "what-self-compassion-is" },
    },
    {
      rule: "beforeSession",
      offsetMinutes: 1440,
      forMissed: "later",
      missedOffsetMinutes: 60,
      session: { position: 1 },
      material: { starter: "soothing-touch" },
    },
    {
      rule: "afterSession",
      offsetMinutes: 0,
      forMissed: "too",
      missedOffsetMinutes: 0,
      session: { position: 2 },
      material: { starter: "staying-in-the-body" },
    },
  ]);
  await db.defaultMaterial.deleteMany({ where: { programSession: { programId } } });
  expect(await db.release.count({ where: { session: { cohortId } } })).toBe(15);
});

test("whoever made a program says what its groups begin with, from the library alone", async () => {
  const [author, stranger] = [await sam(), await robin()];
  const copied = await copyProgram(author, await addProgram(db, mindfulSelfCompassion));
  if (!copied.ok) throw new Error(copied.reason);
  const { programId } = copied.value;
  const { id: programSessionId } = await db.programSession.findFirstOrThrow({
    where: { programId, position: 2 },
  });
  const { sessionId } = await aSession();
  const own = await attachMaterial(author, {
    sessionId,
    rule: aRule(),
    material: { added: { ...about, kind: "text", text: "Ours" }, inLibrary: false },
  });
  if (!own.ok) throw new Error(own.reason);
  const materialId = await aText();
  const set = (actor: typeof author, id: string, rule = aRule()) =>
    setDefaultMaterial(actor, { programSessionId, materialId: id, rule });
  expect(await set(stranger, materialId)).toEqual({ ok: false, reason: "not_yours" });
  expect(await set(author, own.value.materialId)).toEqual({ ok: false, reason: "not_there" });
  expect((await set(author, materialId)).ok).toBe(true);
  expect((await set(author, materialId, aRule({ rule: "beforeSession", offsetMinutes: 60 }))).ok).toBe(true);
  const defaults = () => db.defaultMaterial.findMany({ where: { programSessionId, materialId } });
  const [kept, ...more] = await defaults();
  expect([kept?.rule, kept?.offsetMinutes, more]).toEqual(["beforeSession", 60, []]);
  expect(await removeDefaultMaterial(stranger, kept!.id)).toEqual({ ok: false, reason: "not_yours" });
  expect((await defaults()).length).toBe(1);
  expect((await removeDefaultMaterial(author, kept!.id)).ok).toBe(true);
  expect(await defaults()).toEqual([]);
});

test("the library is found by words, kind and language, a page at a time", async () => {
  const actor = await robin();
  const french = await addMaterial(actor, {
    ...about,
    title: "Une pause",
    language: "fr",
    kind: "text",
    text: "…",
  });
  const spoken = await addMaterial(actor, {
    ...about,
    title: "A talk",
    transcript: "Be like water.",
    kind: "link",
    url: "https://example.org/talk",
  });
  if (!french.ok || !spoken.ok) throw new Error("not added");
  const titles = async (filter: Omit<Parameters<typeof loadLibrary>[1], "page">) =>
    (await loadLibrary(actor, { ...filter, page: 1 })).materials.map(({ title }) => title);
  expect(await titles({ language: "fr" })).toEqual(["Une pause"]);
  expect(await titles({ words: "LIKE WATER" })).toEqual(["A talk"]);
  expect(await titles({ kind: "link" })).toEqual(["A talk"]);
  await archiveMaterial(actor, spoken.value.materialId);
  expect(await titles({ kind: "link" })).toEqual([]);
  expect(await titles({ kind: "link", archived: true })).toEqual(["A talk"]);
  const one = await countQueries(() => loadLibrary(actor, { language: "fr", page: 1 }));
  expect(await countQueries(() => loadLibrary(actor, { page: 1 }))).toBe(one);
});
