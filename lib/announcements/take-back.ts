import type { Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { instantOf } from "#lib/clock/convert.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { withdrawLetters } from "#lib/mail/withdraw-letters.ts";
import { lockAnnouncement } from "./lock.ts";

/** Makes an announcement a draft again: one that is scheduled, or one of which no letter is on its way yet. */
export async function takeBack(
  actor: Staff,
  announcementId: string,
): Promise<Outcome<"not_yours" | "letters_gone">> {
  return inTransaction(async (tx) => {
    const announcement = await lockAnnouncement(tx, actor, announcementId);
    if (!announcement) return refuse("not_yours");
    if (announcement.state === "draft") return done();
    if (announcement.sentAt) {
      if (!(await withdrawLetters(tx, { announcementId }, instantOf(announcement.sentAt))))
        return refuse("letters_gone");
      await tx.announcementLetter.deleteMany({ where: { announcementId } });
    }
    await tx.announcement.update({
      where: { id: announcementId },
      data: { state: "draft", sendAt: null, sentAt: null },
    });
    await record(tx, actor, "announcement.taken-back", announcementId);
    return done();
  });
}

/** Throws a draft away. */
export async function discard(actor: Staff, announcementId: string): Promise<Outcome<"not_yours" | "sent">> {
  return inTransaction(async (tx) => {
    const announcement = await lockAnnouncement(tx, actor, announcementId);
    if (!announcement) return refuse("not_yours");
    if (announcement.state !== "draft") return refuse("sent");
    await tx.announcement.delete({ where: { id: announcementId } });
    await record(tx, actor, "announcement.discarded", announcementId);
    return done();
  });
}
