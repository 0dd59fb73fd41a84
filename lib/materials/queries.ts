import type { Staff } from "#lib/audit/actor.ts";
import { cohortsOf } from "#lib/auth/policy.ts";
import { instantOf, localOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { db } from "#lib/db/client.ts";
import { isId } from "#lib/db/is-id.ts";
import { isVisible, visibleAt } from "./visible.ts";

/** What a cohort's sessions have, and from when on participants see it. */
export async function loadMaterials(actor: Staff, cohortId: string, at = now()) {
  if (!isId(cohortId)) return null;
  const cohort = await db.cohort.findFirst({
    where: { id: cohortId, ...cohortsOf(actor) },
    select: {
      id: true,
      title: true,
      timeZone: true,
      sessions: {
        orderBy: { position: "asc" },
        select: {
          id: true,
          position: true,
          kind: true,
          title: true,
          startsLocal: true,
          endsAt: true,
          materials: {
            orderBy: [{ createdAt: "asc" }, { id: "asc" }],
            select: {
              id: true,
              kind: true,
              title: true,
              release: true,
              offsetMinutes: true,
              releaseAt: true,
              file: { select: { id: true, name: true, bytes: true } },
            },
          },
        },
      },
    },
  });
  if (!cohort) return null;
  return {
    ...cohort,
    sessions: cohort.sessions.map(({ materials, startsLocal, endsAt, ...session }) => ({
      ...session,
      startsLocal: localOf(startsLocal),
      endsAt: instantOf(endsAt),
      materials: materials.map(({ offsetMinutes, releaseAt, release, ...material }) => ({
        ...material,
        release,
        visibleAt: visibleAt({ release, offsetMinutes, releaseAt }, { endsAt }),
        visible: isVisible({ release, offsetMinutes, releaseAt }, { endsAt }, at),
      })),
    })),
  };
}
