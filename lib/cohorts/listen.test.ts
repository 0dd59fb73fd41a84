import { expect, test, vi } from "vitest";
import { db } from "#lib/db/client.ts";
import { aCohort, aParty, monday } from "#lib/testing/cast.ts";
import { cohortsVersion } from "./changes.ts";
import { listenForChanges } from "./listen.ts";

const changedSince = (version: number | null) =>
  vi.waitFor(() => expect(cohortsVersion() ?? version).not.toBe(version), { timeout: 2000, interval: 5 });

test("nothing counts as current before we listen, nor after", async () => {
  expect(cohortsVersion()).toBeNull();
  const listening = await listenForChanges();
  expect(cohortsVersion()).not.toBeNull();
  await listening.stop();
  expect(cohortsVersion()).toBeNull();
});

test("a seat taken by another connection is heard of", async () => {
  const cohort = await aCohort();
  const listening = await listenForChanges();
  const before = cohortsVersion();
  await aParty(cohort, ["Ana"], monday);
  await changedSince(before);
  await listening.stop();
});

test("a lost connection is made again, and what was rendered meanwhile is old", async () => {
  const cohort = await aCohort();
  const listening = await listenForChanges();
  const before = cohortsVersion();
  await db.$queryRaw`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query = 'LISTEN cohort_changed' AND datname = current_database()`;
  await changedSince(before);
  const again = cohortsVersion();
  await aParty(cohort, ["Ana"], monday);
  await changedSince(again);
  await listening.stop();
});
