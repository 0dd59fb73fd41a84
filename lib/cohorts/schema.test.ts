import { expect, test } from "vitest";
import { cohortSchema } from "./schema.ts";

const typed = {
  programId: crypto.randomUUID(),
  title: "An intensive",
  firstOn: "2027-01-12",
  startsAt: "18:30",
  timeZone: "America/Toronto",
  format: "online",
  capacity: "12",
};

test("a group that meets twice a week says its second weekday, and it is another one", () => {
  const complaints = (more: object) =>
    cohortSchema.safeParse({ ...typed, ...more }).error?.issues.map(({ path }) => path.join("."));
  expect(complaints({ rhythm: "twiceWeekly" })).toEqual(["alsoOn"]);
  expect(complaints({ rhythm: "twiceWeekly", alsoOn: "2" })).toEqual(["alsoOn"]);
  expect(complaints({ rhythm: "twiceWeekly", alsoOn: "8" })).toEqual(["alsoOn"]);
  expect(complaints({ rhythm: "twiceWeekly", alsoOn: "4" })).toBeUndefined();
  expect(complaints({ alsoOn: "2" })).toBeUndefined();
  expect(cohortSchema.parse(typed).rhythm).toBe("weekly");
});

test("whatever is too long is said to be so in a person's words", () => {
  const words = "x".repeat(3000);
  const joinUrl = `https://meet.example.org/${words}`;
  const long = { title: words, description: words, place: words, feeNote: words, joinUrl };
  const said = cohortSchema.safeParse({ ...typed, ...long }).error?.issues.map(({ message }) => message);
  expect(said).toHaveLength(Object.keys(long).length);
  for (const message of said ?? []) expect(message).toMatch(/^Please use at most [\d,]+ characters\.$/);
});
