import { expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import { confirm } from "#lib/enrollment/confirm.ts";
import { aCohort, aParty, member, monday, robin, sam } from "#lib/testing/cast.ts";
import { countQueries } from "#lib/testing/queries.ts";
import type { Meeting } from "./completion.ts";
import { mark } from "./mark.ts";
import { loadQuiet, quietOf } from "./quiet.ts";

const evenings = (...statuses: Meeting["status"][]) =>
  statuses.map((status, index) => ({
    id: String(index + 1),
    kind: "weekly" as const,
    cancelled: false,
    over: true,
    status,
  }));
const toCome = (count: number) =>
  Array.from({ length: count }, () => ({ ...evenings(null)[0]!, id: "later", over: false }));

test("two missed in a row are noticed, one is not, nor two with one between", () => {
  expect(quietOf([...evenings("present", "absent", "excused"), ...toCome(6)], 7)).toEqual({
    kind: "missed",
    sessionId: "3",
  });
  expect(quietOf([...evenings("present", "absent"), ...toCome(7)], 7)).toBe(null);
  expect(quietOf([...evenings("absent", "present", "absent"), ...toCome(6)], 7)).toBe(null);
  expect(quietOf([...evenings("absent", "absent", "present"), ...toCome(6)], 7)).toBe(null);
  // Made up is not missed, and what nobody marked says nothing.
  expect(quietOf([...evenings("present", "absent", "madeUp"), ...toCome(6)], 7)).toBe(null);
  expect(quietOf([...evenings("present", "absent", null, "absent"), ...toCome(5)], 7)).toMatchObject({
    kind: "missed",
  });
});

test("who never came, and who can no longer complete", () => {
  expect(quietOf([...evenings("absent", "absent"), ...toCome(7)], 7)).toMatchObject({ kind: "never" });
  expect(
    quietOf([...evenings("absent", "present", "absent", "present", "absent", "present"), ...toCome(3)], 7),
  ).toEqual({
    kind: "cannot",
    sessionId: "5",
  });
});

test("of one's own groups, with the same queries for many", async () => {
  const actor = await sam();
  const cohortId = await aCohort();
  const party = await aParty(cohortId);
  for (const { id } of party.members) await confirm(member(id), party.id, monday);
  const sessions = await db.session.findMany({ where: { cohortId }, orderBy: { position: "asc" }, take: 3 });
  const [, noor] = party.members;
  for (const [index, { id }] of sessions.entries())
    await mark(actor, {
      sessionId: id,
      personId: noor!.personId,
      status: index === 0 ? "present" : "absent",
    });
  const at = Temporal.Instant.from("2027-01-30T12:00:00Z");
  const queries = await countQueries(async () => {
    expect(await loadQuiet(actor, at)).toEqual([
      {
        id: noor!.personId,
        name: "Noor",
        kind: "missed",
        sessionId: sessions[2]!.id,
        cohort: { id: cohortId, title: "Winter evenings" },
      },
    ]);
  });
  await aCohort();
  expect(await countQueries(() => loadQuiet(actor, at))).toBe(queries);
  expect(await loadQuiet(await robin(), at)).toEqual([]);
});
