import type { Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { programsOf } from "#lib/auth/policy.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import type { DefaultInput } from "#lib/library/schema.ts";

/** Begins a session of every new cohort with something of the library's, by a rule; anew, when it has it already. */
export async function setDefaultMaterial(
  actor: Staff,
  { programSessionId, materialId, rule }: DefaultInput,
): Promise<Outcome<"not_yours" | "not_there", { programId: string }>> {
  return inTransaction(async (tx) => {
    const session = await tx.programSession.findFirst({
      where: { id: programSessionId, program: programsOf(actor) },
      select: { programId: true },
    });
    if (!session) return refuse("not_yours");
    const offered = { id: materialId, cohortId: null, archivedAt: null };
    if ((await tx.material.count({ where: offered })) === 0) return refuse("not_there");
    const { rule: kind, offsetMinutes, forMissed, missedOffsetMinutes } = rule;
    const kept = { rule: kind, offsetMinutes, forMissed, missedOffsetMinutes };
    await tx.defaultMaterial.upsert({
      where: { programSessionId_materialId: { programSessionId, materialId } },
      create: { programSessionId, materialId, ...kept },
      update: kept,
    });
    await record(tx, actor, "program.material-set", session.programId, { programSessionId, materialId });
    return done({ programId: session.programId });
  });
}

/** New cohorts begin without it. Those that are planned keep it. */
export async function removeDefaultMaterial(actor: Staff, defaultId: string): Promise<Outcome<"not_yours">> {
  return inTransaction(async (tx) => {
    const where = { id: defaultId, programSession: { program: programsOf(actor) } };
    const found = await tx.defaultMaterial.findFirst({
      where,
      select: { programSession: { select: { programId: true } } },
    });
    if (!found) return refuse("not_yours");
    await tx.defaultMaterial.delete({ where: { id: defaultId } });
    await record(tx, actor, "program.material-removed", found.programSession.programId, { defaultId });
    return done();
  });
}
