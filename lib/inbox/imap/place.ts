import { dateOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { db } from "#lib/db/client.ts";

/**
 * The number of the last message that is kept here, or 0. Numbers mean nothing once the folder's UIDVALIDITY is
 * another: then everything is taken again, and what is kept already stays one message.
 */
export async function lastTaken(mailbox: string, uidValidity: bigint): Promise<number> {
  const place = await db.mailboxPlace.findUnique({ where: { mailbox } });
  return place?.uidValidity === uidValidity ? Number(place.lastUid) : 0;
}

/** Notes how far a mailbox is kept: after a restart it goes on from here. */
export async function notePlace(
  mailbox: string,
  { uidValidity, uid }: { uidValidity: bigint; uid: number },
  at = now(),
): Promise<void> {
  const place = { uidValidity, lastUid: BigInt(uid), updatedAt: dateOf(at) };
  await db.mailboxPlace.upsert({ where: { mailbox }, create: { mailbox, ...place }, update: place });
}
