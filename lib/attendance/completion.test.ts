import fc from "fast-check";
import { expect, test } from "vitest";
import { AttendanceStatus } from "../../prisma/generated/enums.ts";
import { completionOf, type Meeting } from "./completion.ts";

const meeting = (status: Meeting["status"], over = true): Meeting => ({
  kind: "weekly",
  cancelled: false,
  over,
  status,
});
const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);

test("seven of nine complete it, made-up and late ones too", () => {
  const marks = [...times(4, meeting("present")), meeting("late"), meeting("leftEarly"), meeting("madeUp")];
  expect(completionOf([...marks, meeting("absent"), meeting("excused")], 7)).toEqual({
    state: "complete",
    attended: 7,
  });
});

test("after two missed evenings it can still be completed, after three only by making one up", () => {
  const rest = times(4, meeting(null, false));
  expect(completionOf([...times(3, meeting("present")), ...times(2, meeting("absent")), ...rest], 7)).toEqual(
    {
      state: "can",
      attended: 3,
      needed: 4,
      toCome: 4,
    },
  );
  expect(completionOf([...times(2, meeting("present")), ...times(3, meeting("absent")), ...rest], 7)).toEqual(
    {
      state: "cannot",
      attended: 2,
      short: 1,
    },
  );
});

test("an evening that nobody marked is held against nobody, and the orientation counts for nothing", () => {
  const orientation: Meeting = { ...meeting("absent"), kind: "orientation" };
  expect(completionOf([orientation, ...times(9, meeting(null))], 7)).toMatchObject({
    state: "can",
    toCome: 9,
  });
});

test("a cancelled session is needed by nobody", () => {
  const off: Meeting = { ...meeting(null), cancelled: true };
  expect(completionOf([...times(3, off), ...times(6, meeting("present"))], 7)).toEqual({
    state: "complete",
    attended: 6,
  });
});

test("whoever comes to everything that is left gets there, exactly unless it says otherwise", () => {
  const meetings = fc.array(
    fc.record({
      kind: fc.constantFrom("orientation" as const, "weekly" as const, "retreat" as const),
      cancelled: fc.boolean(),
      over: fc.boolean(),
      status: fc.constantFrom(null, ...Object.values(AttendanceStatus)),
    }),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(meetings, fc.integer({ min: 1, max: 12 }), (all, rule) => {
      const now = completionOf(all, rule);
      const best = completionOf(
        all.map((one) => (!one.over || one.status === null ? { ...one, status: "present" as const } : one)),
        rule,
      );
      expect(best.state === "complete").toBe(now.state !== "cannot");
    }),
  );
});
