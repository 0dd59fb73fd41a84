import { once } from "node:events";
import { copyFile, mkdtemp, readFile, rm, utimes } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { createTransport } from "nodemailer";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import { aMail, fixture } from "#lib/testing/incoming.ts";
import { readMessage } from "./read-message.ts";
import { startSmtpListener } from "./smtp-listener.ts";

let listener: Awaited<ReturnType<typeof startSmtpListener>>;
beforeAll(async () => {
  listener = await startSmtpListener({
    host: "127.0.0.1",
    port: 0,
    clinicEmail: "groups@clinic.example.org",
  });
});
afterAll(() => listener.close());
beforeEach(async () => {
  await db.inquiry.deleteMany();
  await db.message.deleteMany();
});

function send(raw: Buffer, to = "groups@clinic.example.org", from: string | false = "ana@example.org") {
  const client = createTransport({ host: "127.0.0.1", port: listener.port, ignoreTLS: true });
  return client.sendMail({ raw, envelope: { from, to } });
}

const answersTo = (address: string) => db.message.count({ where: { template: "acknowledgement", address } });

test("a message is kept before it is said to have arrived", async () => {
  const { response } = await send(aMail());
  expect(response).toBe("250 Thank you. It has arrived.");
  expect(await db.message.findMany({ select: { direction: true, state: true, address: true } })).toEqual([
    { direction: "incoming", state: "received", address: "ana@example.org" },
  ]);
});

test.each(["Groups@Clinic.Example.org", "groups+abc123@clinic.example.org"])(
  "mail to %s is ours",
  async (to) => {
    await send(aMail(), to);
    expect(await db.message.count()).toBe(1);
  },
);

test.each(["somebody@example.net", "info@clinic.example.org", "groups@clinic.example.org.example.net"])(
  "mail to %s is not passed on",
  async (to) => {
    await expect(send(aMail(), to)).rejects.toMatchObject({
      responseCode: 550,
      response: "550 We receive mail for groups@clinic.example.org only. Please check the address.",
    });
    expect(await db.message.count()).toBe(0);
  },
);

test("a message of more than 25 MB is refused", async () => {
  await expect(send(aMail({}, `${"x".repeat(70)}\r\n`.repeat(370_000)))).rejects.toMatchObject({
    responseCode: 552,
  });
  expect(await db.message.count()).toBe(0);
});

/** What the server says to these lines. */
async function say(...lines: string[]): Promise<string> {
  const socket = connect(listener.port, "127.0.0.1");
  await once(socket, "readable");
  socket.write([...lines, "QUIT", ""].join("\r\n"));
  return text(socket);
}

test("how large a message may be is announced, and one that says it is larger is refused unsent", async () => {
  const from = "MAIL FROM:<ana@example.org>";
  const answers = await say("EHLO example.org", `${from} SIZE=26214400`, "RSET", `${from} SIZE=26214401`);
  expect(answers).toContain("SIZE 26214400");
  expect(answers.match(/^(250 Accepted|552 )/gm)).toEqual(["250 Accepted", "552 "]);
});

test("without a certificate, encryption is not offered", async () => {
  const offers = await say("EHLO example.org");
  expect(offers).toContain("250-8BITMIME");
  expect(offers).not.toContain("STARTTLS");
});

test("mail comes encrypted under the clinic's certificate, and under the renewed one without a restart", async () => {
  const folder = await mkdtemp(join(tmpdir(), "kindroom-certificate-"));
  const files = { cert: join(folder, "cert.pem"), key: join(folder, "key.pem") };
  const given = (name: string, kind: "cert" | "key") =>
    join(import.meta.dirname, `../testing/certificates/${name}.${kind}.pem`);
  const give = async (name: string, kind: "cert" | "key", at: number) => {
    await copyFile(given(name, kind), files[kind]);
    await utimes(files[kind], at, at);
  };
  await give("first", "cert", 1);
  await give("first", "key", 1);
  const secured = await startSmtpListener({
    host: "127.0.0.1",
    port: 0,
    clinicEmail: "groups@clinic.example.org",
    certificate: files,
  });
  const sendTrusting = async (name: string) => {
    const ca = await readFile(given(name, "cert"));
    const client = createTransport({
      host: "127.0.0.1",
      port: secured.port,
      requireTLS: true,
      tls: { ca, servername: "clinic.example.org" },
    });
    await client.sendMail({
      raw: aMail(),
      envelope: { from: "ana@example.org", to: "groups@clinic.example.org" },
    });
  };
  try {
    await sendTrusting("first");
    await expect(sendTrusting("second")).rejects.toThrow("self-signed certificate");
    await give("second", "cert", 2);
    await sendTrusting("first");
    await give("second", "key", 2);
    await sendTrusting("second");
    expect(await db.message.count()).toBe(3);
  } finally {
    await secured.close();
    await rm(folder, { recursive: true });
  }
});

test("the same message sent twice at once is one message, one inquiry and one answer", async () => {
  await Promise.all([send(fixture("twice-by-groups")), send(fixture("twice-by-info"))]);
  const [message, ...others] = await db.message.findMany({ select: { id: true } });
  expect(others).toEqual([]);
  await Promise.all([readMessage(message!.id), readMessage(message!.id)]);
  await readMessage(message!.id);
  expect(await db.inquiry.count()).toBe(1);
  expect(await answersTo("a.thorburn@example.org")).toBe(1);
});

test("the envelope of a bounce names nobody, and so it gets no answer", async () => {
  await send(aMail({ From: "Mail system <system@example.net>" }), undefined, "");
  const { id } = await db.message.findFirstOrThrow();
  await readMessage(id);
  expect(await db.message.findFirst({ where: { id }, select: { state: true, automatic: true } })).toEqual({
    state: "filed",
    automatic: "It names nobody to answer.",
  });
});

test("while the database is away, the sender is asked to come again", async () => {
  await db.$executeRaw`ALTER TABLE "Message" RENAME TO "Away"`;
  await expect(send(aMail())).rejects.toMatchObject({ responseCode: 451 });
  await db.$executeRaw`ALTER TABLE "Away" RENAME TO "Message"`;
  await send(aMail());
  expect(await db.message.count()).toBe(1);
});
