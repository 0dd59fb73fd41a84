import type { Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { mayAdminister } from "#lib/auth/policy.ts";
import { now } from "#lib/clock/now.ts";
import { db } from "#lib/db/client.ts";
import { partyShown } from "#lib/people/party-shown.ts";
import { lineSelect, lineShown } from "./line.ts";
import { roomSelect } from "./room.ts";

const perPage = 10;

/** Every cohort's line, for admins: who waits, whose answer is awaited, and what happens next. Ten cohorts a page. */
export async function loadWaitlists(actor: Staff, page: number, at = now()) {
  if (!mayAdminister(actor)) return null;
  const cohorts = await db.cohort.findMany({
    where: {
      state: { in: ["open", "closed"] },
      enrollments: { some: { state: { in: ["held", "waitlisted"] } } },
    },
    orderBy: [{ partiesWaiting: "desc" }, { id: "asc" }],
    skip: (page - 1) * perPage,
    take: perPage + 1,
    select: {
      id: true,
      title: true,
      ...roomSelect,
      timeZone: true,
      enrollments: {
        where: { state: { in: ["held", "waitlisted"] } },
        orderBy: [{ joinedAt: "asc" }, { id: "asc" }],
        take: 400,
        select: lineSelect,
      },
    },
  });
  await record(db, actor, "waitlist.seen", null);
  return {
    hasNext: cohorts.length > perPage,
    cohorts: cohorts.slice(0, perPage).map((cohort) => ({
      id: cohort.id,
      title: cohort.title,
      timeZone: cohort.timeZone,
      holds: cohort.enrollments.filter(({ state }) => state === "held").map(partyShown),
      line: lineShown(
        cohort,
        cohort.enrollments.filter(({ state }) => state === "waitlisted"),
        at,
      ),
    })),
  };
}
