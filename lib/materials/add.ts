import type { Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { cohortsOf } from "#lib/auth/policy.ts";
import { dateOf } from "#lib/clock/convert.ts";
import { db } from "#lib/db/client.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { keepFile } from "#lib/files/keep-file.ts";
import { type StoreRefusal, storeBytes } from "#lib/files/store-bytes.ts";
import type { MaterialInput } from "./schema.ts";

/** Attaches a recording, a handout or a text to a session of the actor's. Returns its id. */
export async function addMaterial(
  actor: Staff,
  input: MaterialInput,
): Promise<Outcome<StoreRefusal | "not_yours", { materialId: string }>> {
  const session = await db.session.findFirst({
    where: { id: input.sessionId, cohort: cohortsOf(actor) },
    select: { cohort: { select: { timeZone: true } } },
  });
  if (!session) return refuse("not_yours");
  const stored = input.kind === "text" ? null : await storeBytes(input.upload, welcome[input.kind]);
  if (stored && !stored.ok) return stored;
  const materialId = await inTransaction(async (tx) => {
    const { id } = await tx.material.create({
      data: {
        sessionId: input.sessionId,
        kind: input.kind,
        title: input.title,
        text: input.kind === "text" ? input.text : "",
        fileId: stored && (await keepFile(tx, stored.value)),
        release: input.release,
        releaseAt:
          input.releaseLocal &&
          dateOf(input.releaseLocal.toZonedDateTime(session.cohort.timeZone).toInstant()),
      },
      select: { id: true },
    });
    await record(tx, actor, "material.added", id, { kind: input.kind });
    return id;
  });
  return done({ materialId });
}

const welcome = {
  recording: (type: string) => type.startsWith("audio/"),
  handout: (type: string) => type === "application/pdf",
};
