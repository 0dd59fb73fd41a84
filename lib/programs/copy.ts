import type { Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { inTransaction } from "#lib/db/transaction.ts";

/** Makes a copy of any program with its materials, which is the actor's to change. Nobody can wait for its groups until an admin says so. */
export async function copyProgram(
  actor: Staff,
  programId: string,
): Promise<Outcome<"not_there", { programId: string }>> {
  return inTransaction(async (tx) => {
    const original = await tx.program.findUnique({
      where: { id: programId },
      select: {
        title: true,
        description: true,
        sessions: {
          orderBy: { position: "asc" },
          omit: { id: true, programId: true },
          include: { defaults: { omit: { id: true, programSessionId: true } } },
        },
      },
    });
    if (!original) return refuse("not_there");
    const { id } = await tx.program.create({
      data: {
        title: `${original.title.slice(0, 112)}, a copy`,
        description: original.description,
        listed: false,
        byUserId: actor.userId,
        sessions: {
          create: original.sessions.map(({ defaults, ...session }) => ({
            ...session,
            defaults: { create: defaults },
          })),
        },
      },
      select: { id: true },
    });
    await record(tx, actor, "program.copied", id, { from: programId });
    return done({ programId: id });
  });
}
