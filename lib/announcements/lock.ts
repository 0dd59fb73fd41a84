import type { Staff } from "#lib/audit/actor.ts";
import { cohortsOf } from "#lib/auth/policy.ts";
import type { Tx } from "#lib/db/transaction.ts";
import { Prisma } from "../../prisma/generated/client.ts";

/** An announcement in one of the actor's cohorts, for a job in any, locked; null when there is none. */
export async function lockAnnouncement(tx: Tx, actor: Staff | null, announcementId: string) {
  await tx.$queryRaw(
    Prisma.sql`SELECT 1 FROM "Announcement" WHERE "id" = ${announcementId}::uuid FOR UPDATE`,
  );
  return tx.announcement.findFirst({
    where: { id: announcementId, ...(actor && { cohort: cohortsOf(actor) }) },
    include: { byUser: { select: { name: true } }, cohort: { select: { timeZone: true } } },
  });
}

export type LockedAnnouncement = NonNullable<Awaited<ReturnType<typeof lockAnnouncement>>>;
