import { describe, expect, test } from "vitest";
import { loadToday } from "#lib/cohorts/load-today.ts";
import { db } from "#lib/db/client.ts";
import { aCohort, aParty, enrollment, letters, member, monday, robin, sam } from "#lib/testing/cast.ts";
import { alsoWait } from "./also-wait.ts";
import { confirm } from "./confirm.ts";
import { pause, resume } from "./pause.ts";
import { acceptApplication, declineApplication } from "./review.ts";
import { withdraw } from "./withdraw.ts";

const later = (hours: number) => monday.add({ hours });

describe("an application", () => {
  test("takes no seat until it is read, and says so to everyone it names", async () => {
    const cohort = await aCohort({ reviews: true });
    const couple = await aParty(cohort);
    expect(couple.state).toBe("applied");
    expect(await letters(couple.id)).toEqual([
      ["applied", "ana@example.org"],
      ["applied", "noor@example.org"],
    ]);
    expect((await db.cohort.findUniqueOrThrow({ where: { id: cohort } })).seatsTaken).toBe(0);
  });

  test("waits for whoever reads it under today, until it is read", async () => {
    const cohort = await aCohort({ reviews: true });
    const couple = await aParty(cohort);
    const waiting = async () =>
      (await loadToday(await sam(), later(1))).asked.find(({ id }) => id === cohort);
    expect(await waiting()).toMatchObject({ applicants: 1, questions: 0 });
    await acceptApplication(await sam(), couple.id, later(1));
    expect(await waiting()).toBeUndefined();
  });

  test("accepted, is asked for its yes where there is room", async () => {
    const couple = await aParty(await aCohort({ reviews: true }));
    expect(await acceptApplication(await sam(), couple.id, later(20))).toEqual({
      ok: true,
      value: { state: "held" },
    });
    expect((await enrollment(couple.id)).holdExpiresAt?.toISOString()).toBe("2026-11-26T11:00:00.000Z");
    expect((await letters(couple.id)).slice(2)).toEqual([
      ["please-confirm", "ana@example.org"],
      ["please-confirm", "noor@example.org"],
    ]);
    expect(await acceptApplication(await sam(), couple.id, later(20))).toEqual({
      ok: false,
      reason: "not_applied",
    });
  });

  test("accepted later than another keeps the earlier place in line", async () => {
    const cohort = await aCohort({ reviews: true, capacity: 2 });
    const [first, second, third] = [
      await aParty(cohort, ["Kim", "Lou"]),
      await aParty(cohort, ["Tomas"], later(1)),
      await aParty(cohort, ["Jun"], later(2)),
    ];
    expect(await acceptApplication(await sam(), first.id, later(3))).toMatchObject({
      value: { state: "held" },
    });
    for (const { id } of [third, second]) {
      expect(await acceptApplication(await sam(), id, later(3))).toMatchObject({
        value: { state: "waitlisted" },
      });
    }
    expect((await letters(second.id)).at(-1)?.[0]).toBe("waitlisted");
    for (const { id } of first.members) await withdraw(member(id), first.id, later(4));
    expect((await enrollment(second.id)).state).toBe("held");
    expect((await enrollment(third.id)).state).toBe("held");
  });

  test("of a party that is left out for a while, accepted, is in line so", async () => {
    const party = await aParty(await aCohort({ reviews: true }), ["Kim"]);
    const kim = member(party.members[0]!.id);
    expect((await pause(kim, party.id, later(1))).ok).toBe(true);
    expect(await acceptApplication(await sam(), party.id, later(20))).toMatchObject({
      value: { state: "waitlisted" },
    });
    expect((await enrollment(party.id)).pausedAt?.getTime()).toBe(later(1).epochMilliseconds);
    expect((await resume(kim, party.id, later(24))).ok).toBe(true);
    expect((await enrollment(party.id)).state).toBe("held");
  });

  test("declined, is answered kindly in the reviewer's words, and who was only asked is forgotten", async () => {
    const couple = await aParty(await aCohort({ reviews: true }));
    expect(await declineApplication(await robin(), couple.id, "", later(1))).toEqual({
      ok: false,
      reason: "not_yours",
    });
    await declineApplication(await sam(), couple.id, " In spring, perhaps. ", later(1));
    const after = await enrollment(couple.id);
    expect([after.state, after.members[1]?.person.email]).toEqual(["declined", null]);
    const letter = await db.message.findFirstOrThrow({
      where: { template: "application-declined", address: "ana@example.org" },
      orderBy: { createdAt: "desc" },
    });
    expect(letter.props).toMatchObject({ words: "In spring, perhaps." });
    expect((await letters(couple.id)).map(([template]) => template)).toEqual([
      "applied",
      "application-declined",
    ]);
  });

  test("declined, forgets nobody whose party is asked elsewhere", async () => {
    const couple = await aParty(await aCohort({ reviews: true }));
    const [ana, noor] = couple.members.map(({ id }) => member(id));
    const also = await alsoWait(ana!, couple.id, await aCohort({ title: "Another evening" }), later(1));
    if (!also.ok) throw new Error(also.reason);
    expect((await declineApplication(await sam(), couple.id, "", later(2))).ok).toBe(true);
    for (const each of [ana!, noor!])
      expect((await confirm(each, also.value.enrollmentId, later(3))).ok).toBe(true);
    expect(await enrollment(also.value.enrollmentId)).toMatchObject({ state: "confirmed", seats: 2 });
  });

  test("can be taken back by who made it", async () => {
    const single = await aParty(await aCohort({ reviews: true }), ["Uma"]);
    await withdraw(member(single.members[0]!.id), single.id, later(1));
    expect((await enrollment(single.id)).state).toBe("withdrawn");
  });
});
