import { type Actor, job, type Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { dateOf, instantOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { db } from "#lib/db/client.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { inTransaction, type Tx } from "#lib/db/transaction.ts";
import { manyMessagesInsert, sendManyJobs } from "#lib/mail/queue.ts";
import { thinkingTime } from "#lib/mail/withdraw-letters.ts";
import { Prisma } from "../../prisma/generated/client.ts";
import { commonFields } from "./fields.ts";
import { letterTo } from "./letter.ts";
import { type LockedAnnouncement, lockAnnouncement } from "./lock.ts";
import { readersOf } from "./readers.ts";

/** Sends an announcement to each of its readers, with a little time to take it back. Sent twice, it was sent once. */
export async function send(
  actor: Staff,
  announcementId: string,
  at = now(),
): Promise<Outcome<"not_yours" | "nobody">> {
  return inTransaction(async (tx) => {
    const announcement = await lockAnnouncement(tx, actor, announcementId);
    if (!announcement) return refuse("not_yours");
    if (announcement.state === "sent") return done();
    const count = await spread(tx, actor, announcement, at, thinkingTime.total("seconds"));
    return count === 0 ? refuse("nobody") : done();
  });
}

/** Has it sent at a time on the wall of the cohort's zone. Until then it can be changed or taken back. */
export async function schedule(
  actor: Staff,
  { announcementId, sendLocal }: { announcementId: string; sendLocal: Temporal.PlainDateTime },
  at = now(),
): Promise<Outcome<"not_yours" | "sent" | "in_the_past">> {
  return inTransaction(async (tx) => {
    const announcement = await lockAnnouncement(tx, actor, announcementId);
    if (!announcement) return refuse("not_yours");
    if (announcement.state === "sent") return refuse("sent");
    const sendAt = sendLocal.toZonedDateTime(announcement.cohort.timeZone).toInstant();
    if (Temporal.Instant.compare(sendAt, at) <= 0) return refuse("in_the_past");
    await tx.announcement.update({
      where: { id: announcementId },
      data: { state: "scheduled", sendAt: dateOf(sendAt) },
    });
    await record(tx, actor, "announcement.scheduled", announcementId);
    return done();
  });
}

/** Sends what is due, each for who it is for by then. One that is for nobody any more is a draft again. Returns how many were sent. */
export async function sendDue(at = now()): Promise<number> {
  const due = await db.announcement.findMany({
    where: { state: "scheduled", sendAt: { lte: dateOf(at) } },
    orderBy: { sendAt: "asc" },
    take: 100,
    select: { id: true },
  });
  let sent = 0;
  for (const { id } of due) {
    await inTransaction(async (tx) => {
      const announcement = await lockAnnouncement(tx, null, id);
      const sendAt = announcement?.sendAt && instantOf(announcement.sendAt);
      // Somebody may have changed or put it off since.
      if (announcement?.state !== "scheduled" || !sendAt || Temporal.Instant.compare(sendAt, at) > 0) return;
      if ((await spread(tx, job, announcement, at)) > 0) sent += 1;
      else await tx.announcement.update({ where: { id }, data: { state: "draft", sendAt: null } });
    });
  }
  return sent;
}

/** A letter to each reader with an address, in one statement. The database refuses a second to anybody. Returns how many. */
async function spread(
  tx: Tx,
  actor: Actor,
  announcement: LockedAnnouncement,
  at: Temporal.Instant,
  after = 0,
): Promise<number> {
  const { id: announcementId, cohortId, byUser } = announcement;
  const readers = (await readersOf(tx, announcement)).filter(({ email }) => email);
  if (readers.length === 0) return 0;
  const common = await commonFields(tx, { ...announcement, from: byUser.name }, at);
  const letters = readers.map((reader) => {
    const { name, subject, text, readers } = letterTo(reader, announcement, common);
    const { memberId, personId, email } = reader;
    const props = { announcementId, cohortId, memberId, personId, subject, text, readers };
    return { address: email, name, props };
  });
  await tx.announcement.update({
    where: { id: announcementId },
    data: { state: "sent", sendAt: announcement.sendAt ?? dateOf(at), sentAt: dateOf(at) },
  });
  await tx.$queryRaw(Prisma.sql`
    WITH queued AS (${manyMessagesInsert(
      Prisma.sql`
      SELECT 'announcement'::text, l."address", l."name", l."props", NULL::uuid, NULL::text
      FROM jsonb_to_recordset(${JSON.stringify(letters)}::jsonb) AS l("address" text, "name" text, "props" jsonb)`,
      at,
    )}),
    letters AS (
      INSERT INTO "AnnouncementLetter" ("announcementId", "personId", "messageId")
      SELECT ${announcementId}::uuid, (q."props"->>'personId')::uuid, q."id" FROM queued q)
    SELECT ${sendManyJobs(Prisma.sql`queued`, after)}`);
  await record(tx, actor, "announcement.sent", announcementId, { letters: letters.length });
  return letters.length;
}
