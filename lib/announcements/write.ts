import type { Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { cohortsOf } from "#lib/auth/policy.ts";
import { dateOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { done, refuse } from "#lib/db/outcome.ts";
import { inTransaction, type Tx } from "#lib/db/transaction.ts";
import { fillIn } from "#lib/mail/fill-in.ts";
import { fieldWords } from "./fields.ts";
import { lockAnnouncement } from "./lock.ts";
import { readersOf } from "./readers.ts";
import type { Written } from "./schema.ts";

export type WriteRefusal =
  | { ok: false; reason: "not_yours" | "not_in_group" | "sent" }
  | { ok: false; reason: "unknown_fields"; fields: string[] };

/**
 * Keeps a message to the people of a cohort, for its writer to look at before it goes out. One that is scheduled is
 * a draft again when it is changed; one that was sent stays as it is.
 */
export async function write(
  actor: Staff,
  { announcementId, cohortId, formToken, ...input }: Written,
  at = now(),
): Promise<{ ok: true; value: { announcementId: string } } | WriteRefusal> {
  const unknown = [input.subject, input.text].flatMap((text) => fillIn(text, fieldWords).unknown);
  if (unknown.length > 0) return { ok: false, reason: "unknown_fields", fields: [...new Set(unknown)] };
  return inTransaction(async (tx) => {
    if ((await tx.cohort.count({ where: { id: cohortId, ...cohortsOf(actor) } })) === 0)
      return refuse("not_yours");
    const whom = { ...input, sessionId: input.sessionId ?? null, personId: input.personId ?? null };
    if (!(await belongs(tx, cohortId, whom))) return refuse("not_in_group");
    const data = { ...whom, personId: whom.to === "person" ? whom.personId : null };
    if (announcementId) {
      const announcement = await lockAnnouncement(tx, actor, announcementId);
      if (announcement?.cohortId !== cohortId) return refuse("not_yours");
      if (announcement.state === "sent") return refuse("sent");
      await tx.announcement.update({
        where: { id: announcementId },
        data: { ...data, state: "draft", sendAt: null },
      });
      await record(tx, actor, "announcement.changed", announcementId);
      return done({ announcementId });
    }
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${formToken}, 0))`;
    const before = await tx.announcement.findUnique({
      where: { formToken },
      select: { id: true, cohortId: true },
    });
    if (before)
      return before.cohortId === cohortId ? done({ announcementId: before.id }) : refuse("not_yours");
    const { id } = await tx.announcement.create({
      data: { ...data, cohortId, formToken, byUserId: actor.userId, createdAt: dateOf(at) },
      select: { id: true },
    });
    await record(tx, actor, "announcement.written", id);
    return done({ announcementId: id });
  });
}

/** Whether the session is the cohort's, and the person in it. */
async function belongs(
  tx: Tx,
  cohortId: string,
  { to, sessionId, personId }: Pick<Written, "to"> & { sessionId: string | null; personId: string | null },
): Promise<boolean> {
  if (sessionId && (await tx.session.count({ where: { id: sessionId, cohortId } })) === 0) return false;
  if (to !== "person") return true;
  return (await readersOf(tx, { cohortId, to, sessionId, personId })).length > 0;
}
