import type { AddressInfo } from "node:net";
import type { Readable } from "node:stream";
import { SMTPServer } from "smtp-server";
import { isOwnAddress } from "#lib/reading/own-address.ts";
import { receiveMessage } from "./receive.ts";

const mebibyte = 1024 * 1024;
const largestMessage = 25 * mebibyte;

/**
 * Listens for mail to the clinic's own address, and to no other: it is never a relay. It says 250 only when
 * the message is kept; until then the sender's server still has it. @throws when the port can't be had.
 */
export async function startSmtpListener({
  host,
  port,
  clinicEmail,
}: {
  host: string;
  port: number;
  clinicEmail: string;
}): Promise<{ port: number; close(): Promise<void> }> {
  const server = new SMTPServer({
    name: clinicEmail.split("@")[1],
    size: largestMessage,
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    closeTimeout: 5_000,
    onRcptTo({ address }, _, answer) {
      answer(
        isOwnAddress(address, clinicEmail)
          ? null
          : reply(550, `We receive mail for ${clinicEmail} only. Please check the address.`),
      );
    },
    onData(stream, session, answer) {
      const { mailFrom } = session.envelope;
      keep(stream, mailFrom ? mailFrom.address : "").then(
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

/** Keeps a message, under the envelope's sender as the last server notes it (RFC 5321, 4.4). */
async function keep(stream: Readable & { sizeExceeded: boolean }, sender: string): Promise<void> {
  const chunks: Buffer[] = [Buffer.from(`Return-Path: <${sender}>\r\n`)];
  for await (const chunk of stream) {
    if (!stream.sizeExceeded) chunks.push(chunk);
  }
  if (stream.sizeExceeded)
    throw reply(
      552,
      `That message is larger than ${largestMessage / mebibyte} MB. Please send less at once.`,
    );
  try {
    await receiveMessage(Buffer.concat(chunks));
  } catch {
    throw reply(451, "We can't keep your message just now. Please send it again later.");
  }
}

function reply(responseCode: number, words: string): Error {
  return Object.assign(new Error(words), { responseCode });
}
