import type { Staff } from "#lib/audit/actor.ts";
import { settings } from "#lib/config/settings.ts";
import { db } from "#lib/db/client.ts";
import type { Tx } from "#lib/db/transaction.ts";
import { type Clash, clashesOfPlan } from "./clashes.ts";
import { holidaysBetween } from "./holidays.ts";
import { type PlanInput, type PlannedSession, planSessions } from "./plan.ts";

/** The sessions of a program, laid out over the calendar. */
export async function planCohort(
  input: PlanInput & { programId: string },
  tx: Tx = db,
): Promise<PlannedSession[]> {
  const outline = await tx.programSession.findMany({
    where: { programId: input.programId },
    orderBy: { position: "asc" },
    select: { kind: true, title: true, minutes: true, bring: true, practice: true },
  });
  return planSessions(outline, input);
}

export type PreviewedSession = {
  title: string;
  startsLocal: string;
  holiday: string | null;
  /** Whether it is on a date to skip, as only one that was moved there by hand can be. */
  skipped: boolean;
  /** Whether it begins before the one before it is over. */
  overlaps: boolean;
  clashes: Clash[];
};

/**
 * The same for whoever plans, laid out or with the dates that they said, with the holidays that it falls on, or would
 * without those that are skipped, and what else takes place at the same time. Nothing of it refuses a date.
 */
export async function previewCohort(
  actor: Staff,
  input: PlanInput & { programId: string; format: string; place: string; facilitatorIds: string[] },
): Promise<{ sessions: PreviewedSession[]; holidays: { date: Temporal.PlainDate; name: string }[] }> {
  const planned = await planCohort(input);
  const days = planned.map(({ startsLocal }) => startsLocal.toPlainDate());
  const touched = [...days, ...(input.skipDays ?? [])].sort(Temporal.PlainDate.compare);
  const [first = input.firstOn, last = first] = [touched.at(0), touched.at(-1)];
  const skip = new Set([...input.skip, ...(input.skipDays ?? [])].map(String));
  const clashes = await clashesOfPlan(actor, planned, input);
  const names = holidaysBetween(settings().CLINIC_REGION, first, last);
  return {
    sessions: planned.map(({ title, startsLocal, startsAt }, index) => ({
      title,
      skipped: skip.has(String(startsLocal.toPlainDate())),
      overlaps: index > 0 && Temporal.Instant.compare(startsAt, planned[index - 1]?.endsAt ?? startsAt) < 0,
      startsLocal: startsLocal.toString({ smallestUnit: "minute" }),
      holiday: names.get(String(startsLocal.toPlainDate())) ?? null,
      clashes: clashes[index] ?? [],
    })),
    holidays: touched.flatMap((date) => {
      const name = names.get(String(date));
      return name ? [{ date, name }] : [];
    }),
  };
}
