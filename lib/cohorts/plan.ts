import { onTheWall } from "#lib/clock/wall.ts";
import type { SessionOutline } from "#lib/programs/built-in.ts";

export type Rhythm = "weekly" | "fortnightly" | "twiceWeekly";

export type PlanInput = {
  /** The first session that is no retreat; its weekday is the cohort's. */
  firstOn: Temporal.PlainDate;
  startsAt: Temporal.PlainTime;
  timeZone: string;
  /** How often it meets; weekly unless it is said. */
  rhythm?: Rhythm;
  /** The other weekday of a cohort that meets twice a week, 1 for Monday to 7. */
  alsoOn?: number;
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
 * Lays a program's sessions out over the calendar: at the same wall-clock time on the dates of the cohort's rhythm,
 * one after the other, past the dates to skip and across changes of daylight saving (design rule 8).
 */
export function planSessions(outline: SessionOutline[], input: PlanInput): PlannedSession[] {
  const skip = new Set([...input.skip, ...(input.skipDays ?? [])].map(String));
  const weekdays = [input.firstOn.dayOfWeek, ...(input.rhythm === "twiceWeekly" ? [input.alsoOn] : [])];
  const isFree = (day: Temporal.PlainDate) => !weekdays.includes(day.dayOfWeek) && !skip.has(String(day));
  const meets = datesOf(input);
  const nextAfter = (day: Temporal.PlainDate) => {
    let next = meets.next().value;
    while (skip.has(String(next)) || Temporal.PlainDate.compare(next, day) <= 0) next = meets.next().value;
    return next;
  };
  let last = input.firstOn.subtract({ weeks: 1 });
  const said = input.dates?.length === outline.length ? input.dates : [];
  return outline.map((session, index) => {
    if (said[index]) return planned(session, index, said[index]);
    if (session.kind === "retreat") {
      const on = input.retreatOn ?? weekendAfter(last, weekdays, isFree);
      if (!input.retreatOn) last = on;
      return planned(session, index, on.toPlainDateTime(input.retreatStartsAt ?? retreatHour));
    }
    last = nextAfter(last);
    return planned(session, index, last.toPlainDateTime(input.startsAt));
  });

  function planned(session: SessionOutline, index: number, local: Temporal.PlainDateTime): PlannedSession {
    const { startsLocal, startsAt } = onTheWall(local, input.timeZone);
    return {
      ...session,
      position: index + 1,
      startsLocal,
      startsAt,
      endsAt: startsAt.add({ minutes: session.minutes }),
    };
  }
}

/** Every date of a cohort's rhythm. One that is skipped changes nothing about the others. */
function* datesOf({ firstOn, rhythm, alsoOn = 0 }: PlanInput): Generator<Temporal.PlainDate, never> {
  const weeks = rhythm === "fortnightly" ? 2 : 1;
  const days = rhythm === "twiceWeekly" ? [0, (alsoOn - firstOn.dayOfWeek + 7) % 7] : [0];
  for (let start = firstOn; ; start = start.add({ weeks }))
    for (const day of days) yield start.add({ days: day });
}

/** The rhythm that a cohort has kept, by the dates of its first three sessions that are no retreat. */
export function rhythmOf([first, second, third]: Temporal.PlainDate[]): {
  rhythm: Rhythm;
  alsoOn?: number;
} {
  if (!first || !second || !third) return { rhythm: "weekly" };
  const [once, again] = [second.since(first).days, third.since(second).days];
  if (once + again === 7) return { rhythm: "twiceWeekly", alsoOn: second.dayOfWeek };
  return { rhythm: Math.min(once, again) >= 14 ? "fortnightly" : "weekly" };
}

/** The first free day of the weekend; where the group meets on both of its days itself, the first free day. */
function weekendAfter(
  date: Temporal.PlainDate,
  weekdays: (number | undefined)[],
  isFree: (date: Temporal.PlainDate) => boolean,
): Temporal.PlainDate {
  const noWeekend = weekdays.includes(6) && weekdays.includes(7);
  let day = date.add({ days: 1 });
  while (!isFree(day) || (day.dayOfWeek < 6 && !noWeekend)) day = day.add({ days: 1 });
  return day;
}
