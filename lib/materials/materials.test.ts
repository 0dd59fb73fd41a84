import { describe, expect, test } from "vitest";
import { addMaterial } from "#lib/library/add.ts";
import { attachMaterial } from "#lib/library/attach.ts";
import { changeRule, release, takeBack } from "#lib/library/release.ts";
import { aCohort, monday, robin, sam } from "#lib/testing/cast.ts";
import { about, aRule, aSession } from "#lib/testing/releases.ts";
import { findMaterials, loadMaterials } from "./queries.ts";
import { hasMissed, isVisible, type Rule, visibleAt } from "./visible.ts";

const session = {
  startsAt: new Date("2027-01-12T23:30:00Z"),
  endsAt: new Date("2027-01-13T02:00:00Z"),
};
const at = (text: string) => Temporal.Instant.from(text);
const plain: Rule = {
  rule: "afterSession",
  offsetMinutes: 0,
  appearsAt: null,
  forMissed: "too",
  missedOffsetMinutes: 0,
  releasedAt: null,
  takenBackAt: null,
};

describe("a material appears", () => {
  test("when its session ends, to the minute", () => {
    expect(isVisible(plain, session, at("2027-01-13T01:59:59Z"))).toBe(false);
    expect(isVisible(plain, session, at("2027-01-13T02:00:00Z"))).toBe(true);
  });

  test("so many minutes after its end or before its start, and moves with the session", () => {
    const after = { ...plain, offsetMinutes: 30 };
    const before = { ...plain, rule: "beforeSession" as const, offsetMinutes: 2 * 1440 };
    const moved = {
      startsAt: new Date("2027-01-19T23:30:00Z"),
      endsAt: new Date("2027-01-20T02:00:00Z"),
    };
    expect([visibleAt(after, session), visibleAt(after, moved)].map(String)).toEqual([
      "2027-01-13T02:30:00Z",
      "2027-01-20T02:30:00Z",
    ]);
    expect([visibleAt(before, session), visibleAt(before, moved)].map(String)).toEqual([
      "2027-01-10T23:30:00Z",
      "2027-01-17T23:30:00Z",
    ]);
  });

  test("at its own time, whenever the session is", () => {
    const timed = { ...plain, rule: "atTime" as const, appearsAt: new Date("2027-01-01T12:00:00Z") };
    expect(isVisible(timed, session, at("2027-01-01T11:59:59Z"))).toBe(false);
    expect(isVisible(timed, session, at("2027-01-01T12:00:00Z"))).toBe(true);
  });

  test("by hand alone, when it is for somebody to release", () => {
    const byHand = { ...plain, rule: "byHand" as const };
    expect(isVisible(byHand, session, at("2030-01-01T00:00:00Z"))).toBe(false);
    const released = { ...byHand, releasedAt: new Date("2027-01-02T12:00:00Z") };
    expect(isVisible(released, session, at("2027-01-02T12:00:00Z"))).toBe(true);
  });

  test("sooner when somebody releases it, and not at all while it is taken back", () => {
    const released = { ...plain, releasedAt: new Date("2027-01-02T12:00:00Z") };
    expect(isVisible(released, session, at("2027-01-02T12:00:00Z"))).toBe(true);
    const back = { ...plain, takenBackAt: new Date("2027-01-14T12:00:00Z") };
    expect(visibleAt(back, session)).toBeNull();
  });

  test("for those who missed the session with everybody, later, or never; by whatever rule", () => {
    for (const rule of [plain, { ...plain, releasedAt: new Date("2027-01-13T02:00:00Z") }]) {
      const missed = (changes: Partial<Rule>) =>
        visibleAt({ ...rule, ...changes }, session, true)?.toString();
      expect(missed({})).toBe("2027-01-13T02:00:00Z");
      expect(missed({ missedOffsetMinutes: 60 })).toBe("2027-01-13T02:00:00Z");
      expect(missed({ forMissed: "later", missedOffsetMinutes: 60 })).toBe("2027-01-13T03:00:00Z");
      expect(missed({ forMissed: "never" })).toBe(undefined);
    }
    const marks = ["present", "late", "leftEarly", "absent", "excused", "madeUp", null] as const;
    expect(marks.filter(hasMissed)).toEqual(["absent", "excused"]);
  });
});

test("what appears at a time appears at that time of the cohort's zone", async () => {
  const { cohortId, sessionId } = await aSession();
  const outcome = await attachMaterial(await sam(), {
    sessionId,
    rule: aRule({ rule: "atTime", appearsLocal: Temporal.PlainDateTime.from("2027-01-12T08:00") }),
    material: { added: { ...about, kind: "text", text: "The guest house" }, inLibrary: false },
  });
  expect(outcome.ok).toBe(true);
  const materials = await loadMaterials(await sam(), cohortId, monday);
  const [first] = materials?.sessions ?? [];
  expect(first?.releases.map(({ material, visibleAt }) => [material.title, visibleAt?.toString()])).toEqual([
    ["First evening", "2027-01-12T13:00:00Z"],
  ]);
});

test("it is released, taken back and given another rule by staff of its cohort alone", async () => {
  const { cohortId, sessionId } = await aSession();
  const [actor, stranger] = [await sam(), await robin()];
  const text = { added: { ...about, kind: "text" as const, text: "The guest house" }, inLibrary: false };
  const given = { sessionId, rule: aRule(), material: text };
  expect(await attachMaterial(stranger, given)).toEqual({ ok: false, reason: "not_yours" });
  const added = await attachMaterial(actor, given);
  if (!added.ok) throw new Error(added.reason);
  const { releaseId } = added.value;
  const visible = async (at = monday) =>
    (await loadMaterials(actor, cohortId, at))?.sessions[0]?.releases[0]?.visible;
  await release(stranger, releaseId, monday);
  expect(await visible()).toBe(false);
  const late = monday.subtract({ milliseconds: 1 });
  await release(actor, releaseId, late);
  expect(await visible(late)).toBe(true);
  await takeBack(stranger, releaseId, monday);
  expect(await visible()).toBe(true);
  await takeBack(actor, releaseId, monday);
  expect(await visible()).toBe(false);
  await changeRule(stranger, releaseId, aRule({ rule: "beforeSession", offsetMinutes: 365 * 1440 }));
  expect(await visible()).toBe(false);
  await changeRule(actor, releaseId, aRule({ rule: "beforeSession", offsetMinutes: 365 * 1440 }));
  expect(await visible()).toBe(true);
  await takeBack(actor, releaseId, monday);
  await release(actor, releaseId, monday);
  expect(await visible()).toBe(true);
  expect(await loadMaterials(stranger, cohortId, monday)).toBeNull();
});

test("the library is every group's, and what one group keeps is its own", async () => {
  const [here, there] = [await aSession(), await aSession(await aCohort({}, await robin()))];
  const [sams, robins] = [await sam(), await robin()];
  const shared = await addMaterial(sams, { ...about, title: "For all", kind: "text", text: "Breathe." });
  const own = await attachMaterial(sams, {
    sessionId: here.sessionId,
    rule: aRule(),
    material: { added: { ...about, title: "Ours", kind: "text", text: "Breathe." }, inLibrary: false },
  });
  if (!shared.ok || !own.ok) throw new Error("not added");
  const give = (actor: typeof sams, sessionId: string, id: string) =>
    attachMaterial(actor, { sessionId, rule: aRule(), material: { id } });
  const titles = async (words?: string) => {
    const { materials, more } = await findMaterials(robins, { words });
    return [materials.map(({ title }) => title), more];
  };
  expect(await titles()).toEqual([["For all"], false]);
  for (let number = 0; number < 50; number += 1)
    await addMaterial(sams, { ...about, title: `A walk, ${number}`, kind: "text", text: "Walk." });
  const [first, more] = await titles();
  expect([(first as string[]).length, (first as string[]).includes("For all"), more]).toEqual([
    50,
    false,
    true,
  ]);
  expect(await titles("for ALL")).toEqual([["For all"], false]);
  expect(await titles("nothing of it")).toEqual([[], false]);
  expect((await give(robins, there.sessionId, shared.value.materialId)).ok).toBe(true);
  expect((await give(sams, here.sessionId, shared.value.materialId)).ok).toBe(true);
  expect(await give(sams, here.sessionId, shared.value.materialId)).toEqual({
    ok: false,
    reason: "there_already",
  });
  expect(await give(robins, there.sessionId, own.value.materialId)).toEqual({
    ok: false,
    reason: "not_there",
  });
});
