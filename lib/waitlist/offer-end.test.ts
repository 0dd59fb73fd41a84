import { expect, test } from "vitest";
import { isAwake, nextWaking } from "#lib/clock/waking.ts";
import { offerEnd } from "./offer-end.ts";

const toronto = (text: string) => Temporal.ZonedDateTime.from(`${text}[America/Toronto]`).toInstant();
const end = (at: string, startsAt = "2027-01-12T18:30") =>
  offerEnd(toronto(at), { offerHours: 48, startsAt: toronto(startsAt) })
    .toZonedDateTimeISO("America/Toronto")
    .toPlainDateTime()
    .toString();

test("an offer stands for the cohort's period, to the full hour", () => {
  expect(end("2026-11-23T10:00")).toBe("2026-11-25T10:00:00");
  expect(end("2026-11-23T10:00:01")).toBe("2026-11-25T11:00:00");
});

test("an offer does not lapse at night or on a day off, but well into the next day", () => {
  expect(end("2026-11-23T19:59")).toBe("2026-11-26T11:00:00");
  expect(end("2026-11-27T12:00"), "Sunday is a day off").toBe("2026-11-30T11:00:00");
});

test("an offer is shorter close to the start, and never outlives it", () => {
  expect(end("2027-01-08T18:30")).toBe("2027-01-09T19:00:00");
  expect(end("2027-01-12T10:00")).toBe("2027-01-12T16:00:00");
  expect(end("2027-01-12T14:00")).toBe("2027-01-12T18:30:00");
});

test("the clinic wakes and sleeps by its own wall clock, also when clocks change", () => {
  expect(isAwake(toronto("2026-11-23T09:00"))).toBe(true);
  expect(isAwake(toronto("2026-11-23T08:59"))).toBe(false);
  expect(isAwake(toronto("2026-11-23T20:00"))).toBe(false);
  expect(nextWaking(toronto("2026-11-28T20:00")).equals(toronto("2026-11-30T09:00"))).toBe(true);
  expect(nextWaking(toronto("2027-03-13T22:00")).equals(toronto("2027-03-15T09:00"))).toBe(true);
});
