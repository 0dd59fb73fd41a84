import { describe, expect, test } from "vitest";
import type { Room, Waiting } from "./decide.ts";
import { outlook } from "./outlook.ts";
import { outlookWords } from "./words.ts";

const couple = (passedOver = 0): Waiting => ({
  enrollmentId: "Mika and Dov",
  seats: 2,
  fewest: null,
  passedOver,
});
const tomas: Waiting = { enrollmentId: "Tomas", seats: 1, fewest: null, passedOver: 0 };
const room = (free: number): Room => ({ free, policy: "fit", hoursOfSaving: 100 });
const said = (free: number, line: Waiting[]) => outlookWords(outlook(room(free), line), (id) => id);

describe("what happens next", () => {
  test("nobody waits", () => {
    expect(outlook(room(3), [])).toEqual({ free: 3, waiting: 0, fits: [], savedFor: null, next: null });
    expect(said(3, [])).toBe("3 places are free, and nobody is waiting.");
  });

  test("one seat is saved for a couple that was passed over twice, and Tomas waits behind them", () => {
    const line = [couple(2), tomas];
    expect(outlook(room(1), line)).toEqual({
      free: 1,
      waiting: 2,
      fits: [],
      savedFor: couple(2),
      next: { party: couple(2), more: 1, passing: [] },
    });
    expect(said(1, line)).toBe(
      "One place is free, saved for Mika and Dov, who need 2: smaller parties were asked before them 2 times. When one more comes free, Mika and Dov are asked.",
    );
  });

  test("in a full room a single passes a couple that may still be passed", () => {
    expect(outlook(room(0), [couple(1), tomas]).next).toEqual({
      party: tomas,
      more: 1,
      passing: [couple(1)],
    });
    expect(said(0, [couple(1), tomas])).toBe(
      "Every place is taken. When one comes free, Tomas is asked. Mika and Dov are ahead but need more, and keep their place.",
    );
  });

  test("in a full room nobody passes a couple that was passed over twice", () => {
    expect(outlook(room(0), [couple(2), tomas]).next).toEqual({ party: couple(2), more: 2, passing: [] });
  });

  test("a couple alone in line waits for a second seat", () => {
    expect(said(1, [couple()])).toBe(
      "One place is free. Mika and Dov are first in line and need 2. When one more comes free, Mika and Dov are asked.",
    );
  });

  test("after the cutoff, a seat that would do for somebody is named as such", () => {
    expect(outlook(room(1), [tomas]).fits).toEqual([{ enrollmentId: "Tomas", seats: 1 }]);
  });
});
