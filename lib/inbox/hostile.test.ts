import { readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { createTransport } from "nodemailer";
import { SMTPServer } from "smtp-server";
import { expect, test, vi } from "vitest";
import { db } from "#lib/db/client.ts";
import { isOwnAddress } from "#lib/reading/own-address.ts";
import { readMail } from "#lib/reading/read-mail.ts";
import { aMail } from "#lib/testing/incoming.ts";
import { startInlet } from "#lib/testing/inlet.ts";
import { readReceived } from "./read-received.ts";
import { receiveMessage } from "./receive.ts";

const seed = 20_261_123;
const originals = ["mail", "single"].flatMap((folder) => {
  const url = new URL(`../reading/fixtures/${folder}/`, import.meta.url);
  return readdirSync(url)
    .filter((name) => name.endsWith(".eml"))
    .map((name) => readFileSync(new URL(name, url)));
});

// ── Mutated messages ─────────────────────────────────────────────────────────

/** Lines that mean harm wherever they stand. */
const lines = [
  "Content-Type: multipart/mixed; boundary=x",
  "Content-Type: text/html; charset=no-such-charset",
  "Content-Type: text/plain; charset=utf-7",
  "Content-Type: message/rfc822",
  "Content-Transfer-Encoding: base64",
  "Content-Transfer-Encoding: quoted-printable",
  "Content-Transfer-Encoding: x-uuencode",
  "From: =?utf-8?Q?Ana=0D=0ABcc:_kim=40example.net?= <ana@example.org>",
  "Subject: =?utf-8?B?/////w==?= =?utf-16?B?2AA=?=",
  "Reply-To: ,,,;:<>@@",
  "Message-ID: <>",
  `References: ${"<a@b> ".repeat(2_000)}`,
  "--x",
  "--x--",
  "begin 644 x",
  "> On Tuesday, Ana wrote:",
  "<script>alert(1)</script>",
].map((line) => Buffer.from(`\r\n${line}\r\n`));

const place = fc.double({ min: 0, max: 1, noNaN: true });
const mutation = fc.oneof(
  fc.record({ kind: fc.constant("byte" as const), at: place, value: fc.nat(255) }),
  fc.record({ kind: fc.constant("cut" as const), at: place, to: place }),
  fc.record({
    kind: fc.constant("repeat" as const),
    at: place,
    to: place,
    times: fc.integer({ min: 2, max: 20 }),
  }),
  fc.record({ kind: fc.constant("line" as const), at: place, value: fc.nat(lines.length - 1) }),
  fc.record({ kind: fc.constant("graft" as const), at: place, value: fc.nat(originals.length - 1) }),
);
const mutated = fc
  .record({
    original: fc.nat(originals.length - 1),
    mutations: fc.array(mutation, { minLength: 1, maxLength: 8 }),
  })
  .map(({ original, mutations }) => mutations.reduce(mutate, originals[original] as Buffer));

type Mutation = typeof mutation extends fc.Arbitrary<infer Value> ? Value : never;

function mutate(raw: Buffer, change: Mutation): Buffer {
  const at = Math.floor(change.at * raw.length);
  const before = raw.subarray(0, at);
  if (change.kind === "byte")
    return Buffer.concat([before, Buffer.from([change.value]), raw.subarray(at + 1)]);
  if (change.kind === "line") return Buffer.concat([before, lines[change.value] as Buffer, raw.subarray(at)]);
  if (change.kind === "graft") {
    const other = originals[change.value] as Buffer;
    return Buffer.concat([before, other.subarray(Math.floor(change.at * other.length))]);
  }
  const to = Math.max(at, Math.floor(change.to * raw.length));
  if (change.kind === "cut") return Buffer.concat([before, raw.subarray(to)]);
  const piece = raw.subarray(at, Math.min(to, at + 5_000));
  return Buffer.concat([before, ...Array<Buffer>(change.times).fill(piece), raw.subarray(to)]);
}

test("thousands of mutated messages are read or not, but always soon, and say nothing that can't be stored", async () => {
  await fc.assert(
    fc.asyncProperty(mutated, async (raw) => {
      const began = performance.now();
      const outcome = await readMail(raw);
      expect(performance.now() - began).toBeLessThan(10_000);
      if (!outcome.ok) return void expect(["broken", "no_sender"]).toContain(outcome.reason);
      expect(outcome.value.sender.email).toMatch(/^[^\s<>]+@[^\s<>]+$/);
      // PostgreSQL refuses NUL, and halves of surrogate pairs in JSON.
      expect(JSON.stringify(outcome.value)).not.toMatch(/\\u(?:0000|d[89a-f])/i);
    }),
    { seed, numRuns: 2_000 },
  );
}, 120_000);

test("hundreds of them are all taken in, each once, and answered at most once, and only whoever wrote", async () => {
  const kept = new Set<string>();
  for (const raw of fc.sample(mutated, { seed, numRuns: 400 }))
    kept.add((await receiveMessage(raw)).messageId);
  await readReceived();
  const messages = await db.message.findMany({
    select: {
      id: true,
      direction: true,
      state: true,
      address: true,
      threadId: true,
      messageId: true,
      inReplyTo: true,
    },
  });
  const came = messages.filter(({ direction }) => direction === "incoming");
  expect(new Set(came.map(({ id }) => id))).toEqual(kept);
  expect(new Set(came.map(({ state }) => state))).toEqual(new Set(["read", "filed", "unreadable"]));
  expect(came.filter(({ threadId }) => threadId === null)).toEqual([]);
  const answers = messages.filter(({ direction }) => direction === "outgoing");
  expect(answers.length).toBeGreaterThan(20);
  expect(new Set(answers.map(({ address }) => address)).size).toBe(answers.length);
  for (const { address, threadId } of answers) {
    expect(isOwnAddress(address)).toBe(false);
    const asked = came.filter((message) => message.threadId === threadId && message.address === address);
    expect(asked.map(({ state }) => state)).toContain("read");
  }
}, 120_000);

// ── Monsters, through real SMTP both ways ────────────────────────────────────

const part = (type: string, body: string, more = "") =>
  `--b\r\nContent-Type: ${type}\r\n${more}\r\n${body}\r\n`;
const mixed = (...parts: string[]) =>
  aMail({ "Content-Type": "multipart/mixed; boundary=b" }, `${parts.join("")}--b--`);
const nested = (depth: number) =>
  Array.from(
    { length: depth },
    (_, level) => `Content-Type: multipart/mixed; boundary=b${level}\r\n\r\n--b${level}\r\n`,
  ).join("");
const bomb = gzipSync(Buffer.alloc(100 * 1024 * 1024))
  .toString("base64")
  .replaceAll(/.{76}/g, "$&\r\n");

const monsters: [name: string, raw: Buffer][] = [
  ["ten thousand parts", mixed(...Array<string>(10_000).fill(part("text/plain", "Hello")))],
  [
    "ten thousand files",
    mixed(...Array<string>(10_000).fill(part("image/png", "x", "Content-Disposition: attachment\r\n"))),
  ],
  ["parts within parts", aMail({ "Content-Type": "multipart/mixed; boundary=x" }, `--x\r\n${nested(2_000)}`)],
  [
    "messages within messages",
    aMail({ "Content-Type": "message/rfc822" }, "Content-Type: message/rfc822\r\n\r\n".repeat(2_000)),
  ],
  [
    "a bomb",
    mixed(
      part("text/plain", "Our photos"),
      part(
        "application/zip",
        bomb,
        "Content-Disposition: attachment; filename=photos.zip\r\nContent-Transfer-Encoding: base64\r\n",
      ),
    ),
  ],
  ["a header without end", aMail({ "X-Long": "x ".repeat(2_000_000) })],
  ["a hundred thousand headers", aMail({ "X-Many": `1\r\n${"X-Many: 1\r\n".repeat(100_000)}X-Last: 1` })],
  ["a crowd of receivers", aMail({ Cc: "Kim <kim@example.net>, ".repeat(20_000) })],
  [
    "a charset that there isn't",
    aMail({ "Content-Type": "text/plain; charset=klingon-8" }, "\xff\xfe Hello"),
  ],
  ["HTML within HTML", aMail({ "Content-Type": "text/html" }, "<div><table><tr><td>".repeat(50_000))],
  [
    "a script",
    aMail(
      { "Content-Type": "text/html" },
      "<script>fetch('//evil.example')</script><p onclick=x>We want to join</p>",
    ),
  ],
  ["lines of ours", aMail({ Subject: "=?utf-8?Q?Tuesday=0D=0ABcc:_kim=40example.net?=" })],
];

test("monsters by SMTP are all taken in, in less than 300 MB; our answers have no line of theirs, and end a loop", async () => {
  const letters: { to: string; raw: string }[] = [];
  const robot = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    size: 1024 * 1024,
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream
        .on("data", (chunk) => chunks.push(chunk))
        .on("end", () => {
          const raw = Buffer.concat(chunks).toString();
          const to = String(session.envelope.rcptTo[0]?.address);
          letters.push({ to, raw });
          done();
          if (!to.startsWith("robot")) return;
          // Another auto-responder, which doesn't say that it is one, and answers whatever comes.
          const id = /^Message-ID: (.*)$/im.exec(raw)?.[1]?.trim() ?? "";
          void deliver(
            aMail(
              { From: to, Subject: "Re: your message", "In-Reply-To": id },
              "Thank you. We have your message.",
            ),
          );
        });
    },
  });
  await new Promise<void>((listening) => robot.listen(0, "127.0.0.1", listening));
  const address = robot.server.address();
  const inlet = await startInlet({
    SMTP_URL: `smtp://127.0.0.1:${typeof address === "object" ? address?.port : 0}`,
  });
  const client = createTransport({ host: "127.0.0.1", port: inlet.port, ignoreTLS: true });
  const deliver = (raw: Buffer) =>
    client.sendMail({ raw, envelope: { from: "ana@example.org", to: "groups@clinic.example.org" } });
  try {
    await db.inquiry.deleteMany();
    await db.message.deleteMany();
    for (const [name, raw] of monsters) {
      const from = `From: =?utf-8?Q?Ana=0D=0ABcc:_kim=40example.net?= <${name.replaceAll(" ", ".")}@example.org>`;
      await deliver(Buffer.from(raw.toString("latin1").replace(/^From: .*$/m, from), "latin1"));
    }
    await deliver(aMail({ From: "robot@example.org" }, "We want to join the Tuesday group."));
    await vi.waitFor(
      async () => {
        expect(await db.message.count({ where: { state: { in: ["received", "queued", "sending"] } } })).toBe(
          0,
        );
        expect(
          await db.message.count({ where: { direction: "incoming", address: "robot@example.org" } }),
        ).toBe(2);
      },
      { timeout: 90_000, interval: 100 },
    );
    const came = await db.message.findMany({
      where: { direction: "incoming" },
      select: { address: true, state: true },
    });
    expect(came.length).toBe(monsters.length + 2);
    expect(came.filter(({ state }) => state !== "read" && state !== "unreadable")).toEqual([]);
    // What has no end is nobody's letter, and is left to a person; nothing else is.
    const left = came.filter(({ state }) => state === "unreadable").map(({ address }) => address);
    expect(left.toSorted()).toEqual(
      [
        "a.header.without.end",
        "a.hundred.thousand.headers",
        "parts.within.parts",
        "ten.thousand.files",
        "ten.thousand.parts",
      ].map((name) => `${name}@example.org`),
    );
    expect(letters.filter(({ to }) => to === "robot@example.org").length).toBe(1);
    expect(letters.length).toBe(new Set(letters.map(({ to }) => to)).size);
    for (const { raw } of letters) expect(raw.split("\r\n\r\n", 1)[0]).not.toMatch(/^(?:Bcc|Cc):/im);
    expect(await inlet.mostMegabytes()).toBeLessThan(300);
  } finally {
    await inlet.kill();
    await new Promise<void>((closed) => robot.close(closed));
  }
}, 180_000);
