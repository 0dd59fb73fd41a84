import { createTransport } from "nodemailer";
import { expect, test, vi } from "vitest";
import { db } from "#lib/db/client.ts";
import { aMail } from "#lib/testing/incoming.ts";
import { startInlet } from "#lib/testing/inlet.ts";

const megabytes = (count: number) => count * 1024 * 1024;
const filler = (bytes: number, line: string) => line.repeat(Math.floor(bytes / line.length));

const base64 = () => filler(megabytes(24), `${Buffer.from("kindroom".repeat(7)).toString("base64")}\r\n`);
const withAttachment = () =>
  aMail(
    { "Content-Type": 'multipart/mixed; boundary="b"' },
    [
      "--b",
      "Content-Type: text/plain",
      "",
      "Hello, here is a film.",
      "--b",
      'Content-Type: video/mp4; name="film.mp4"',
      "Content-Disposition: attachment",
      "Content-Transfer-Encoding: base64",
      "",
      `${base64()}--b--`,
    ].join("\r\n"),
  );
const html = () => filler(megabytes(24), "<div><p>A line of a <b>long</b> letter.</p>\r\n");

test.each([
  ["a film inside", withAttachment],
  ["text alone", () => aMail({}, filler(megabytes(24), "A line of a long letter.\r\n"))],
  ["a text without line ends", () => aMail({}, "x".repeat(megabytes(24)))],
  ["a page without end", () => aMail({ "Content-Type": "text/html" }, html())],
])(
  "25 MB with %s are received and read in less than 300 MB",
  async (_, make) => {
    const inlet = await startInlet();
    try {
      const client = createTransport({ host: "127.0.0.1", port: inlet.port, ignoreTLS: true });
      await client.sendMail({
        raw: make(),
        envelope: { from: "ana@example.org", to: "groups@clinic.example.org" },
      });
      await vi.waitFor(
        async () => {
          expect(await db.message.count({ where: { state: "received" } })).toBe(0);
          expect(await db.message.count({ where: { state: "queued" } })).toBe(0);
        },
        { timeout: 30_000, interval: 50 },
      );
      expect(await db.message.count({ where: { direction: "incoming", state: "read" } })).toBe(1);
      expect(await inlet.mostMegabytes()).toBeLessThan(300);
    } finally {
      await inlet.kill();
      await db.inquiry.deleteMany();
      await db.message.deleteMany();
    }
  },
  60_000,
);
