import { isIP } from "node:net";
import { signature } from "#lib/links/token.ts";

/** Where a message came from, as our own server saw it. */
export type Trace = { ip: string; helo: string; mailFrom: string };

/**
 * The lines that the last server puts above a message (RFC 5321, 4.4). Anybody can write such lines, and a message may
 * come by another way with some on top: ours carry a proof.
 */
export function traceLines(seen: Trace, clinicEmail: string, at: Temporal.Instant): Buffer {
  const ip = seen.ip.replace(/^::ffff:(?=\d+\.)/i, "");
  const helo = seen.helo.replaceAll(/[^\w.:[\]-]/g, "").slice(0, 255) || "unknown";
  const mailFrom = seen.mailFrom.replaceAll(/[\s<>]/g, "");
  const date = new Date(at.epochMilliseconds).toUTCString().replace("GMT", "+0000");
  return Buffer.from(
    `Return-Path: <${mailFrom}>\r\nReceived: from ${helo} ([${isIP(ip) === 6 ? "IPv6:" : ""}${ip}])\r\n\tby ${clinicEmail.split("@")[1]} with ESMTP id ${proof({ ip, helo, mailFrom })};\r\n\t${date}\r\n`,
  );
}

/** What our own server noted on top of a message, and the message below it; null trace when it came by another way. */
export function readTrace(raw: Buffer): { trace: Trace | null; below: Buffer } {
  const top = raw.toString("utf8", 0, 2_000);
  const found =
    /^Return-Path: <([^<>\r\n]*)>\r\nReceived: from (\S+) \(\[(?:IPv6:)?([\da-f.:]+)\]\)\r\n\tby \S+ with ESMTP id ([\da-f]{32});\r\n\t[^\r\n]*\r\n/i.exec(
      top,
    );
  const [lines = "", mailFrom = "", helo = "", ip = "", given] = found ?? [];
  if (!found || given !== proof({ ip, helo, mailFrom })) return { trace: null, below: raw };
  return { trace: { ip, helo, mailFrom }, below: raw.subarray(Buffer.byteLength(lines)) };
}

function proof({ ip, helo, mailFrom }: Trace): string {
  return signature("trace", `${ip} ${helo} ${mailFrom}`, 1).toString("hex");
}
