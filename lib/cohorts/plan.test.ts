import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mindfulSelfCompassion, type SessionOutline } from "#lib/programs/built-in.ts";
import { type PlanInput, planSessions, rhythmOf } from "./plan.ts";

const { sessions: outline } = mindfulSelfCompassion;
const anOrientation = { ...outline[0]!, kind: "orientation" as const, title: "Orientation", minutes: 90 };
const tuesday = Temporal.PlainDate.from("2027-01-12");
const evening = Temporal.PlainTime.from("18:30");
const inToronto = {
  firstOn: tuesday,
  startsAt: evening,
  timeZone: "America/Toronto",
  skip: [] as Temporal.PlainDate[],
};

const dates = fc
  .integer({ min: 0, max: 3_000 })
  .map((days) => Temporal.PlainDate.from("2024-01-01").add({ days }));
// Any minute of the day, so that some of them fall where clocks are turned.
const times = fc
  .oneof(fc.integer({ min: 0, max: 24 * 60 - 1 }), fc.integer({ min: 0, max: 3 * 60 }))
  .map((minute) => new Temporal.PlainTime(Math.floor(minute / 60), minute % 60));
const sessionsOf = fc.array(fc.constantFrom(...outline, anOrientation, ...outline), {
  minLength: 1,
  maxLength: 12,
});
const plans = fc
  .record({
    program: fc.oneof(fc.constant(outline), sessionsOf),
    firstOn: dates,
    startsAt: times,
    timeZone: fc.constantFrom(...Intl.supportedValuesOf("timeZone")),
    rhythm: fc.constantFrom("weekly", "fortnightly", "twiceWeekly"),
    toTheOther: fc.integer({ min: 1, max: 6 }),
    skippedDays: fc.uniqueArray(fc.integer({ min: 0, max: 300 }), { maxLength: 60 }),
  })
  .map(({ skippedDays, toTheOther, ...plan }) => ({
    ...plan,
    alsoOn: plan.firstOn.add({ days: toTheOther }).dayOfWeek,
    skip: skippedDays.map((days) => plan.firstOn.add({ days })),
  }));
const formatters = new Map<string, Intl.DateTimeFormat>();
const numbers = {
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hourCycle: "h23",
} as const;
const many = { numRuns: 300 };

describe("any plan, in any zone and rhythm", () => {
  test("has each session at its wall-clock time, by the zone's own rules", () => {
    fc.assert(
      fc.property(plans, ({ program, ...plan }) => {
        for (const { kind, startsLocal, startsAt, endsAt, minutes } of planSessions(program, plan)) {
          const hour = kind === "retreat" ? Temporal.PlainTime.from("10:00") : plan.startsAt;
          // In a gap the clock shows the day it is in still: no zone of these years leaves out a whole one.
          const asked = startsLocal.toPlainDate().toPlainDateTime(hour);
          expect([String(startsLocal), String(startsAt)]).toEqual(byIntl(asked, plan.timeZone));
          expect(endsAt.since(startsAt).total("minutes")).toBe(minutes);
        }
      }),
      many,
    );
  });

  test("has nothing on a date to skip", () => {
    fc.assert(
      fc.property(plans, ({ program, ...plan }) => {
        const skipped = plan.skip.map(String);
        expect(daysOf(program, plan).filter((date) => skipped.includes(date))).toEqual([]);
      }),
      many,
    );
  });

  test("follows the program's order and number, one after the other, a day each", () => {
    fc.assert(
      fc.property(plans, ({ program, ...plan }) => {
        const planned = planSessions(program, plan);
        expect(planned.map(({ title }) => title)).toEqual(program.map(({ title }) => title));
        expect(planned.map(({ position }) => position)).toEqual(program.map((_, index) => index + 1));
        const days = daysOf(program, plan);
        expect(days).toEqual([...new Set(days)].sort());
      }),
      many,
    );
  });

  test("meets on the dates of its rhythm, and leaves out none but what is skipped or before the retreat", () => {
    fc.assert(
      fc.property(plans, ({ program, ...plan }) => {
        const planned = planSessions(program, plan);
        const meetings = planned.filter(({ kind }) => kind !== "retreat");
        const onRhythm = (day: Temporal.PlainDate) => {
          const days = day.since(plan.firstOn, { largestUnit: "days" }).days;
          if (plan.rhythm === "twiceWeekly")
            return [plan.firstOn.dayOfWeek, plan.alsoOn].includes(day.dayOfWeek);
          return days % (plan.rhythm === "fortnightly" ? 14 : 7) === 0;
        };
        const isSkipped = (day: Temporal.PlainDate) => plan.skip.some((skip) => skip.equals(day));
        for (const { position, startsLocal } of meetings) {
          const on = startsLocal.toPlainDate();
          expect(onRhythm(on)).toBe(true);
          const before =
            planned[position - 2]?.startsLocal.toPlainDate() ?? plan.firstOn.subtract({ days: 1 });
          for (let day = before.add({ days: 1 }); !day.equals(on); day = day.add({ days: 1 }))
            if (Temporal.PlainDate.compare(day, plan.firstOn) >= 0)
              expect(onRhythm(day) && !isSkipped(day), `${day} is left out`).toBe(false);
        }
      }),
      many,
    );
  });
});

/** The times at which clocks are turned, as they were announced: [zone, asked for, on the wall, in UTC]. */
const recorded: [string, string, string, string][] = [
  ["America/Toronto", "2026-10-27T18:30", "2026-10-27T18:30:00", "2026-10-27T22:30:00Z"],
  ["America/Toronto", "2026-11-01T01:30", "2026-11-01T01:30:00", "2026-11-01T05:30:00Z"],
  ["America/Toronto", "2026-11-01T02:00", "2026-11-01T02:00:00", "2026-11-01T07:00:00Z"],
  ["America/Toronto", "2026-11-03T18:30", "2026-11-03T18:30:00", "2026-11-03T23:30:00Z"],
  ["America/Toronto", "2027-03-14T02:30", "2027-03-14T03:30:00", "2027-03-14T07:30:00Z"],
  ["America/St_Johns", "2027-01-12T18:30", "2027-01-12T18:30:00", "2027-01-12T22:00:00Z"],
  ["America/Santiago", "2026-09-06T00:30", "2026-09-06T01:30:00", "2026-09-06T04:30:00Z"],
  ["America/Sao_Paulo", "2027-01-12T18:30", "2027-01-12T18:30:00", "2027-01-12T21:30:00Z"],
  ["Europe/Paris", "2026-10-25T02:30", "2026-10-25T02:30:00", "2026-10-25T00:30:00Z"],
  ["Europe/Paris", "2027-03-28T02:30", "2027-03-28T03:30:00", "2027-03-28T01:30:00Z"],
  ["Europe/Dublin", "2027-07-13T18:30", "2027-07-13T18:30:00", "2027-07-13T17:30:00Z"],
  ["Australia/Sydney", "2026-10-04T02:30", "2026-10-04T03:30:00", "2026-10-03T16:30:00Z"],
  ["Australia/Sydney", "2027-04-04T02:30", "2027-04-04T02:30:00", "2027-04-03T15:30:00Z"],
  // Half an hour, not a whole one.
  ["Australia/Lord_Howe", "2027-04-04T01:45", "2027-04-04T01:45:00", "2027-04-03T14:45:00Z"],
  ["Australia/Lord_Howe", "2026-10-04T02:15", "2026-10-04T02:45:00", "2026-10-03T15:45:00Z"],
  ["Asia/Kathmandu", "2027-01-12T18:30", "2027-01-12T18:30:00", "2027-01-12T12:45:00Z"],
  ["Pacific/Chatham", "2027-01-12T18:30", "2027-01-12T18:30:00", "2027-01-12T04:45:00Z"],
  ["Pacific/Kiritimati", "2027-01-12T18:30", "2027-01-12T18:30:00", "2027-01-12T04:30:00Z"],
];

test.each(recorded)("%s: asked for at %s, it is at %s, %s", (timeZone, asked, local, instant) => {
  const at = Temporal.PlainDateTime.from(asked);
  const plan = { firstOn: at.toPlainDate(), startsAt: at.toPlainTime(), timeZone, skip: [] };
  const [first] = planSessions(outline, plan);
  expect([String(first?.startsLocal), String(first?.startsAt)]).toEqual([local, instant]);
  expect(byIntl(at, timeZone)).toEqual([local, instant]);
});

test("a group that meets twice a week has its retreat where it has time, even when that is no weekend", () => {
  const weekend = { ...inToronto, firstOn: Temporal.PlainDate.from("2027-01-09"), alsoOn: 7 };
  expect(daysOf(outline, { ...weekend, rhythm: "twiceWeekly" })).toEqual([
    ...["2027-01-09", "2027-01-10", "2027-01-16", "2027-01-17", "2027-01-23"],
    "2027-01-25",
    ...["2027-01-30", "2027-01-31", "2027-02-06"],
  ]);
});

test("every two weeks, a skipped date leaves the others where they are", () => {
  const skip = [Temporal.PlainDate.from("2027-01-26")];
  const days = daysOf(outline.slice(0, 3), { ...inToronto, skip, rhythm: "fortnightly" });
  expect(days).toEqual(["2027-01-12", "2027-02-09", "2027-02-23"]);
});

test("what rhythm a cohort has kept is seen from its first three sessions", () => {
  const kept = (...days: string[]) => rhythmOf(days.map((day) => Temporal.PlainDate.from(day)));
  expect(kept("2027-01-12", "2027-01-19", "2027-01-26")).toEqual({ rhythm: "weekly" });
  expect(kept("2027-01-12", "2027-01-26", "2027-02-02")).toEqual({ rhythm: "weekly" });
  expect(kept("2027-01-12", "2027-01-26", "2027-02-23")).toEqual({ rhythm: "fortnightly" });
  expect(kept("2027-01-12", "2027-01-14", "2027-01-19")).toEqual({ rhythm: "twiceWeekly", alsoOn: 4 });
  expect(kept("2027-01-12")).toEqual({ rhythm: "weekly" });
});

test("dates that were said one by one stand as they were said", () => {
  const laidOut = planSessions(outline, inToronto).map(({ startsLocal }) => startsLocal);
  const dates = laidOut.map((date, index) => (index === 3 ? date.add({ days: 1, hours: 1 }) : date));
  const planned = planSessions(outline, { ...inToronto, dates });
  expect(planned.map(({ startsLocal }) => String(startsLocal))).toEqual(dates.map(String));
  expect(planned[3]?.startsAt.toString()).toBe("2027-02-04T00:30:00Z");
  // Of another program, whose sessions are more or fewer.
  expect(planSessions(outline, { ...inToronto, dates: dates.slice(1) })[0]?.startsLocal).toEqual(laidOut[0]);
});

test("six weeks across the change to summer time keep half past six", () => {
  const planned = planSessions(outline, { ...inToronto, firstOn: Temporal.PlainDate.from("2027-03-02") });
  expect(planned.slice(0, 3).map(({ startsAt }) => startsAt.toString())).toEqual([
    "2027-03-02T23:30:00Z",
    "2027-03-09T23:30:00Z",
    "2027-03-16T22:30:00Z",
  ]);
});

test("the retreat is on the Saturday after the fifth session, or where it was put", () => {
  const retreat = (changes: object) =>
    planSessions(outline, { ...inToronto, ...changes })
      .find(({ kind }) => kind === "retreat")
      ?.startsLocal.toString();
  expect(retreat({})).toBe("2027-02-13T10:00:00");
  expect(retreat({ skip: [Temporal.PlainDate.from("2027-02-13")] })).toBe("2027-02-14T10:00:00");
  expect(
    retreat({
      retreatOn: Temporal.PlainDate.from("2027-02-14"),
      retreatStartsAt: Temporal.PlainTime.from("09:30"),
    }),
  ).toBe("2027-02-14T09:30:00");
});

function daysOf(program: SessionOutline[], plan: PlanInput): string[] {
  return planSessions(program, plan).map(({ startsLocal }) => String(startsLocal.toPlainDate()));
}

/**
 * The same without Temporal: the offsets of the day before and the day after, as the formatter of the zone shows them;
 * what the wall shows of an instant decides. Where it never shows it, it is as far after the change as it was asked
 * for after the last minute before it.
 */
function byIntl(local: Temporal.PlainDateTime, timeZone: string): [string, string] {
  const asIfUtc = Date.parse(`${local.toString({ smallestUnit: "second" })}Z`);
  const day = 24 * 60 * 60 * 1000;
  const [before, after] = [asIfUtc - day, asIfUtc + day].map(
    (instant) => wallOf(instant, timeZone) - instant,
  );
  const candidates = [asIfUtc - before!, asIfUtc - after!].sort((one, other) => one - other);
  const instant = candidates.find((one) => wallOf(one, timeZone) === asIfUtc) ?? asIfUtc - before!;
  return [
    new Date(wallOf(instant, timeZone)).toISOString().slice(0, 19),
    new Date(instant).toISOString().replace(".000", ""),
  ];
}

/** What the clocks of a zone show, as milliseconds as if they were UTC's. */
function wallOf(instant: number, timeZone: string): number {
  const shown = formatters.get(timeZone) ?? new Intl.DateTimeFormat("en-CA", { ...numbers, timeZone });
  formatters.set(timeZone, shown);
  const { year, month, day, hour, minute, second } = Object.fromEntries(
    shown.formatToParts(instant).map(({ type, value }) => [type, value]),
  );
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}
