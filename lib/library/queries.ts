import type { Staff } from "#lib/audit/actor.ts";
import { cohortsOf, materialsOf } from "#lib/auth/policy.ts";
import { instantOf } from "#lib/clock/convert.ts";
import { db } from "#lib/db/client.ts";
import { isId } from "#lib/db/is-id.ts";
import type { MaterialKind } from "../../prisma/generated/enums.ts";

const pageSize = 25;

export type LibraryFilter = {
  words?: string;
  kind?: MaterialKind;
  language?: string;
  archived?: boolean;
  page: number;
};

/** A page of the clinic's library, by title. What is one group's own stays on that group's page. */
export async function loadLibrary(actor: Staff, { words, kind, language, archived, page }: LibraryFilter) {
  const found = await db.material.findMany({
    where: {
      AND: [
        materialsOf(actor),
        { cohortId: null, kind, language, archivedAt: archived ? { not: null } : null },
        words
          ? {
              OR: ["title", "transcript", "licence"].map((field) => ({
                [field]: { contains: words, mode: "insensitive" as const },
              })),
            }
          : {},
      ],
    },
    orderBy: [{ title: "asc" }, { id: "asc" }],
    skip: (page - 1) * pageSize,
    take: pageSize + 1,
    select: {
      id: true,
      kind: true,
      title: true,
      language: true,
      minutes: true,
      versions: {
        orderBy: { number: "desc" },
        take: 1,
        select: { number: true, file: { select: { bytes: true } } },
      },
      _count: { select: { releases: { where: { session: { cohort: cohortsOf(actor) } } } } },
    },
  });
  return {
    materials: found.slice(0, pageSize).map(({ versions, _count, ...material }) => ({
      ...material,
      bytes: versions[0]?.file?.bytes ?? null,
      version: versions[0]?.number ?? 1,
      /** In how many sessions of the actor's groups it is. */
      given: _count.releases,
    })),
    hasNext: found.length > pageSize,
  };
}

/** One material with what is in it now and was before, and where the actor's groups have it. */
export async function loadMaterial(actor: Staff, materialId: string) {
  if (!isId(materialId)) return null;
  const material = await db.material.findFirst({
    where: { AND: [{ id: materialId }, materialsOf(actor)] },
    select: {
      id: true,
      kind: true,
      title: true,
      language: true,
      minutes: true,
      transcript: true,
      licence: true,
      archivedAt: true,
      cohort: { select: { id: true, title: true } },
      versions: {
        orderBy: { number: "desc" },
        take: 50,
        select: {
          number: true,
          text: true,
          url: true,
          at: true,
          byUser: { select: { name: true } },
          file: { select: { name: true, type: true, bytes: true } },
        },
      },
      releases: {
        where: { session: { cohort: cohortsOf(actor) } },
        orderBy: { session: { startsAt: "desc" } },
        take: 20,
        select: {
          id: true,
          session: { select: { title: true, cohort: { select: { id: true, title: true } } } },
        },
      },
    },
  });
  if (!material) return null;
  const { versions, cohort, ...rest } = material;
  return {
    ...rest,
    /** The group whose own it is; null in the library. */
    ownOf: cohort,
    versions: versions.map(({ at, byUser, ...version }) => ({
      ...version,
      at: instantOf(at),
      by: byUser?.name ?? null,
    })),
  };
}
