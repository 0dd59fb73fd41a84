import type { Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { cohortsOf } from "#lib/auth/policy.ts";
import { dateOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import type { Prisma } from "../../prisma/generated/client.ts";
import { ruleRow } from "./attach.ts";
import type { ReleaseInput } from "./schema.ts";

/** Shows what was given to a session of the actor's from now on, whatever its rule says; also what was taken back. */
export async function release(actor: Staff, releaseId: string, at = now()): Promise<void> {
  await inTransaction(async (tx) => {
    const { count } = await tx.release.updateMany({
      where: { ...releasesOf(actor), id: releaseId },
      data: { releasedAt: dateOf(at), takenBackAt: null },
    });
    if (count > 0) await record(tx, actor, "release.released", releaseId);
  });
}

/** Hides it until somebody releases it again or gives it a new rule. */
export async function takeBack(actor: Staff, releaseId: string, at = now()): Promise<void> {
  await inTransaction(async (tx) => {
    const { count } = await tx.release.updateMany({
      where: { ...releasesOf(actor), id: releaseId },
      data: { releasedAt: null, takenBackAt: dateOf(at) },
    });
    if (count > 0) await record(tx, actor, "release.taken-back", releaseId);
  });
}

/** Gives it another rule, which holds from now on: what was done by hand before is forgotten. */
export async function changeRule(actor: Staff, releaseId: string, rule: ReleaseInput): Promise<void> {
  await inTransaction(async (tx) => {
    const found = await tx.release.findFirst({
      where: { ...releasesOf(actor), id: releaseId },
      select: { session: { select: { cohort: { select: { timeZone: true } } } } },
    });
    if (!found) return;
    await tx.release.update({
      where: { id: releaseId },
      data: { ...ruleRow(rule, found.session.cohort.timeZone), releasedAt: null, takenBackAt: null },
    });
    await record(tx, actor, "release.rule-changed", releaseId, { rule: rule.rule });
  });
}

/** Takes it out of the session altogether. The material stays where it is kept. */
export async function detach(actor: Staff, releaseId: string): Promise<void> {
  await inTransaction(async (tx) => {
    const { count } = await tx.release.deleteMany({ where: { ...releasesOf(actor), id: releaseId } });
    if (count > 0) await record(tx, actor, "release.removed", releaseId);
  });
}

function releasesOf(actor: Staff): Prisma.ReleaseWhereInput {
  return { session: { cohort: cohortsOf(actor) } };
}
