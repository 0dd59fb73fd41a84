import type { Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { dateOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { settings } from "#lib/config/settings.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { changeThread } from "#lib/mail/change-thread.ts";
import { inThread } from "./in-thread.ts";

export type Until = "tomorrow" | "monday" | "week" | Temporal.PlainDate;

const morning = Temporal.PlainTime.from("09:00");

/** Nine in the morning of the clinic's day that is meant. */
export function snoozeEnd(until: Until, at: Temporal.Instant, zone: string): Temporal.Instant {
  const today = at.toZonedDateTimeISO(zone).toPlainDate();
  return dayOf(until, today).toZonedDateTime({ timeZone: zone, plainTime: morning }).toInstant();
}

function dayOf(until: Until, today: Temporal.PlainDate): Temporal.PlainDate {
  if (until === "tomorrow") return today.add({ days: 1 });
  if (until === "week") return today.add({ weeks: 1 });
  if (until === "monday") return today.add({ days: 8 - today.dayOfWeek });
  return until;
}

/**
 * Puts a thread off. It is out of sight until then, or until somebody writes; nothing has to happen for it to
 * come back, because what is shown is a question of the time.
 */
export function snoozeThread(
  actor: Staff,
  { threadId, until }: { threadId: string; until: Until },
  at = now(),
): Promise<Outcome<"not_there" | "past">> {
  return inThread(actor, threadId, async (tx) => {
    const end = snoozeEnd(until, at, settings().CLINIC_ZONE);
    if (Temporal.Instant.compare(end, at) <= 0) return refuse("past");
    await changeThread(tx, threadId, { snoozedUntil: dateOf(end) });
    await record(tx, actor, "thread.snoozed", threadId, { until: end.toString() });
    return done();
  });
}

/** Brings a thread back before its time. */
export function wakeThread(actor: Staff, threadId: string): Promise<Outcome<"not_there">> {
  return inThread(actor, threadId, async (tx) => {
    await changeThread(tx, threadId, { snoozedUntil: null });
    await record(tx, actor, "thread.woken", threadId);
    return done();
  });
}
