import { describe, expect, test } from "vitest";
import type { Room, Waiting } from "./decide.ts";
import { outlook } from "./outlook.ts";
import { offeredWords, outlookWords, passedWords } from "./words.ts";

const couple = (passedOver = 0): Waiting => ({
  enrollmentId: "Mika and Dov",
  seats: 2,
  fewest: null,
  passedOver,
});
const flexible: Waiting = { enrollmentId: "Rae, Sol and Emi", seats: 3, fewest: 2, passedOver: 0 };
const tomas: Waiting = { enrollmentId: "Tomas", seats: 1, fewest: null, passedOver: 0 };

type When = { hoursOfSaving?: number; policy?: Room["policy"] };
/** Weeks ahead there is a fair chance of more seats, hours ahead there is none. */
const weeks = 14 * 24;
const hours = 12;
const ahead = (free: number, line: Waiting[], { hoursOfSaving = weeks, policy = "fit" }: When = {}) =>
  outlook({ free, capacity: 16, policy, hoursOfSaving }, line);
const said = (free: number, line: Waiting[], when?: When, savedSince?: string) =>
  outlookWords(ahead(free, line, when), (id) => id, savedSince);

describe("what happens next", () => {
  test("nobody waits", () => {
    expect(ahead(3, [])).toEqual({
      free: 3,
      policy: "fit",
      saving: true,
      waiting: 0,
      fits: [],
      savedFor: null,
      next: null,
    });
    expect(said(3, [])).toBe("3 places are free, and nobody is waiting.");
  });

  test("one seat is saved for a couple while a second is to be hoped for, and Tomas waits behind them", () => {
    const line = [couple(), tomas];
    expect(ahead(1, line)).toMatchObject({
      fits: [],
      savedFor: couple(),
      next: { party: couple(), more: 1, offered: 2, passing: [] },
    });
    expect(said(1, line, {}, "3 March")).toBe(
      "One place is free, saved since 3 March for Mika and Dov, who need 2: there is a fair chance that enough come free in time. When one more comes free, Mika and Dov are asked.",
    );
  });

  test("one seat is saved for a couple that was passed over twice", () => {
    expect(said(1, [couple(2), tomas], { hoursOfSaving: hours })).toBe(
      "One place is free, saved for Mika and Dov, who need 2: smaller parties were asked before them 2 times. When one more comes free, Mika and Dov are asked.",
    );
  });

  test("in order, one seat is saved for a couple at the head", () => {
    expect(said(1, [couple(), tomas], { hoursOfSaving: hours, policy: "inOrder" })).toBe(
      "One place is free, saved for Mika and Dov, who need 2: this group asks strictly in order. When one more comes free, Mika and Dov are asked.",
    );
  });

  test("in a full room a single passes a couple that may still be passed", () => {
    const line = [couple(1), tomas];
    expect(ahead(0, line, { hoursOfSaving: hours }).next).toEqual({
      party: tomas,
      more: 1,
      offered: 1,
      passing: [couple(1)],
    });
    expect(said(0, line, { hoursOfSaving: hours })).toBe(
      "Every place is taken. When one comes free, Tomas is asked. Mika and Dov are ahead but need more, and keep their place.",
    );
  });

  test("in a full room nobody passes a couple that was passed over twice", () => {
    const { next } = ahead(0, [couple(2), tomas], { hoursOfSaving: hours });
    expect(next).toEqual({ party: couple(2), more: 2, offered: 2, passing: [] });
  });

  test("near the first session, a couple's one seat is no longer saved", () => {
    expect(said(1, [couple()], { hoursOfSaving: 0 })).toBe(
      "One place is free. The first session is near, so nothing is saved any more. Mika and Dov are first in line and need 2. When one more comes free, Mika and Dov are asked.",
    );
  });

  test("three who would take two are asked as soon as two are free", () => {
    expect(said(1, [flexible])).toBe(
      "One place is free, saved for Rae, Sol and Emi, who need at least 2: there is a fair chance that enough come free in time. When one more comes free, Rae, Sol and Emi are asked whether 2 would do.",
    );
  });

  test("after the cutoff, a seat that would do for somebody is named as such", () => {
    expect(ahead(1, [tomas]).fits).toEqual([tomas]);
    expect(said(1, [tomas])).toBe("One place is free, and there is room for Tomas.");
  });
});

describe("why", () => {
  test("offered all, or fewer than asked for", () => {
    expect(offeredWords(2, 2)).toBe(
      "2 places came free. You were the first in line whose party of 2 it has room for.",
    );
    expect(offeredWords(1, 1, 2)).toBe(
      "One place came free. You asked for 2 and said that fewer would do, so you are offered one.",
    );
  });

  test("passed over once, twice, and when nothing is saved any more", () => {
    const start =
      "One place came free, and your party needs 2, so a smaller party behind you was asked. You keep your place in line.";
    expect(passedWords(2, 1, 1, true)).toBe(
      `${start} If it happens once more, free places are saved for you until there are enough.`,
    );
    expect(passedWords(2, 1, 2, true)).toBe(
      `${start} From now on, free places are saved for you until there are enough.`,
    );
    expect(passedWords(2, 1, 3, false)).toBe(
      `${start} The first session is near, so free places are no longer saved and none stays empty.`,
    );
  });
});
