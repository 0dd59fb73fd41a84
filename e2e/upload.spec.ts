import { execFileSync } from "node:child_process";
import { createHash, type Hash, randomBytes } from "node:crypto";
import { createReadStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { open } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import pg from "pg";
import { Upload } from "tus-js-client";
import { peakMegabytes } from "#lib/testing/processes.ts";
import { builtActions, formFor } from "./support/actions.ts";
import { databaseFile } from "./support/addresses.ts";
import { startBadLine } from "./support/bad-line.ts";
import { emptyDatabase } from "./support/clinic.ts";
import { familyOf, freePort, type Server, startServer } from "./support/program.ts";

const megabyte = 1024 * 1024;
const size = 500 * megabyte;
const middle = { start: 250 * megabyte + 1, end: 250 * megabyte + 70_000 };

let folder: string;
let clinic: Server;
let database: pg.Client;
let there: { cohortId: string; sessionId: string; cookies: Record<"sam" | "ana" | "kim", string> };

test.describe.configure({ mode: "serial", timeout: 180_000 });

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "kindroom-upload-"));
  writeFileSync(join(folder, "clock"), "0");
  const PORT = await freePort();
  const DATABASE_URL = await emptyDatabase(readFileSync(databaseFile, "utf8"), "upload");
  const settings = {
    RUN: "web",
    PORT,
    APP_URL: `http://localhost:${PORT}`,
    DATABASE_URL,
    DATA_DIR: folder,
    CLOCK_FILE: join(folder, "clock"),
    SECRET: "a secret of the tests, long enough to pass",
  };
  // As people start it, with what keeps its memory small.
  clinic = await startServer(settings, ["--empty"], "bin/start.mjs");
  const made = execFileSync(process.execPath, ["e2e/support/upload-cast.ts"], {
    cwd: join(import.meta.dirname, ".."),
    env: { ...process.env, ...settings },
    encoding: "utf8",
  });
  there = JSON.parse(made);
  database = new pg.Client({ connectionString: DATABASE_URL });
  await database.connect();
});

test.afterAll(async () => {
  await database?.end();
  await clinic?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test("500 MB come over a line that breaks three times, stream with seeking, for those alone who may, and never fill the memory", async () => {
  const path = join(folder, "evening.wav");
  const { sha256, part } = await writeSound(path);

  const line = await startBadLine(
    Number(new URL(clinic.url).port),
    [90, 200, 330].map((each) => each * megabyte),
  );
  const uploadId = await upload(path, `${line.url}/api/uploads`, there.cookies.sam);
  expect(line.cuts()).toBe(3);
  await line.stop();

  const materialId = await attachAndRelease(uploadId);
  const page = await ask("ana", `/my/materials/${materialId}`);
  const link = String(/\/files\/[\w-]+\?[^"\\\s]+/.exec(await page.text())?.[0]).replaceAll("&amp;", "&");
  const whole = await ask("ana", link);
  expect([whole.status, whole.headers.get("content-type")]).toEqual([200, "audio/wav"]);
  const hash = createHash("sha256");
  for await (const chunk of whole.body ?? []) hash.update(chunk);
  expect(hash.digest("hex")).toBe(sha256);

  const range = `bytes=${middle.start}-${middle.end}`;
  const sought = await ask("ana", link, { headers: { range } });
  expect([sought.status, sought.headers.get("content-range")]).toEqual([
    206,
    `bytes ${middle.start}-${middle.end}/${size}`,
  ]);
  expect(Buffer.from(await sought.arrayBuffer()).equals(part)).toBe(true);

  for (const who of ["kim", "nobody"] as const) {
    const answer = await ask(who, link, { headers: { range } });
    expect([who, answer.status, await answer.text()]).toEqual([
      who,
      404,
      "There is nothing here for you at the moment.",
    ]);
  }
  writeFileSync(join(folder, "clock"), String(16 * 60_000));
  const lapsed = await ask("ana", link, { headers: { range } });
  expect([lapsed.status, await lapsed.text()]).toEqual([
    410,
    `That link has expired. There is a new one at ${clinic.url}/my/materials/${materialId}`,
  ]);

  const peak = Math.max(...familyOf(clinic.process.pid ?? 0).map(peakMegabytes));
  test.info().annotations.push({ type: "peak memory", description: `${Math.round(peak)} MB` });
  expect(peak).toBeLessThan(300);
});

/** A sound of 500 MB, no two megabytes of which are the same. */
async function writeSound(path: string) {
  const header = Buffer.alloc(44);
  header.write("RIFF", 0);
  header.writeUInt32LE(size - 8, 4);
  header.write("WAVEfmt ", 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(44_100, 24);
  header.writeUInt32LE(88_200, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write("data", 36);
  header.writeUInt32LE(size - 44, 40);
  const hash: Hash = createHash("sha256");
  const file = await open(path, "w+");
  const block = randomBytes(megabyte);
  for (let at = 0; at < size; at += megabyte) {
    block.writeUInt32LE(at, 100);
    if (at === 0) header.copy(block);
    hash.update(block);
    await file.write(block);
  }
  const part = Buffer.alloc(middle.end - middle.start + 1);
  await file.read(part, 0, part.length, middle.start);
  await file.close();
  return { sha256: hash.digest("hex"), part };
}

/** Sends a file as the page does, over and over where it broke off. Returns the upload's id. */
function upload(path: string, endpoint: string, cookie: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const upload = new Upload(createReadStream(path), {
      endpoint,
      uploadSize: size,
      metadata: { filename: "evening.wav" },
      headers: { cookie },
      retryDelays: [100, 100, 100, 100, 100, 100],
      onError: reject,
      onSuccess: () => resolve(String(upload.url?.split("/").at(-1))),
    });
    upload.start();
  });
}

async function attachAndRelease(uploadId: string): Promise<string> {
  const { cohortId, sessionId } = there;
  const press = async (name: string, fields: Record<string, string>) => {
    const action = builtActions().find((one) => one.name === name);
    if (!action) throw new Error(`There is no ${name}.`);
    const body = formFor(action, fields);
    const answer = await ask("sam", `/staff/cohorts/${cohortId}/materials`, { method: "POST", body });
    expect(answer.status, name).toBe(200);
    await answer.arrayBuffer();
  };
  await press("attachMaterialAction", {
    kind: "recording",
    sessionId,
    title: "The whole evening",
    upload: uploadId,
    rule: "byHand",
  });
  const { rows } = await database.query(
    `SELECT r."id", r."materialId" FROM "Release" r JOIN "Material" m ON m."id" = r."materialId" WHERE m."title" = 'The whole evening'`,
  );
  await press("releaseAction", { releaseId: rows[0].id });
  return rows[0].materialId;
}

function ask(who: "sam" | "ana" | "kim" | "nobody", path: string, init: RequestInit = {}): Promise<Response> {
  const cookie = who === "nobody" ? "" : there.cookies[who];
  const headers = { cookie, origin: clinic.url, ...(init.headers as object) };
  return fetch(`${clinic.url}${path}`, { ...init, redirect: "manual", headers });
}
