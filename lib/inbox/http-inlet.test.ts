import { createHmac } from "node:crypto";
import { beforeEach, expect, test, vi } from "vitest";
import { now } from "#lib/clock/now.ts";
import { db } from "#lib/db/client.ts";
import { aMail, fixture } from "#lib/testing/incoming.ts";
import { POST } from "../../app/api/mail/route.ts";
import { receiveMessage } from "./receive.ts";

const secret = "the provider's secret, long enough to pass";
process.env.MAIL_INLET_SECRET = secret;
beforeEach(async () => {
  await db.message.deleteMany();
});

const seconds = () => Math.floor(now().epochMilliseconds / 1000);

function signatureOf(raw: Buffer, timestamp: number | string, key = secret): string {
  return createHmac("sha256", key).update(`${timestamp}.`).update(raw).digest("hex");
}

function signed(raw: Buffer, { at = 0, key = secret } = {}): Record<string, string> {
  const timestamp = String(seconds() + at);
  return { "Kindroom-Timestamp": timestamp, "Kindroom-Signature": signatureOf(raw, timestamp, key) };
}

function post(body: Buffer | ReadableStream, headers: Record<string, string> = {}): Promise<Response> {
  return POST(requestOf(body, headers));
}

function requestOf(body: Buffer | ReadableStream, headers: Record<string, string>): Request {
  const bytes = body instanceof ReadableStream ? body : new Uint8Array(body);
  const init = { method: "POST", body: bytes, headers, duplex: "half" };
  return new Request("https://kindroom.example/api/mail", init);
}

test("a signed message is kept as it came, and the answer says nothing of it", async () => {
  const raw = fixture("couple-in-copy");
  const response = await post(raw, signed(raw));
  expect([response.status, await response.text()]).toEqual([202, ""]);
  const [message] = await db.message.findMany({ select: { raw: true, state: true } });
  expect(message?.state).toBe("received");
  expect(Buffer.from(message!.raw!)).toEqual(raw);
});

test("posted again, and after it came by another way, it is one message", async () => {
  const raw = aMail();
  const headers = signed(raw);
  await receiveMessage(raw);
  const responses = [await post(raw, headers), await post(raw, headers)];
  expect(responses.map(({ status }) => status)).toEqual([202, 202]);
  expect(await db.message.count()).toBe(1);
});

test.each([-290, 290])("a clock that is %i seconds off will do", async (at) => {
  const raw = aMail();
  expect((await post(raw, signed(raw, { at }))).status).toBe(202);
});

const raw = aMail();
test.each<[string, () => Record<string, string>]>([
  ["without a signature", () => ({})],
  ["without a time", () => ({ ...signed(raw), "Kindroom-Timestamp": "" })],
  ["with a time that is none", () => ({ ...signed(raw), "Kindroom-Timestamp": "soon" })],
  [
    "with another time than the signature's",
    () => ({ ...signed(raw), "Kindroom-Timestamp": `${seconds() - 1}` }),
  ],
  ["signed too long ago", () => signed(raw, { at: -310 })],
  ["signed too far ahead", () => signed(raw, { at: 310 })],
  ["signed by another secret", () => signed(raw, { key: "a guess" })],
  ["signed for another message", () => signed(aMail({ Subject: "another" }))],
  [
    "with half a signature",
    () => ({ ...signed(raw), "Kindroom-Signature": signatureOf(raw, seconds()).slice(0, 32) }),
  ],
  [
    "with something after its signature",
    () => ({ ...signed(raw), "Kindroom-Signature": `${signed(raw)["Kindroom-Signature"]}0` }),
  ],
])("a message %s is not taken", async (_, headers) => {
  expect((await post(raw, headers())).status).toBe(401);
  expect(await db.message.count()).toBe(0);
});

test("more than 25 MB are refused: at once where that is said, and otherwise without reading on", async () => {
  const headers = signed(raw);
  expect((await post(raw, { ...headers, "Content-Length": "26214401" })).status).toBe(413);

  let read = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      read += 1024 * 1024;
      controller.enqueue(new Uint8Array(1024 * 1024));
    },
  });
  expect((await post(endless, headers)).status).toBe(413);
  expect(read).toBeLessThan(28 * 1024 * 1024);
  expect(await db.message.count()).toBe(0);
});

test("who begins many posts and ends none can't fill the memory, and the others come in again after it", async () => {
  const controllers: ReadableStreamDefaultController<Uint8Array>[] = [];
  const slow = () =>
    new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new Uint8Array(24 * 1024 * 1024));
        controllers.push(controller);
      },
    });
  const begun = Array.from({ length: 5 }, () => post(slow(), signed(raw)));
  const refused = await Promise.race(begun);
  expect([refused.status, refused.headers.get("Retry-After")]).toEqual([503, "60"]);
  for (const controller of controllers) {
    try {
      controller.close();
    } catch {
      // The refused one is closed already.
    }
  }
  const statuses = (await Promise.all(begun)).map(({ status }) => status);
  expect(statuses.toSorted()).toEqual([401, 401, 401, 401, 503]);
  expect((await post(raw, signed(raw))).status).toBe(202);
});

test("while the database is away, it is asked for again later", async () => {
  await db.$executeRaw`ALTER TABLE "Message" RENAME TO "Away"`;
  const response = await post(raw, signed(raw));
  await db.$executeRaw`ALTER TABLE "Away" RENAME TO "Message"`;
  expect(response.status).toBe(503);
});

test("without a secret in the settings there is no such address", async () => {
  process.env.MAIL_INLET_SECRET = "";
  vi.resetModules();
  const { POST: closed } = await import("../../app/api/mail/route.ts");
  const { status } = await closed(requestOf(raw, signed(raw)));
  process.env.MAIL_INLET_SECRET = secret;
  expect(status).toBe(404);
  expect(await db.message.count()).toBe(0);
});
