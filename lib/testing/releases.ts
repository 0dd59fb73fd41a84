import { db } from "#lib/db/client.ts";
import { attachMaterial } from "#lib/library/attach.ts";
import type { ReleaseInput } from "#lib/library/schema.ts";
import { aCohort, alex } from "./cast.ts";
import { aWav } from "./wav.ts";

/** A rule as a form would say it: by default, to everybody when the session ends. */
export function aRule(changes: Partial<ReleaseInput> = {}): ReleaseInput {
  return {
    rule: "afterSession",
    offsetMinutes: 0,
    appearsLocal: null,
    forMissed: "too",
    missedOffsetMinutes: 0,
    ...changes,
  };
}

/** What is said about a new material, and nothing of what is in it. */
export const about = { title: "First evening", language: "en", transcript: "", licence: "" };

/** The first session of a cohort: of a new one of Sam's, when none is named. */
export async function aSession(cohortId?: string) {
  const id = cohortId ?? (await aCohort());
  const session = await db.session.findFirstOrThrow({ where: { cohortId: id, position: 1 } });
  return { cohortId: id, sessionId: session.id };
}

/** A recording of one group's own, given to a session. */
export async function aReleasedRecording(sessionId: string, rule: Partial<ReleaseInput> = {}) {
  const upload = new File([aWav(0.1)], "Practice.wav");
  const added = { ...about, title: "Practice", kind: "recording" as const, upload };
  const given = { sessionId, rule: aRule(rule), material: { added, inLibrary: false } };
  const outcome = await attachMaterial(await alex(), given);
  if (!outcome.ok) throw new Error(outcome.reason);
  const { materialId: id, releaseId } = outcome.value;
  const file = await db.file.findFirstOrThrow({
    where: { versions: { some: { materialId: id } } },
    select: { key: true, name: true, type: true, bytes: true, sha256: true },
  });
  return { id, releaseId, file };
}
