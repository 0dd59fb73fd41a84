import { expect, test } from "vitest";
import { adapter } from "#lib/auth/adapter.ts";
import { instantOf } from "#lib/clock/convert.ts";
import { db } from "#lib/db/client.ts";
import { confirm } from "#lib/enrollment/confirm.ts";
import { aCohort, aParty, member, monday, sam } from "#lib/testing/cast.ts";
import { excuse, takeExcuseBack } from "./excuse.ts";
import { mark } from "./mark.ts";

async function aGroup() {
  const cohortId = await aCohort();
  const party = await aParty(cohortId);
  for (const { id } of party.members) await confirm(member(id), party.id, monday);
  const session = await db.session.findFirstOrThrow({ where: { cohortId, position: 2 } });
  const [ana, noor] = party.members as [(typeof party.members)[0], (typeof party.members)[0]];
  const status = async () =>
    (await db.attendance.findFirst({ where: { sessionId: session.id, personId: ana.personId } }))?.status ??
    null;
  return { session, sessionId: session.id, ana, noor, status };
}

async function participant(email: string) {
  const user =
    (await adapter.getUserByEmail?.(email)) ??
    (await adapter.createUser?.({ id: "", email, emailVerified: null, role: null }));
  return { kind: "participant" as const, userId: user?.id ?? "", email };
}

test("somebody says ahead that they can't come, and takes it back", async () => {
  const { sessionId, ana, status } = await aGroup();
  const actor = await participant("ana@example.org");
  expect(await excuse(actor, { memberId: ana.id, sessionId }, monday)).toMatchObject({ ok: true });
  expect(await excuse(actor, { memberId: ana.id, sessionId }, monday)).toMatchObject({ ok: true });
  expect(await status()).toBe("excused");
  expect(await db.attendanceMark.count({ where: { sessionId } })).toBe(1);
  await takeExcuseBack(actor, { memberId: ana.id, sessionId }, monday.add({ hours: 1 }));
  expect(await status()).toBe(null);
});

test("only for oneself, and only until it begins", async () => {
  const { session, sessionId, ana, noor, status } = await aGroup();
  const actor = await participant("ana@example.org");
  const elsewhere = await aGroup();
  expect(await excuse(actor, { memberId: noor.id, sessionId }, monday)).toMatchObject({
    reason: "not_yours",
  });
  expect(await excuse(actor, { memberId: ana.id, sessionId: elsewhere.sessionId }, monday)).toMatchObject({
    reason: "not_yours",
  });
  expect(await excuse(actor, { memberId: ana.id, sessionId }, instantOf(session.startsAt))).toMatchObject({
    reason: "begun",
  });
  expect(await status()).toBe(null);
});

test("what staff marked since then is not taken back with it", async () => {
  const { sessionId, ana, status } = await aGroup();
  const actor = await participant("ana@example.org");
  await excuse(actor, { memberId: ana.id, sessionId }, monday);
  await mark(await sam(), { sessionId, personId: ana.personId, status: "present" }, monday.add({ hours: 1 }));
  await takeExcuseBack(actor, { memberId: ana.id, sessionId }, monday.add({ hours: 2 }));
  expect(await status()).toBe("present");
});
