import { createHash } from "node:crypto";
import { readdirSync, utimesSync } from "node:fs";
import { expect, test } from "vitest";
import { now } from "#lib/clock/now.ts";
import { aWav } from "#lib/testing/wav.ts";
import { waitingPath } from "./folder.ts";
import { openFile } from "./open-file.ts";
import { sweepUploads } from "./sweep-uploads.ts";
import { takeUpload } from "./take-upload.ts";
import { answerUpload } from "./uploads.ts";

const [sam, robin] = [crypto.randomUUID(), crypto.randomUUID()];
const sound = aWav(1);
const base64 = (text: string) => Buffer.from(text).toString("base64");

function ask(userId: string, method: string, path: string, headers: object = {}, body?: Uint8Array) {
  return answerUpload(
    userId,
    new Request(`https://kindroom.example${path}`, {
      method,
      headers: { "tus-resumable": "1.0.0", ...headers },
      body: body as BodyInit | undefined,
    }),
  );
}

async function begun(size = sound.length, name = "evening.mp3") {
  const answer = await ask(sam, "POST", "/api/uploads", {
    "upload-length": String(size),
    // The sender's own word on whose it is counts for nothing.
    "upload-metadata": `filename ${base64(name)},userId ${base64(robin)}`,
  });
  expect(answer.status).toBe(201);
  return String(answer.headers.get("location"));
}

const send = (path: string, from: number, bytes: Uint8Array, userId = sam) =>
  ask(
    userId,
    "PATCH",
    path,
    { "upload-offset": String(from), "content-type": "application/offset+octet-stream" },
    bytes,
  );

const idOf = (path: string) => String(path.split("/").at(-1));
const isSound = (type: string) => type.startsWith("audio/");

test("an upload goes on where it broke off, and is the file that was sent", async () => {
  const path = await begun();
  expect((await send(path, 0, sound.slice(0, 1000))).status).toBe(204);
  expect(await takeUpload(sam, idOf(path), isSound)).toEqual({ ok: false, reason: "gone" });
  const head = await ask(sam, "HEAD", path);
  expect(head.headers.get("upload-offset")).toBe("1000");
  expect((await send(path, 0, sound)).status).toBe(409);
  expect((await send(path, 1000, sound.slice(1000))).status).toBe(204);
  const taken = await takeUpload(sam, idOf(path), isSound);
  if (!taken.ok) throw new Error(taken.reason);
  expect(taken.value).toMatchObject({
    name: "evening.mp3",
    type: "audio/wav",
    bytes: sound.length,
    sha256: createHash("sha256").update(sound).digest("hex"),
  });
  const chunks = await (await openFile(taken.value)).toArray();
  expect(Buffer.concat(chunks)).toEqual(Buffer.from(sound));
  expect(readdirSync(waitingPath(""))).toEqual([]);
  expect(await takeUpload(sam, idOf(path), isSound)).toEqual({ ok: false, reason: "gone" });
});

test("it is its sender's alone", async () => {
  const path = await begun();
  expect((await ask(robin, "HEAD", path)).status).toBe(404);
  expect((await send(path, 0, sound, robin)).status).toBe(404);
  expect((await ask(robin, "DELETE", path)).status).toBe(404);
  expect((await ask(sam, "HEAD", path)).headers.get("upload-offset")).toBe("0");
  await send(path, 0, sound);
  expect(await takeUpload(robin, idOf(path), isSound)).toEqual({ ok: false, reason: "gone" });
  expect((await takeUpload(sam, idOf(path), isSound)).ok).toBe(true);
});

test("what is too large is refused before a byte of it comes, and what is no sound when all of it is there", async () => {
  const answer = await ask(sam, "POST", "/api/uploads", { "upload-length": String(1025 * 1024 * 1024) });
  expect(answer.status).toBe(413);
  const words = new TextEncoder().encode("just words, called a sound");
  const path = await begun(words.length);
  await send(path, 0, words);
  expect(await takeUpload(sam, idOf(path), isSound)).toEqual({ ok: false, reason: "wrong_type" });
  expect(await takeUpload(sam, "../secret", isSound)).toEqual({ ok: false, reason: "gone" });
});

test("what nobody goes on with is swept after a day", async () => {
  const [left, fresh] = [await begun(), await begun()];
  await send(left, 0, sound.slice(0, 10));
  const at = now();
  const longAgo = new Date(at.subtract({ hours: 25 }).epochMilliseconds);
  utimesSync(waitingPath(idOf(left)), longAgo, longAgo);
  const before = readdirSync(waitingPath("")).length;
  await sweepUploads(at);
  expect((await ask(sam, "HEAD", left)).status).toBe(404);
  expect((await ask(sam, "HEAD", fresh)).status).toBe(200);
  expect(readdirSync(waitingPath("")).length).toBeLessThan(before);
});
