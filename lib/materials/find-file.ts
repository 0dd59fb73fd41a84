import { materialsOf } from "#lib/auth/policy.ts";
import type { SignedIn } from "#lib/auth/signed-in.ts";
import { now } from "#lib/clock/now.ts";
import { db } from "#lib/db/client.ts";
import { isId } from "#lib/db/is-id.ts";
import { readFileLink } from "#lib/links/file-link.ts";
import type { Prisma } from "../../prisma/generated/client.ts";
import { findReleases } from "./find-releases.ts";

export type FoundFile = NonNullable<Awaited<ReturnType<typeof fileOf>>>;

/**
 * A material's file: for staff who work with it at any time, earlier versions too, and for who takes part, by a link of their own, while
 * they see the material. "lapsed" where they see it and only the link is too old, or missing. Somebody may be both.
 */
export async function findFile(
  user: SignedIn,
  materialId: string,
  query: URLSearchParams,
  at = now(),
): Promise<FoundFile | "lapsed" | null> {
  if (!isId(materialId)) return null;
  const { id: userId, role, ...rest } = user;
  const number = Number(query.get("version")) || undefined;
  const theirs = role && materialsOf({ kind: "staff", userId, role, ...rest });
  const asStaff = theirs && (await fileOf(materialId, theirs, number));
  if (asStaff) return asStaff;
  const seenBy = await findReleases({ kind: "participant", userId, email: user.email }, [materialId], at);
  const file = seenBy.length > 0 ? await fileOf(materialId) : null;
  if (!file) return null;
  const link = readFileLink(materialId, query, at);
  if (!link) return query.has("sig") ? null : "lapsed";
  if (!seenBy.some(({ memberId }) => memberId === link.memberId)) return null;
  return link.expired ? "lapsed" : file;
}

/** The newest version's, or that of another number. */
async function fileOf(materialId: string, where: Prisma.MaterialWhereInput = {}, number?: number) {
  const version = await db.materialVersion.findFirst({
    where: { number, material: { AND: [{ id: materialId }, where] } },
    orderBy: { number: "desc" },
    select: { file: { select: { key: true, name: true, type: true, bytes: true, sha256: true } } },
  });
  return version?.file ?? null;
}
