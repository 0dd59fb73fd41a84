import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from "idb";
import type { KnownTap } from "#lib/attendance/queries.ts";
import type { SentTap } from "#lib/attendance/schema.ts";
import { keptPages } from "./kept.ts";

// Runs in the browser. Taps stay here until they are sent, through a lost line and a closed page.

/** `at` is by the clock of this device; `userId` is who tapped, and nobody else sends it. */
export type QueuedTap = SentTap & { sessionId: string; userId: string };

/** What was known of a session when it was last heard of; `at` is by our clock. */
type Known = { sessionId: string; at: number; taps: KnownTap[] };

interface Store extends DBSchema {
  taps: { key: string; value: QueuedTap };
  known: { key: string; value: Known };
}

const name = "attendance";

let opened: Promise<IDBPDatabase<Store>> | undefined;

function store() {
  opened ??= openDB<Store>(name, 1, {
    upgrade(db) {
      db.createObjectStore("taps", { keyPath: "id" });
      db.createObjectStore("known", { keyPath: "sessionId" });
    },
    // Somebody signs out in another window.
    blocking() {
      void opened?.then((db) => db.close());
      opened = undefined;
    },
  });
  return opened;
}

export async function keepTaps(taps: QueuedTap[]): Promise<void> {
  const transaction = (await store()).transaction("taps", "readwrite");
  await Promise.all([...taps.map((tap) => transaction.store.put(tap)), transaction.done]);
}

/** What somebody tapped, of every session, and has not been sent. */
export async function waitingTaps(userId: string): Promise<QueuedTap[]> {
  return (await (await store()).getAll("taps")).filter((tap) => tap.userId === userId);
}

export async function dropTaps(ids: string[]): Promise<void> {
  const transaction = (await store()).transaction("taps", "readwrite");
  await Promise.all([...ids.map((id) => transaction.store.delete(id)), transaction.done]);
}

export async function keepKnown(known: Known): Promise<void> {
  await (await store()).put("known", known);
}

export async function knownOf(sessionId: string): Promise<Known | undefined> {
  return (await store()).get("known", sessionId);
}

/** How many taps of anybody wait here. Nothing is made by looking. */
export async function countWaiting(): Promise<number> {
  return (await isThere()) ? (await store()).count("taps") : 0;
}

/** Removes everything of attendance from this device, sent or not. */
export async function forgetAttendance(): Promise<void> {
  if (await isThere()) {
    (await opened)?.close();
    opened = undefined;
    await deleteDB(name);
  }
  if (!("caches" in window)) return;
  await caches.delete(keptPages.cache);
  const workers = (await navigator.serviceWorker?.getRegistrations()) ?? [];
  const ours = workers.filter(({ scope }) => new URL(scope).pathname === keptPages.scope);
  await Promise.all(ours.map((worker) => worker.unregister()));
}

async function isThere(): Promise<boolean> {
  return (await indexedDB.databases()).some((database) => database.name === name);
}
