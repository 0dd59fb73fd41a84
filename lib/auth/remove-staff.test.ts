import { expect, test } from "vitest";
import { dateOf } from "#lib/clock/convert.ts";
import { db } from "#lib/db/client.ts";
import { alex, monday, robin } from "#lib/testing/cast.ts";
import { giveRole } from "./give-role.ts";
import { removeStaff } from "./remove-staff.ts";

test("a colleague loses the role and is signed out everywhere", async () => {
  const [admin, colleague] = [await alex(), await robin()];
  await db.signIn.create({ data: { userId: colleague.userId, tokenHash: "a", expiresAt: dateOf(monday) } });
  expect(await removeStaff(admin, colleague.userId)).toEqual({ ok: true, value: undefined });
  expect(
    await db.user.findUnique({ where: { id: colleague.userId }, select: { role: true, signIns: true } }),
  ).toEqual({
    role: null,
    signIns: [],
  });
});

test("the clinic keeps its last admin, even when two take each other's role at once", async () => {
  const admin = await alex();
  expect(await removeStaff(admin, admin.userId)).toEqual({ ok: false, reason: "last_admin" });
  expect(await giveRole(admin, { ...admin, role: "facilitator" })).toEqual({
    ok: false,
    reason: "last_admin",
  });
  await giveRole(admin, { name: "Robin Okafor", email: "robin@willowstreet.example", role: "admin" });
  const other = await db.user.findUniqueOrThrow({ where: { email: "robin@willowstreet.example" } });
  const outcomes = await Promise.all([removeStaff(admin, other.id), removeStaff(admin, admin.userId)]);
  expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true]);
  expect(await db.user.count({ where: { role: "admin" } })).toBe(1);
});

test("a new colleague is welcomed by mail once", async () => {
  const admin = await alex();
  const kit = { name: "Kit Moreau", email: "kit@willowstreet.example", role: "facilitator" as const };
  await giveRole(admin, kit);
  await giveRole(admin, { ...kit, role: "admin" });
  expect(await db.message.findMany({ where: { address: kit.email }, select: { template: true } })).toEqual([
    { template: "staff-welcome" },
  ]);
});
