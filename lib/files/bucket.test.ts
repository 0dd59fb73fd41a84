import { existsSync, readdirSync } from "node:fs";
import { afterAll, expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import { startBucket } from "#lib/testing/bucket.ts";
import { aWav } from "#lib/testing/wav.ts";
import { dropOrphans } from "./drop-orphans.ts";
import { pathOf, waitingPath } from "./folder.ts";
import { isWhole } from "./is-whole.ts";
import { keepFile } from "./keep-file.ts";
import { openFile } from "./open-file.ts";
import { respond } from "./respond.ts";
import { storeBytes } from "./store-bytes.ts";

// The settings are read once a process, so this file has a clinic of its own whose files are in a bucket.
const bucket = await startBucket("clinic");
process.env.S3_BUCKET = "clinic";
process.env.S3_ENDPOINT = bucket.endpoint;
process.env.S3_ACCESS_KEY_ID = "key";
process.env.S3_SECRET_ACCESS_KEY = "secret";
afterAll(() => bucket.stop());

const sound = aWav(1);

async function stored() {
  const outcome = await storeBytes(new File([sound], "evening.wav"), () => true);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value;
}

test("a file is kept in the bucket, whole, and nothing of it stays behind", async () => {
  const file = await stored();
  expect(bucket.objects.get(file.key)?.bytes).toEqual(Buffer.from(sound));
  expect(file.bytes).toBe(sound.length);
  expect(existsSync(pathOf(file.key))).toBe(false);
  expect(readdirSync(waitingPath(""))).toEqual([]);
  expect(await isWhole(file)).toBe(true);
  expect(await isWhole({ ...file, bytes: file.bytes + 1 })).toBe(false);
  expect(await isWhole({ ...file, key: crypto.randomUUID() })).toBe(false);
});

test("it streams through our own server, the part that is asked for alone", async () => {
  const file = await stored();
  bucket.asked.length = 0;
  const request = new Request("https://kindroom.example/", { headers: { range: "bytes=8-11" } });
  const answer = await respond(request, file);
  expect([answer.status, answer.headers.get("content-range")]).toEqual([206, `bytes 8-11/${file.bytes}`]);
  expect(await answer.text()).toBe("WAVE");
  expect(bucket.asked).toEqual(["GET bytes=8-11"]);
  const whole = await respond(new Request("https://kindroom.example/"), file);
  expect(new Uint8Array(await whole.arrayBuffer())).toEqual(sound);
  expect(whole.headers.get("location")).toBe(null);
});

test("bytes that are gone are an error, and no empty answer", async () => {
  await expect(openFile({ key: crypto.randomUUID() })).rejects.toThrow();
});

test("bytes whose row never came go after a day, and no others", async () => {
  bucket.objects.clear();
  const [orphan, known] = [await stored(), await stored()];
  await keepFile(db, known);
  bucket.objects.set("somebody-elses", { bytes: Buffer.from("x"), at: new Date() });
  // A bucket says when by its own clock.
  const today = Temporal.Now.instant();
  expect(await dropOrphans(today)).toBe(0);
  expect(await dropOrphans(today.add({ hours: 25 }))).toBe(1);
  expect([...bucket.objects.keys()].sort()).toEqual([known.key, "somebody-elses"].sort());
  expect(bucket.objects.has(orphan.key)).toBe(false);
});
