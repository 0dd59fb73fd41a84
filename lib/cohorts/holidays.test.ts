import { expect, test } from "vitest";
import { holidaysBetween } from "./holidays.ts";

const day = (text: string) => Temporal.PlainDate.from(text);

test("the public holidays of a province, from day to day and across the year", () => {
  expect([...holidaysBetween("CA-ON", day("2026-12-25"), day("2027-02-15"))]).toEqual([
    ["2026-12-25", "Christmas Day"],
    ["2026-12-26", "Boxing Day"],
    ["2027-01-01", "New Year's Day"],
    ["2027-02-15", "Family Day"],
  ]);
});

test("other countries have others, with English names", () => {
  expect(holidaysBetween("DE-BE", day("2027-03-01"), day("2027-03-10")).get("2027-03-08")).toBe(
    "International Women's Day",
  );
});

test("where nobody knows the region there are none", () => {
  expect(holidaysBetween("XX-YY", day("2027-01-01"), day("2027-12-31")).size).toBe(0);
});
