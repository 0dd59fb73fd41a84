import type { SessionOutline } from "#lib/programs/built-in.ts";

export type PlanInput = {
  /** The first weekly session; its weekday is the cohort's. */
  firstOn: Temporal.PlainDate;
  startsAt: Temporal.PlainTime;
  timeZone: string;
  /** Dates on which nothing takes place. */
  skip: Temporal.PlainDate[];
  /** When the retreat is; by default the first free day of the weekend after the session before it, and later sessions follow it. */
  retreatOn?: Temporal.PlainDate;
  retreatStartsAt?: Temporal.PlainTime;
  /** More dates to skip, as they were ticked. */
  skipDays?: Temporal.PlainDate[];
  /** When each session is, where somebody said it one by one: then nothing is laid out. */
  dates?: (Temporal.PlainDateTime | undefined)[];
};

export type PlannedSession = SessionOutline & {
  position: number;
  /** What stands on the wall of the cohort's zone. */
  startsLocal: Temporal.PlainDateTime;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
};

const retreatHour = Temporal.PlainTime.from("10:00");

/**
 * Lays a program's sessions out over the calendar: weekly ones at the same wall-clock time, week after week,
 * past the dates to skip and across changes of daylight saving (design rule 8).
 */
export function planSessions(outline: SessionOutline[], input: PlanInput): PlannedSession[] {
  const skip = new Set([...input.skip, ...(input.skipDays ?? [])].map(String));
  const skipped = (date: Temporal.PlainDate) => skip.has(String(date));
  let next = input.firstOn;
  let last = input.firstOn.subtract({ weeks: 1 });
  const said = input.dates?.length === outline.length ? input.dates : [];
  return outline.map((session, index) => {
    if (said[index]) return planned(session, index, said[index]);
    if (session.kind === "retreat") {
      const on = input.retreatOn ?? weekendAfter(last, input.firstOn.dayOfWeek, skipped);
      if (!input.retreatOn) while (Temporal.PlainDate.compare(next, on) <= 0) next = next.add({ weeks: 1 });
      return planned(session, index, on.toPlainDateTime(input.retreatStartsAt ?? retreatHour));
    }
    while (skipped(next)) next = next.add({ weeks: 1 });
    last = next;
    next = next.add({ weeks: 1 });
    return planned(session, index, last.toPlainDateTime(input.startsAt));
  });

  function planned(
    session: SessionOutline,
    index: number,
    startsLocal: Temporal.PlainDateTime,
  ): PlannedSession {
    const startsAt = startsLocal.toZonedDateTime(input.timeZone).toInstant();
    return {
      ...session,
      position: index + 1,
      startsLocal,
      startsAt,
      endsAt: startsAt.add({ minutes: session.minutes }),
    };
  }
}

/** The first day of the weekend that the group itself doesn't meet on. */
function weekendAfter(
  date: Temporal.PlainDate,
  weekday: number,
  skipped: (date: Temporal.PlainDate) => boolean,
): Temporal.PlainDate {
  let day = date.add({ days: 1 });
  while (day.dayOfWeek < 6 || day.dayOfWeek === weekday || skipped(day)) day = day.add({ days: 1 });
  return day;
}
