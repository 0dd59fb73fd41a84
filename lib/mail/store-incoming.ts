import { createHash } from "node:crypto";
import { dateOf } from "#lib/clock/convert.ts";
import { queueJob } from "#lib/db/queue-job.ts";
import type { Tx } from "#lib/db/transaction.ts";

/**
 * Stores a message as it came, with the job that reads it (design rule 6). A message that is here already,
 * by whichever way, is answered with the first one's id. Nothing is decoded yet: what can't be read is kept too.
 */
export async function storeIncoming(
  tx: Tx,
  raw: Buffer,
  at: Temporal.Instant,
): Promise<{ messageId: string; isNew: boolean }> {
  const { header, body } = split(raw);
  const fingerprint = fingerprintOf(header, body);
  const [stored] = await tx.message.createManyAndReturn({
    data: {
      direction: "incoming",
      state: "received",
      raw: new Uint8Array(raw),
      fingerprint,
      address: /[^\s<>,;"\0]+@[^\s<>,;"\0]+/.exec(field(header, "From"))?.[0].slice(0, 254) ?? "",
      createdAt: dateOf(at),
    },
    skipDuplicates: true,
    select: { id: true },
  });
  if (!stored) {
    const { id } = await tx.message.findUniqueOrThrow({ where: { fingerprint }, select: { id: true } });
    return { messageId: id, isNew: false };
  }
  await queueJob(tx, "read-message", { id: stored.id }, { key: `read-message:${stored.id}` });
  return { messageId: stored.id, isNew: true };
}

/** What no server on the way changes. Line ends and the blank lines after the last one are not part of it. */
function fingerprintOf(header: string, body: string): string {
  const hash = createHash("sha256");
  for (const name of ["Message-ID", "From", "Date"]) hash.update(`${field(header, name)}\n`, "latin1");
  return hash.update(body.replaceAll("\r", "").trimEnd(), "latin1").digest("hex");
}

/** One character a byte, whatever the charset: bytes are compared here, not read. */
function split(raw: Buffer): { header: string; body: string } {
  const text = raw.toString("latin1");
  const gap = /\r?\n\r?\n/.exec(text);
  return gap
    ? { header: text.slice(0, gap.index), body: text.slice(gap.index + gap[0].length) }
    : { header: text, body: "" };
}

/** A header field on one line, or "". */
function field(header: string, name: string): string {
  const found = new RegExp(`^${name}[ \\t]*:(.*(?:\\r?\\n[ \\t].*)*)`, "im").exec(header);
  return found?.[1]?.replaceAll(/\s+/g, " ").trim() ?? "";
}
