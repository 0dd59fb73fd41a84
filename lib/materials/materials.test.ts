import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import { openFile } from "#lib/files/open-file.ts";
import { aCohort, monday, robin, sam } from "#lib/testing/cast.ts";
import { aWav } from "#lib/testing/wav.ts";
import { addMaterial } from "./add.ts";
import { loadMaterials } from "./queries.ts";
import { releaseMaterial, takeBackMaterial } from "./release.ts";
import { isVisible, visibleAt } from "./visible.ts";

const folder = mkdtempSync(join(tmpdir(), "kindroom-files-"));
process.env.DATA_DIR = folder;
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const endsAt = new Date("2027-01-13T02:00:00Z");
const at = (text: string) => Temporal.Instant.from(text);
const rule = { offsetMinutes: 0, releaseAt: null };

describe("a material appears", () => {
  test("when its session ends, to the minute", () => {
    const material = { ...rule, release: "afterSession" as const };
    expect(isVisible(material, { endsAt }, at("2027-01-13T01:59:59Z"))).toBe(false);
    expect(isVisible(material, { endsAt }, at("2027-01-13T02:00:00Z"))).toBe(true);
  });

  test("so many minutes after or before it, and moves with the session", () => {
    const material = { ...rule, release: "afterSession" as const, offsetMinutes: -30 };
    expect(visibleAt(material, { endsAt })?.toString()).toBe("2027-01-13T01:30:00Z");
    expect(visibleAt(material, { endsAt: new Date("2027-01-20T02:00:00Z") })?.toString()).toBe(
      "2027-01-20T01:30:00Z",
    );
  });

  test("at its own time, whenever the session is", () => {
    const material = { ...rule, release: "atTime" as const, releaseAt: new Date("2027-01-01T12:00:00Z") };
    expect(isVisible(material, { endsAt }, at("2027-01-01T11:59:59Z"))).toBe(false);
    expect(isVisible(material, { endsAt }, at("2027-01-01T12:00:00Z"))).toBe(true);
  });

  test("by hand alone, when it is for somebody to release", () => {
    const material = { ...rule, release: "byHand" as const };
    expect(visibleAt(material, { endsAt })).toBeNull();
    expect(isVisible(material, { endsAt }, at("2030-01-01T00:00:00Z"))).toBe(false);
  });
});

async function aSession() {
  const cohortId = await aCohort();
  const session = await db.session.findFirstOrThrow({
    where: { cohortId, position: 1 },
    select: { id: true },
  });
  return { cohortId, sessionId: session.id };
}

const file = (name: string, bytes: BlobPart) => new File([bytes], name);
const common = { title: "First evening", release: "afterSession" as const, releaseLocal: null };

async function bytesOf(stream: AsyncIterable<Uint8Array>) {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

describe("a recording", () => {
  test("is kept whole, by its content's type, and read in pieces", async () => {
    const { sessionId } = await aSession();
    const sound = aWav(1);
    const outcome = await addMaterial(await sam(), {
      ...common,
      sessionId,
      kind: "recording",
      upload: file("evening.mp3", sound),
    });
    expect(outcome.ok).toBe(true);
    const [kept] = await db.file.findMany({ where: { materials: { some: { sessionId } } } });
    if (!kept) throw new Error("no file was kept");
    expect([kept.name, kept.type, kept.bytes]).toEqual(["evening.mp3", "audio/wav", sound.length]);
    expect(await bytesOf(await openFile(kept))).toEqual(Buffer.from(sound));
    expect(await bytesOf(await openFile(kept, { start: 8, end: 11 }))).toEqual(Buffer.from("WAVE"));
  });

  test("is refused when its content is something else, or nothing", async () => {
    const { sessionId } = await aSession();
    const actor = await sam();
    const add = (upload: File) => addMaterial(actor, { ...common, sessionId, kind: "recording", upload });
    expect(await add(file("evening.mp3", "%PDF-1.7\n"))).toEqual({ ok: false, reason: "wrong_type" });
    expect(await add(file("evening.mp3", "just words"))).toEqual({ ok: false, reason: "wrong_type" });
    expect(await add(file("evening.mp3", ""))).toEqual({ ok: false, reason: "empty" });
    expect(await db.material.count({ where: { sessionId } })).toBe(0);
  });
});

test("a text at a time appears at that time of the cohort's zone", async () => {
  const { cohortId, sessionId } = await aSession();
  await addMaterial(await sam(), {
    sessionId,
    kind: "text",
    title: "A poem",
    text: "The guest house",
    release: "atTime",
    releaseLocal: Temporal.PlainDateTime.from("2027-01-12T08:00"),
  });
  const materials = await loadMaterials(await sam(), cohortId, monday);
  expect(
    materials?.sessions[0]?.materials.map(({ title, visibleAt }) => [title, visibleAt?.toString()]),
  ).toEqual([["A poem", "2027-01-12T13:00:00Z"]]);
});

test("a material is released and taken back by hand, by staff of its cohort alone", async () => {
  const { cohortId, sessionId } = await aSession();
  const [actor, stranger] = [await sam(), await robin()];
  const text = { ...common, sessionId, kind: "text" as const, text: "The guest house" };
  expect(await addMaterial(stranger, text)).toEqual({ ok: false, reason: "not_yours" });
  const added = await addMaterial(actor, text);
  if (!added.ok) throw new Error(added.reason);
  const { materialId } = added.value;
  const visible = async () =>
    (await loadMaterials(actor, cohortId, monday))?.sessions[0]?.materials[0]?.visible;
  await releaseMaterial(stranger, materialId, monday);
  expect(await visible()).toBe(false);
  const late = monday.subtract({ milliseconds: 1 });
  await releaseMaterial(actor, materialId, late);
  expect((await loadMaterials(actor, cohortId, late))?.sessions[0]?.materials[0]?.visible).toBe(true);
  await takeBackMaterial(stranger, materialId);
  expect(await visible()).toBe(true);
  await takeBackMaterial(actor, materialId);
  expect(await visible()).toBe(false);
  expect(await loadMaterials(stranger, cohortId, monday)).toBeNull();
});
