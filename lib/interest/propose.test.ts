import { expect, test } from "vitest";
import type { Offering } from "./fits.ts";
import { propose } from "./propose.ts";
import { suitsWords, weekTimeOf } from "./times.ts";

const evenings: Offering = { format: "inPerson", audience: "anyone", largestParty: 4, time: "tue-evening" };
const party = (seats: number, changes: object = {}) => ({
  seats,
  suits: [] as string[],
  format: null,
  earlier: null,
  ...changes,
});
const why = (cohort: Offering, places: number, parties: ReturnType<typeof party>[]) =>
  propose(cohort, places, parties).map(({ why }) => why);

test("as many as there are places for, in the order in which they began to wait", () => {
  expect(why(evenings, 5, [party(2), party(1), party(3), party(2), party(1)])).toEqual([
    null,
    null,
    "places",
    null,
    "places",
  ]);
  expect(why(evenings, 0, [party(1)])).toEqual(["places"]);
});

test("those whose wishes the cohort meets; who named none takes any", () => {
  expect(
    why(evenings, 9, [
      party(1, { suits: ["tue-evening", "sat-morning"] }),
      party(1, { suits: ["tue-morning"] }),
      party(1, { format: "inPerson" }),
      party(1, { format: "online" }),
      party(5),
    ]),
  ).toEqual([null, "time", null, "format", "too_many"]);
  expect(why({ ...evenings, format: "hybrid" }, 9, [party(1, { format: "online" })])).toEqual([null]);
});

test("a cohort for partners, or for people who come on their own", () => {
  expect(why({ ...evenings, audience: "partners" }, 9, [party(1), party(2)])).toEqual([
    "partners_only",
    null,
  ]);
  expect(why({ ...evenings, audience: "individuals" }, 9, [party(1), party(2)])).toEqual([
    null,
    "individuals_only",
  ]);
});

test("who did not want this cohort is not proposed again", () => {
  expect(why(evenings, 9, [party(1, { earlier: "declined" }), party(1, { earlier: "lapsed" })])).toEqual([
    "said_no",
    "no_answer",
  ]);
});

test("times of the week, by the clock and in words", () => {
  const at = (text: string) => weekTimeOf(Temporal.PlainDateTime.from(text));
  expect([
    at("2027-01-12T18:30"),
    at("2027-01-16T10:00"),
    at("2027-01-17T12:00"),
    at("2027-01-11T16:59"),
  ]).toEqual(["tue-evening", "sat-morning", "sun-afternoon", "mon-afternoon"]);
  expect(suitsWords([])).toBe("Any time");
  expect(suitsWords(["thu-evening", "tue-evening", "sat-morning"])).toBe(
    "Saturday mornings; Tuesday and Thursday evenings",
  );
});
