import { cohortsOf } from "#lib/auth/policy.ts";
import type { SignedIn } from "#lib/auth/signed-in.ts";
import { now } from "#lib/clock/now.ts";
import { db } from "#lib/db/client.ts";
import { isId } from "#lib/db/is-id.ts";
import type { Prisma } from "../../prisma/generated/client.ts";
import { seatsOf } from "./my-queries.ts";
import { isVisible } from "./visible.ts";

/**
 * A material's file, for those who may open it: staff of its cohort at any time, and who takes part in it from
 * when it can be seen. Somebody may be both.
 */
export async function findFile(user: SignedIn, materialId: string, at = now()) {
  if (!isId(materialId)) return null;
  const { id: userId, role, ...rest } = user;
  const asStaff = role && (await materialIn(cohortsOf({ kind: "staff", userId, role, ...rest }), materialId));
  if (asStaff) return asStaff.file;
  const seats = seatsOf({ kind: "participant", userId, email: user.email });
  const asParticipant = await materialIn({ enrollments: { some: seats } }, materialId);
  return asParticipant && isVisible(asParticipant, asParticipant.session, at) ? asParticipant.file : null;
}

function materialIn(cohort: Prisma.CohortWhereInput, materialId: string) {
  return db.material.findFirst({
    where: { id: materialId, session: { cohort } },
    select: {
      release: true,
      offsetMinutes: true,
      releaseAt: true,
      session: { select: { endsAt: true } },
      file: { select: { key: true, name: true, type: true, bytes: true, sha256: true } },
    },
  });
}
