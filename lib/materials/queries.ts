import type { Staff } from "#lib/audit/actor.ts";
import { cohortsOf, materialsOf } from "#lib/auth/policy.ts";
import { instantOf, localOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { db } from "#lib/db/client.ts";
import { isId } from "#lib/db/is-id.ts";
import { isVisible, visibleAt } from "./visible.ts";

/** What a cohort's sessions were given, and from when on participants see it. */
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
          startsAt: true,
          endsAt: true,
          releases: {
            orderBy: [{ createdAt: "asc" }, { id: "asc" }],
            select: {
              id: true,
              rule: true,
              offsetMinutes: true,
              appearsLocal: true,
              appearsAt: true,
              forMissed: true,
              missedOffsetMinutes: true,
              releasedAt: true,
              takenBackAt: true,
              material: {
                select: {
                  id: true,
                  kind: true,
                  title: true,
                  minutes: true,
                  versions: {
                    orderBy: { number: "desc" },
                    take: 1,
                    select: { url: true, file: { select: { name: true, bytes: true } } },
                  },
                },
              },
            },
          },
        },
      },
    },
  });
  if (!cohort) return null;
  return {
    ...cohort,
    sessions: cohort.sessions.map(({ releases, startsLocal, startsAt, endsAt, ...session }) => ({
      ...session,
      startsLocal: localOf(startsLocal),
      endsAt: instantOf(endsAt),
      releases: releases.map(({ material: { versions, ...material }, ...release }) => ({
        ...release,
        appearsLocal: release.appearsLocal && localOf(release.appearsLocal),
        material: { ...material, url: versions[0]?.url ?? null, file: versions[0]?.file ?? null },
        visibleAt: visibleAt(release, { startsAt, endsAt }),
        visible: isVisible(release, { startsAt, endsAt }, at),
      })),
    })),
  };
}

const mostFound = 50;

/** What of the library can be given to a session, by title: the first of those with some words in it, and whether there are more. */
export async function findMaterials(actor: Staff, { words = "" }: { words?: string }) {
  const found = await db.material.findMany({
    where: {
      AND: [
        materialsOf(actor),
        { cohortId: null, archivedAt: null, title: { contains: words, mode: "insensitive" } },
      ],
    },
    orderBy: [{ title: "asc" }, { id: "asc" }],
    take: mostFound + 1,
    select: { id: true, kind: true, title: true, minutes: true },
  });
  return { materials: found.slice(0, mostFound), more: found.length > mostFound };
}
