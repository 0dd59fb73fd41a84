import { expect, test } from "vitest";
import type { Participant } from "#lib/audit/actor.ts";
import { db } from "#lib/db/client.ts";
import { aCohort, aParty, enrollment, member, monday } from "#lib/testing/cast.ts";
import { confirm } from "./confirm.ts";
import { leaveGroup, loadLeaving } from "./leave-group.ts";

const signedInAs = (email: string): Participant => ({
  kind: "participant",
  userId: crypto.randomUUID(),
  email,
});
const ana = signedInAs("ana@example.org");
const noor = signedInAs("noor@example.org");

test("somebody leaves the group by themselves; whoever came with them stays, and the chair goes on", async () => {
  const cohortId = await aCohort({ capacity: 2 });
  const { id, members } = await aParty(cohortId);
  for (const each of members) await confirm(member(each.id), id, monday);
  const [anaId, noorId] = members.map((each) => each.id) as [string, string];
  const waiting = await aParty(cohortId, ["Jun"], monday);

  // Nobody for somebody else, and looking changes nothing.
  expect(await leaveGroup(ana, noorId, monday)).toEqual({ ok: false, reason: "not_live" });
  expect(await loadLeaving(ana, noorId, monday)).toBe(null);
  expect((await loadLeaving(ana, anaId, monday))?.place.members.map(({ me }) => me)).toEqual([true, false]);
  expect((await enrollment(id)).seats).toBe(2);

  expect((await leaveGroup(ana, anaId, monday)).ok).toBe(true);
  const after = await enrollment(id);
  expect([after.state, after.seats, after.members.map(({ state }) => state)]).toEqual([
    "confirmed",
    1,
    ["left", "confirmed"],
  ]);
  expect((await enrollment(waiting.id)).state).toBe("held");
  expect(await loadLeaving(ana, anaId, monday)).toBe(null);
  expect(await leaveGroup(ana, anaId, monday)).toEqual({ ok: false, reason: "not_live" });
  expect((await loadLeaving(noor, noorId, monday))?.elsewhere).toBe(0);
  const events = await db.auditEvent.count({
    where: { action: "enrollment.withdrawn-by-member", subjectId: id },
  });
  expect(events).toBe(1);
});
