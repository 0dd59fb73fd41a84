import { expect, test } from "vitest";
import { cancelCohort } from "#lib/cohorts/cancel.ts";
import { aCohort, aParty, enrollment, member, monday, sam } from "#lib/testing/cast.ts";
import { forgetStranded } from "./forget-stranded.ts";
import { goOnElsewhere } from "./go-on-elsewhere.ts";

test("who was only invited to a group that was cancelled is forgotten after a month, unless their party went on", async () => {
  const cohortId = await aCohort();
  const [stays, goesOn] = [await aParty(cohortId), await aParty(cohortId, ["Mika", "Dov"])];
  await cancelCohort(await sam(), cohortId, "Too few came.", monday);
  const other = await aCohort({ title: "Mornings" });
  expect((await goOnElsewhere(member(goesOn.members[0]!.id), other, monday)).ok).toBe(true);

  expect(await forgetStranded(monday.add({ hours: 29 * 24 }))).toBe(0);
  expect(await forgetStranded(monday.add({ hours: 31 * 24 }))).toBe(1);
  const names = async (id: string) => (await enrollment(id)).members.map(({ person }) => person.name);
  expect(await names(stays.id)).toEqual(["Ana", ""]);
  expect(await names(goesOn.id)).toEqual(["Mika", "Dov"]);
  expect(await forgetStranded(monday.add({ hours: 31 * 24 }))).toBe(0);
});
