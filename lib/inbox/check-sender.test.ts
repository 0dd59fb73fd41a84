import { generateKeyPairSync } from "node:crypto";
import { dkimSign } from "mailauth/lib/dkim/sign.js";
import { createTransport } from "nodemailer";
import { afterEach, expect, test, vi } from "vitest";
import { now } from "#lib/clock/now.ts";
import * as config from "#lib/config/settings.ts";
import { db } from "#lib/db/client.ts";
import { aMail } from "#lib/testing/incoming.ts";
import { checkSender, checkStored, type Resolver } from "./check-sender.ts";
import { readMessage } from "./read-message.ts";
import { senderWords } from "./reading-shown.ts";
import { receiveMessage } from "./receive.ts";
import { startSmtpListener } from "./smtp-listener.ts";
import { readTrace, traceLines } from "./trace.ts";

const { privateKey, publicKey } = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "pem" },
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
});
const key = publicKey.replaceAll(/-----.*-----|\s/g, "");

const zone: Record<string, string[][]> = {
  "TXT one._domainkey.example.org": [[`v=DKIM1; k=rsa; p=${key}`]],
  "TXT _dmarc.example.org": [["v=DMARC1; p=reject"]],
  "TXT example.org": [["v=spf1 ip4:192.0.2.7 -all"]],
  "TXT plain.example": [["v=spf1 ip4:192.0.2.7 -all"]],
};
const resolver: Resolver = async (name, type) => {
  const found = zone[`${type} ${name}`];
  if (found) return found;
  throw Object.assign(new Error("not there"), { code: "ENOTFOUND" });
};

async function signed(raw = aMail()): Promise<Buffer> {
  const by = { signingDomain: "example.org", selector: "one", privateKey };
  const { signatures } = await dkimSign(raw, { ...by, signatureData: [by] });
  return Buffer.concat([Buffer.from(signatures), raw]);
}

const fromServer = { ip: "192.0.2.7", helo: "mx.example.org", mailFrom: "ana@example.org" };
const fromElsewhere = { ip: "198.51.100.9", helo: "mx.example.net", mailFrom: "eve@example.net" };

test("what its domain signed was sent by it, whichever way it came", async () => {
  const raw = await signed();
  const said = "Checked: really sent by example.org";
  expect(await checkSender({ raw, ...fromElsewhere }, resolver)).toMatchObject({
    dkim: "pass",
    dmarc: "pass",
    words: said,
  });
  expect((await checkSender({ raw }, resolver)).words).toBe(said);
});

test("so was what came from its own server", async () => {
  const check = await checkSender({ raw: aMail(), ...fromServer }, resolver);
  expect(check).toEqual({
    spf: "pass",
    dkim: "none",
    dmarc: "pass",
    words: "Checked: really sent by example.org",
  });
});

test("what was changed on the way, or came from elsewhere unsigned, is possibly somebody else's", async () => {
  const changed = Buffer.from((await signed()).toString().replace("Tuesdays", "Thursdays"));
  for (const raw of [changed, aMail()])
    expect((await checkSender({ raw, ...fromElsewhere }, resolver)).words).toBe(
      "Possibly not from example.org",
    );
});

test("without a rule of the domain's, its own server is enough", async () => {
  const raw = aMail({ From: "kim@plain.example" });
  const mailFrom = "kim@plain.example";
  expect((await checkSender({ raw, ...fromServer, mailFrom }, resolver)).words).toBe(
    "Checked: really sent by plain.example",
  );
  expect((await checkSender({ raw, ...fromElsewhere, mailFrom }, resolver)).words).toBe(
    "Possibly not from plain.example",
  );
  expect((await checkSender({ raw, ...fromElsewhere }, resolver)).words).toBe("Could not be checked");
});

test("when the DNS doesn't answer, or answers with nonsense, it could not be checked", async () => {
  const raw = await signed();
  const broken: Resolver = async () => {
    throw Object.assign(new Error("timed out"), { code: "ETIMEOUT" });
  };
  for (const each of [broken, async () => [["\0nonsense"]]] as Resolver[])
    expect((await checkSender({ raw }, each)).words).toBe("Could not be checked");
});

test("a DNS that never answers is not waited for", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  const checking = checkSender({ raw: await signed() }, () => new Promise(() => {}));
  await vi.advanceTimersByTimeAsync(5_000);
  expect((await checking).words).toBe("Could not be checked");
  vi.useRealTimers();
});

test("only a trace of our own is believed", () => {
  const raw = aMail();
  const lines = traceLines({ ...fromServer, ip: "::ffff:192.0.2.7" }, "groups@clinic.example.org", now());
  const stored = Buffer.concat([lines, raw]);
  expect(readTrace(stored)).toEqual({ trace: fromServer, below: raw });
  const forged = Buffer.from(stored.toString().replace("192.0.2.7", "192.0.2.8"));
  expect(readTrace(forged)).toEqual({ trace: null, below: forged });
  const below = Buffer.concat([Buffer.from("X: y\r\n"), stored]);
  expect(readTrace(below).trace).toBeNull();
  const six = { ip: "2001:db8::7", helo: "[IPv6:2001:db8::7]", mailFrom: "" };
  expect(readTrace(Buffer.concat([traceLines(six, "g@x.org", now()), raw])).trace).toEqual(six);
  const hostile = { ip: "192.0.2.7", helo: "a b\r\nX: y", mailFrom: "a@b>\r\nX: y" };
  expect(traceLines(hostile, "g@x.org", now()).toString()).not.toMatch(/^X:/m);
});

afterEach(() => vi.restoreAllMocks());

test("a provider's word is taken under the name that we trust, and only its first", async () => {
  vi.spyOn(config, "settings").mockReturnValue({
    ...config.settings(),
    TRUSTED_AUTHSERV: "mx.provider.example",
  });
  const check = (results: string) => checkStored(aMail({ "Authentication-Results": results }));
  expect(
    await check(
      "mx.provider.example; dkim=pass (good) header.d=example.org;\r\n spf=none; dmarc=pass header.from=example.org",
    ),
  ).toEqual({
    spf: "none",
    dkim: "pass",
    dmarc: "pass",
    words: "Checked: really sent by example.org",
  });
  expect((await check("mx.provider.example; dmarc=fail header.from=example.org"))?.words).toBe(
    "Possibly not from example.org",
  );
  expect((await check("mx.provider.example; dkim=pass header.d=evil.example"))?.words).toBe(
    "Could not be checked",
  );
  expect(await check("mx.other.example; dmarc=pass header.from=example.org")).toBeNull();
  const twice = Buffer.concat([
    Buffer.from("Authentication-Results: mx.provider.example; dmarc=fail\r\n"),
    aMail({ "Authentication-Results": "mx.provider.example; dmarc=pass" }),
  ]);
  expect((await checkStored(twice))?.words).toBe("Possibly not from example.org");
});

test("mail that came to our own server is not taken on a provider's word", async () => {
  vi.spyOn(config, "settings").mockReturnValue({
    ...config.settings(),
    TRUSTED_AUTHSERV: "mx.provider.example",
  });
  const raw = aMail({ "Authentication-Results": "mx.provider.example; dmarc=pass" });
  const lines = traceLines(fromElsewhere, "groups@clinic.example.org", now());
  expect(await checkStored(Buffer.concat([lines, raw]))).toBeNull();
});

test("a message that comes by SMTP is kept under where it came from, and what was found is kept with it", async () => {
  const listener = await startSmtpListener({
    host: "127.0.0.1",
    port: 0,
    clinicEmail: "groups@clinic.example.org",
  });
  await createTransport({
    host: "127.0.0.1",
    port: listener.port,
    name: "mx.example.org",
    ignoreTLS: true,
  }).sendMail({
    envelope: { from: "ana@example.org", to: "groups@clinic.example.org" },
    raw: aMail(),
  });
  await listener.close();
  const { id, raw } = await db.message.findFirstOrThrow({
    where: { direction: "incoming" },
    orderBy: { id: "desc" },
  });
  expect(readTrace(Buffer.from(raw!)).trace).toEqual({
    ip: "127.0.0.1",
    helo: "mx.example.org",
    mailFrom: "ana@example.org",
  });
  await readMessage(id);
  expect((await db.message.findUniqueOrThrow({ where: { id } })).senderCheck).toBeNull();
});

test("a proof of who sent a message is none of somebody to whom only the answers go", async () => {
  vi.spyOn(config, "settings").mockReturnValue({
    ...config.settings(),
    TRUSTED_AUTHSERV: "mx.provider.example",
  });
  const wordsOf = async (headers: Record<string, string>) => {
    const { messageId } = await receiveMessage(
      aMail({
        "Authentication-Results": "mx.provider.example; dmarc=pass header.from=example.org",
        ...headers,
      }),
    );
    await readMessage(messageId);
    const { address, senderCheck } = await db.message.findUniqueOrThrow({ where: { id: messageId } });
    return [address, senderWords(senderCheck)];
  };
  expect(await wordsOf({})).toEqual(["ana@example.org", "Checked: really sent by example.org"]);
  expect(await wordsOf({ From: "Eve <eve@example.org>", "Reply-To": "Ana <ana@example.org>" })).toEqual([
    "ana@example.org",
    "Sent from eve@example.org, and answers go to this address",
  ]);
});
