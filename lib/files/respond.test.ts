import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aWav } from "#lib/testing/wav.ts";
import { respond } from "./respond.ts";
import { storeBytes } from "./store-bytes.ts";
import type { StoredBytes } from "./stored-bytes.ts";

const folder = mkdtempSync(join(tmpdir(), "kindroom-files-"));
process.env.DATA_DIR = folder;
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const wav = aWav(0.25);
const size = wav.length;
let file: StoredBytes;

beforeAll(async () => {
  const stored = await storeBytes(new File([wav], "Loving-kindness.wav"), () => true);
  if (!stored.ok) throw new Error(stored.reason);
  file = stored.value;
});

const ask = (headers: Record<string, string> = {}, method = "GET") =>
  respond(new Request("https://kindroom.example/", { method, headers }), file);
const bytesOf = async (answer: Response) => new Uint8Array(await answer.arrayBuffer());

test("the whole file, kept by nobody on the way", async () => {
  const answer = await ask();
  expect(answer.status).toBe(200);
  expect(Object.fromEntries(answer.headers)).toEqual({
    "accept-ranges": "bytes",
    "cache-control": "private, no-store, no-transform",
    "content-disposition": `inline; filename="Loving-kindness.wav"; filename*=UTF-8''Loving-kindness.wav`,
    "content-length": String(size),
    "content-type": "audio/wav",
    etag: `"${file.sha256}"`,
    "x-content-type-options": "nosniff",
  });
  expect(await bytesOf(answer)).toEqual(wav);
});

describe("a range", () => {
  const within = fc.integer({ min: 0, max: size - 1 });

  test("from one byte to another is exactly those bytes, also when it asks for more than there are", async () => {
    await fc.assert(
      fc.asyncProperty(within, fc.integer({ min: 0, max: 2 * size }), async (start, more) => {
        const answer = await ask({ range: `bytes=${start}-${start + more}` });
        const end = Math.min(start + more, size - 1);
        expect([answer.status, answer.headers.get("content-range")]).toEqual([
          206,
          `bytes ${start}-${end}/${size}`,
        ]);
        expect(answer.headers.get("content-length")).toBe(String(end - start + 1));
        expect(await bytesOf(answer)).toEqual(wav.slice(start, end + 1));
      }),
    );
  });

  test("without an end goes to the last byte", async () => {
    await fc.assert(
      fc.asyncProperty(within, async (start) => {
        const answer = await ask({ range: `bytes=${start}-` });
        expect([answer.status, answer.headers.get("content-range")]).toEqual([
          206,
          `bytes ${start}-${size - 1}/${size}`,
        ]);
        expect(await bytesOf(answer)).toEqual(wav.slice(start));
      }),
    );
  });

  test("without a start is the last so many bytes, and all of them when it asks for more", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 2 * size }), async (last) => {
        const answer = await ask({ range: `bytes=-${last}` });
        const start = Math.max(0, size - last);
        expect([answer.status, answer.headers.get("content-range")]).toEqual([
          206,
          `bytes ${start}-${size - 1}/${size}`,
        ]);
        expect(await bytesOf(answer)).toEqual(wav.slice(start));
      }),
    );
  });

  test.each(["bytes=99999999-", "bytes=99999999-100000000", "bytes=-0", `bytes=${size}-`])(
    "%s is outside of the file",
    async (range) => {
      const answer = await ask({ range });
      expect([answer.status, answer.headers.get("content-range")]).toEqual([416, `bytes */${size}`]);
      expect(await bytesOf(answer)).toEqual(new Uint8Array());
    },
  );

  test.each(["bytes=5-3", "bytes=-", "bytes=a-b", "bytes=0-0,5-9", "lines=1-2", "bytes=0--1", ""])(
    "%j is answered with the whole file",
    async (range) => {
      const answer = await ask({ range });
      expect([answer.status, answer.headers.get("content-range")]).toEqual([200, null]);
      expect(await bytesOf(answer)).toEqual(wav);
    },
  );

  test("is given only of the file that the client already has a part of", async () => {
    const range = "bytes=0-9";
    const known = await ask({ range, "if-range": `"${file.sha256}"` });
    const weak = await ask({ range, "if-range": `W/"${file.sha256}"` });
    const other = await ask({ range, "if-range": '"another"' });
    const dated = await ask({ range, "if-range": "Mon, 23 Nov 2026 15:00:00 GMT" });
    expect([known.status, weak.status, other.status, dated.status]).toEqual([206, 200, 200, 200]);
    await Promise.all([known, weak, other, dated].map((answer) => answer.body?.cancel()));
  });
});

test("a HEAD has the size, and no bytes", async () => {
  const answer = await ask({ range: "bytes=0-9" }, "HEAD");
  expect([answer.status, answer.headers.get("content-length"), answer.body]).toEqual([
    200,
    String(size),
    null,
  ]);
});

test("a handout is saved under its own name, whatever is in it", async () => {
  const handout = { ...file, type: "application/pdf", name: 'Übung "1" (50%)\r\nX: y.pdf' };
  const answer = await respond(new Request("https://kindroom.example/", { method: "HEAD" }), handout);
  expect(answer.headers.get("content-disposition")).toBe(
    `attachment; filename="_bung _1_ (50_)__X: y.pdf"; filename*=UTF-8''%C3%9Cbung%20%221%22%20%2850%25%29%0D%0AX%3A%20y.pdf`,
  );
});
