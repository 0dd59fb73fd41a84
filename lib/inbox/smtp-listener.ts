import type { AddressInfo } from "node:net";
import type { Readable } from "node:stream";
import { SMTPServer } from "smtp-server";
import { now } from "#lib/clock/now.ts";
import { isOwnAddress } from "#lib/reading/own-address.ts";
import { type CertificateFiles, readCertificate, watchCertificate } from "./certificate.ts";
import { largestMessage, mebibyte } from "./largest-message.ts";
import { receiveMessage } from "./receive.ts";
import { traceLines } from "./trace.ts";

/**
 * Listens for mail to the clinic's own address, and to no other: it is never a relay. It says 250 only when
 * the message is kept; until then the sender's server still has it. STARTTLS needs the clinic's own certificate: one
 * that we made up would protect from nobody who can stand in between. @throws when the port can't be had.
 */
export async function startSmtpListener({
  host,
  port,
  clinicEmail,
  certificate = null,
}: {
  host: string;
  port: number;
  clinicEmail: string;
  certificate?: CertificateFiles | null;
}): Promise<{ port: number; close(): Promise<void> }> {
  const renewed = certificate ? watchCertificate(certificate) : () => null;
  const server = new SMTPServer({
    ...(certificate && readCertificate(certificate)),
    name: clinicEmail.split("@")[1],
    size: largestMessage,
    authOptional: true,
    disabledCommands: certificate ? ["AUTH"] : ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    closeTimeout: 5_000,
    onConnect(_, answer) {
      const changed = renewed();
      if (changed) server.updateSecureContext(changed);
      answer();
    },
    onRcptTo({ address }, _, answer) {
      answer(
        isOwnAddress(address, clinicEmail)
          ? null
          : reply(550, `We receive mail for ${clinicEmail} only. Please check the address.`),
      );
    },
    onData(stream, session, answer) {
      const { mailFrom } = session.envelope;
      const seen = {
        ip: session.remoteAddress,
        helo: session.hostNameAppearsAs,
        mailFrom: mailFrom ? mailFrom.address : "",
      };
      keep(stream, traceLines(seen, clinicEmail, now())).then(
        () => answer(null, "Thank you. It has arrived."),
        answer,
      );
    },
  });
  // A sender that hangs up is an everyday thing, and without a listener it would end the process.
  server.on("error", () => {});
  await new Promise<void>((listening, failed) => {
    server.server.once("error", failed);
    server.listen(port, host, listening);
  });
  return {
    port: (server.server.address() as AddressInfo).port,
    close: () => new Promise((closed) => server.close(closed)),
  };
}

type Arriving = Readable & { sizeExceeded: boolean };

/** Keeps a message, under where it came from. */
async function keep(stream: Arriving, trace: Buffer): Promise<void> {
  try {
    await receiveMessage(noted(stream, trace));
  } catch {
    if (stream.sizeExceeded)
      throw reply(
        552,
        `That message is larger than ${largestMessage / mebibyte} MB. Please send less at once.`,
      );
    throw reply(451, "We can't keep your message just now. Please send it again later.");
  }
}

/** @throws at the end of a message that is too large: its sender listens only when all of it is taken */
async function* noted(stream: Arriving, trace: Buffer): AsyncGenerator<Buffer> {
  yield trace;
  for await (const chunk of stream) {
    if (!stream.sizeExceeded) yield chunk;
  }
  if (stream.sizeExceeded) throw new Error("too large");
}

function reply(responseCode: number, words: string): Error {
  return Object.assign(new Error(words), { responseCode });
}
