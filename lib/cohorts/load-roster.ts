import type { Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { cohortsOf } from "#lib/auth/policy.ts";
import { instantOf } from "#lib/clock/convert.ts";
import { db } from "#lib/db/client.ts";
import { isId } from "#lib/db/is-id.ts";
import { partySelect, partyShown } from "#lib/people/party-shown.ts";
import { headSelect } from "./head.ts";

/** Everyone who has, is asked to take, waits or has applied for a place in one of the actor's cohorts, with how to reach them. */
export async function loadRoster(actor: Staff, cohortId: string) {
  if (!isId(cohortId)) return null;
  const cohort = await db.cohort.findFirst({
    where: { id: cohortId, ...cohortsOf(actor) },
    select: {
      ...headSelect,
      enrollments: {
        where: { state: { in: ["applied", "held", "waitlisted", "confirmed", "completed"] } },
        orderBy: [{ joinedAt: "asc" }, { id: "asc" }],
        take: 400,
        select: { ...partySelect, joinedAt: true },
      },
    },
  });
  if (!cohort) return null;
  await record(db, actor, "roster.seen", cohort.id);
  const { enrollments, ...rest } = cohort;
  const parties = enrollments.map(({ joinedAt, ...party }) => ({
    ...partyShown(party),
    joinedAt: instantOf(joinedAt),
  }));
  return {
    ...rest,
    applicants: parties.filter(({ state }) => state === "applied"),
    waiting: parties.filter(({ state }) => state === "waitlisted"),
    parties: parties.filter(({ state }) => state !== "applied" && state !== "waitlisted"),
  };
}
