import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mindfulSelfCompassion } from "#lib/programs/built-in.ts";
import { planSessions } from "./plan.ts";

const { sessions: outline } = mindfulSelfCompassion;
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
// No zone skips an hour of its day: every such time exists on every date.
const times = fc.integer({ min: 6, max: 22 }).map((hour) => new Temporal.PlainTime(hour, 30));
const plans = fc
  .record({
    firstOn: dates,
    startsAt: times,
    timeZone: fc.constantFrom(...Intl.supportedValuesOf("timeZone")),
    skippedDays: fc.uniqueArray(fc.integer({ min: 0, max: 150 }), { maxLength: 20 }),
  })
  .map(({ skippedDays, ...plan }) => ({
    ...plan,
    skip: skippedDays.map((days) => plan.firstOn.add({ days })),
  }));

describe("any plan", () => {
  test("keeps the wall-clock time of its weekly sessions, on one weekday, in every zone", () => {
    fc.assert(
      fc.property(plans, (plan) => {
        for (const { startsLocal, startsAt } of planSessions(outline, plan).filter(
          ({ kind }) => kind === "weekly",
        )) {
          expect(startsAt.toZonedDateTimeISO(plan.timeZone).toPlainDateTime().toString()).toBe(
            startsLocal.toString(),
          );
          expect(startsLocal.toPlainTime().toString()).toBe(plan.startsAt.toString());
          expect(startsLocal.dayOfWeek).toBe(plan.firstOn.dayOfWeek);
        }
      }),
    );
  });

  test("has nothing on a date to skip", () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const skipped = plan.skip.map(String);
        const planned = planSessions(outline, plan).map(({ startsLocal }) =>
          startsLocal.toPlainDate().toString(),
        );
        expect(planned.filter((date) => skipped.includes(date))).toEqual([]);
      }),
    );
  });

  test("follows the program's order, one after the other", () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const planned = planSessions(outline, plan);
        expect(planned.map(({ title }) => title)).toEqual(outline.map(({ title }) => title));
        expect(planned.map(({ position }) => position)).toEqual(outline.map((_, index) => index + 1));
        const days = planned.map(({ startsLocal }) => startsLocal.toPlainDate().toString());
        expect(days).toEqual([...new Set(days)].sort());
      }),
    );
  });
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
