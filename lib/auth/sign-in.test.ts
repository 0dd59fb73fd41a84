import { beforeEach, expect, test } from "vitest";
import { now } from "#lib/clock/now.ts";
import { db } from "#lib/db/client.ts";
import { confirm } from "#lib/enrollment/confirm.ts";
import { linkToken, sixDigits } from "#lib/links/token.ts";
import { aCohort, aParty, member, monday, sam } from "#lib/testing/cast.ts";
import { adapter, hashOf } from "./adapter.ts";
import { findSignIn } from "./find-sign-in.ts";
import { createFirstAdmin, firstAdminAwaited, firstAdminUrl } from "./first-admin.ts";
import { isSpendable } from "./is-spendable.ts";
import { requestSignIn } from "./request-sign-in.ts";
import { sendSignIn, tokenHash } from "./send-sign-in.ts";
import { spendToken } from "./spend-token.ts";

const address = "sam@willowstreet.example";
const later = (minutes: number) => monday.add({ minutes });

async function letterTo(email: string) {
  await sendSignIn(email, monday);
  const { id } = await db.signInToken.findFirstOrThrow({ where: { email }, orderBy: { id: "desc" } });
  return { link: linkToken("sign-in", id), code: sixDigits("sign-in", id) };
}

beforeEach(async () => {
  await db.signInToken.deleteMany();
});

test("staff and whoever takes part get a link and a code; others get nothing", async () => {
  await sam();
  const party = await aParty(await aCohort());
  await confirm(member(party.members[0]!.id), party.id, monday);
  for (const email of [
    address,
    "SAM@willowstreet.example",
    "ana@example.org",
    "noor@example.org",
    "kim@example.org",
  ]) {
    await sendSignIn(email, monday);
  }
  const sent = await db.message.findMany({
    where: { template: "sign-in" },
    select: { address: true },
    orderBy: { createdAt: "asc" },
  });
  expect(sent.map(({ address }) => address)).toEqual([
    address,
    "SAM@willowstreet.example",
    "ana@example.org",
  ]);
});

test("to the page, a known and an unknown address are the same: one job, whatever comes of it", async () => {
  await sam();
  await requestSignIn(address);
  await requestSignIn("nobody@example.org");
  const jobs = await db.$queryRaw<
    { task: string }[]
  >`SELECT task_identifier AS task FROM graphile_worker.jobs WHERE task_identifier = 'request-sign-in'`;
  expect(jobs).toHaveLength(2);
  expect(await db.signInToken.count()).toBe(0);
});

test("a link works once, for half an hour, and looking at it spends nothing", async () => {
  await sam();
  const { link } = await letterTo(address);
  expect(await isSpendable(link, later(29))).toBe(true);
  expect(await isSpendable(link, later(30))).toBe(false);
  expect(await spendToken(tokenHash(link), undefined, later(30))).toBeNull();
  expect((await spendToken(tokenHash(link), undefined, later(29)))?.identifier).toBe(address);
  expect(await spendToken(tokenHash(link), undefined, later(29))).toBeNull();
  expect(await isSpendable(link, later(29))).toBe(false);
});

test("of two presses at once, one signs in", async () => {
  await sam();
  const { link } = await letterTo(address);
  const spent = await Promise.all([1, 2, 3, 4].map(() => spendToken(tokenHash(link), undefined, later(1))));
  expect(spent.filter(Boolean)).toHaveLength(1);
});

test("a code works for its own address, and not after five wrong ones; the link still does", async () => {
  await sam();
  const { link, code } = await letterTo(address);
  expect(await spendToken(tokenHash(code), "kim@example.org", later(1))).toBeNull();
  for (let tries = 0; tries < 5; tries += 1)
    expect(await spendToken(tokenHash("000000"), address, later(1))).toBeNull();
  expect(await spendToken(tokenHash(code), address, later(1))).toBeNull();
  expect((await spendToken(tokenHash(link), undefined, later(1)))?.identifier).toBe(address);
});

test("of very many codes that are tried at once, five are looked at", async () => {
  await sam();
  const { code } = await letterTo(address);
  const wrong = Array.from({ length: 60 }, (_, index) => String(index).padStart(6, "0"));
  const tried = await Promise.all(
    [...wrong.filter((one) => one !== code), code].map((one) =>
      spendToken(tokenHash(one), address, later(1)),
    ),
  );
  expect(tried.filter(Boolean)).toEqual([]);
});

test("nobody is written to more than five times an hour", async () => {
  await sam();
  const before = await db.message.count({ where: { template: "sign-in" } });
  for (let tries = 0; tries < 7; tries += 1) await sendSignIn(address, later(0));
  expect((await db.message.count({ where: { template: "sign-in" } })) - before).toBe(5);
});

test("the database holds a sign-in's hash, and ending the row ends the sign-in", async () => {
  const { userId } = await sam();
  const sessionToken = crypto.randomUUID();
  await adapter.createSession?.({
    sessionToken,
    userId,
    expires: new Date(monday.add({ hours: 24 * 365 }).epochMilliseconds),
  });
  expect(await db.signIn.count({ where: { tokenHash: sessionToken } })).toBe(0);
  expect((await adapter.getSessionAndUser?.(sessionToken))?.user.email).toBe(address);
  await db.signIn.deleteMany({ where: { tokenHash: hashOf(sessionToken) } });
  expect(await adapter.getSessionAndUser?.(sessionToken)).toBeNull();
});

test("a sign-in counts for thirty days, and is renewed once it was used a day after it was made", async () => {
  const { userId } = await sam();
  const sessionToken = crypto.randomUUID();
  // next-auth's own reckoning is for the browser's cookie alone.
  const before = now();
  await adapter.createSession?.({ sessionToken, userId, expires: new Date(0) });
  const after = now();
  const user = { id: userId, email: address, name: "Sam Lindqvist", role: "facilitator" };
  expect(await findSignIn(sessionToken, before.add({ minutes: 24 * 60 - 1 }))).toEqual({
    user,
    needsRenewal: false,
  });
  expect(await findSignIn(sessionToken, after.add({ minutes: 24 * 60 }))).toEqual({
    user,
    needsRenewal: true,
  });
  expect(await findSignIn(sessionToken, before.add({ minutes: 30 * 24 * 60 - 1 }))).toEqual({
    user,
    needsRenewal: true,
  });
  expect(await findSignIn(sessionToken, after.add({ minutes: 30 * 24 * 60 }))).toBeNull();
  expect(await findSignIn(crypto.randomUUID(), after)).toBeNull();
});

test("the first admin's link makes one admin, however often it is pressed at once", async () => {
  await db.auditEvent.count();
  const token = firstAdminUrl().split("/").at(-1) ?? "";
  expect(await firstAdminAwaited("x".repeat(43))).toBe(false);
  const made = await Promise.all(
    ["a@example.org", "b@example.org", "c@example.org"].map((email) =>
      createFirstAdmin(token, { name: "Alex", email }, monday),
    ),
  );
  expect(made.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await db.user.count({ where: { role: "admin" } })).toBe(1);
  expect(await firstAdminAwaited(token)).toBe(false);
});
