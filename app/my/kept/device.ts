import type { MaterialKind } from "../../../prisma/generated/enums.ts";
import { keptNames as names } from "./names.ts";

// Runs in the browser. Nothing here is sent anywhere: what is kept, and that it is, stays on the device.

export type KeptThing = {
  id: string;
  version: number;
  /** A newer version has taken its place since. */
  replaced?: boolean;
  kind: MaterialKind;
  title: string;
  /** From where it is: "Recording, Living deeply". */
  over: string;
  /** Its words as the page shows them. */
  html: string;
  file: { name: string; bytes: number } | null;
};

/** Keeps one thing, and the page that shows what is kept. `onPart` hears how much of its file is here, from 0 to 1. */
export async function keepThing(
  thing: KeptThing,
  fileHref: string | null,
  onPart: (part: number) => void = () => {},
): Promise<void> {
  await navigator.serviceWorker.register("/sw.js", { scope: "/my" });
  const things = await caches.open(names.things);
  if (fileHref) await things.put(names.files + thing.id, await fetched(fileHref, onPart));
  await keepPage();
  await note(thing);
  await navigator.serviceWorker.ready;
  // So that the browser does not clear it away by itself when room gets scarce. It may say no.
  await navigator.storage?.persist?.();
}

/** Whether it is kept as it is now. */
export async function isThingKept(id: string, version: number): Promise<boolean> {
  const about: KeptThing | undefined = await (await (await opened())?.match(names.about + id))?.json();
  return about?.version === version;
}

/** What is kept, by title. */
export async function keptThings(): Promise<KeptThing[]> {
  const cache = await opened();
  const kept = (await cache?.keys()) ?? [];
  const things = await Promise.all(
    kept
      .filter(({ url }) => new URL(url).pathname.startsWith(names.about))
      .map(async (about) => (await cache?.match(about))?.json()),
  );
  return (things as KeptThing[]).toSorted((one, other) => one.title.localeCompare(other.title));
}

/** Hands a kept file to the browser as a download: downloads by a link ask no service worker. */
export async function saveFile(id: string, name: string): Promise<void> {
  const file = await (await opened())?.match(names.files + id);
  if (!file) return;
  const href = URL.createObjectURL(await file.blob());
  Object.assign(document.createElement("a"), { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}

/** Removes one thing; with the last one, all that was needed for it. */
export async function forgetThing(id: string): Promise<void> {
  const cache = await opened();
  await cache?.delete(names.about + id);
  await cache?.delete(names.files + id);
  if ((await keptThings()).length === 0) await forgetEverything();
}

/** Removes everything that is kept for whoever was signed in, and how far they had listened. */
export async function forgetEverything(): Promise<void> {
  for (const key of Object.keys(localStorage)) if (key.startsWith("heard ")) localStorage.removeItem(key);
  if (!("caches" in window)) return;
  await Promise.all([caches.delete(names.things), caches.delete(names.page)]);
  const registration = await navigator.serviceWorker?.getRegistration(names.path);
  await registration?.unregister();
}

/**
 * With a connection, asks whether all of it may still be seen by whoever is signed in, and removes what may not:
 * it was taken back, or they are signed out. Notes what was replaced, and keeps the page as it is now.
 */
export async function checkKept(): Promise<void> {
  const things = await keptThings();
  if (things.length === 0) return;
  const ids = new URLSearchParams(things.map(({ id }) => ["id", id]));
  const answer = await fetch(`${names.path}/current?${ids}`, { redirect: "manual" }).catch(() => null);
  if (!answer) return;
  // Sent to sign in.
  if (answer.type === "opaqueredirect") return forgetEverything();
  if (!answer.ok) return;
  const seen: { id: string; version: number }[] = await answer.json();
  for (const thing of things) {
    const now = seen.find(({ id }) => id === thing.id);
    if (!now) await forgetThing(thing.id);
    else if (now.version !== thing.version && !thing.replaced) await note({ ...thing, replaced: true });
  }
  if (seen.length > 0) await keepPage();
}

async function note(thing: KeptThing): Promise<void> {
  await (await caches.open(names.things)).put(names.about + thing.id, Response.json(thing));
}

/** Nothing is made by looking: without anything kept there is no cache. */
async function opened(): Promise<Cache | undefined> {
  if (!("caches" in window) || !(await caches.has(names.things))) return undefined;
  return caches.open(names.things);
}

/** The page with the list, as anybody gets it, and what it is drawn with; what an earlier one was drawn with goes. */
async function keepPage(): Promise<void> {
  const response = await fetch(names.path, { credentials: "omit" });
  if (!response.ok) throw new Error("The page can't be kept.");
  const page = await caches.open(names.page);
  const wanted = new Set(partsIn(await response.clone().text(), location.href));
  // Style sheets name fonts, which join the set while it is gone through.
  for (const part of wanted) {
    if (!(await page.match(part))) await page.add(part);
    if (!new URL(part).pathname.endsWith(".css")) continue;
    for (const inIt of partsIn((await (await page.match(part))?.text()) ?? "", part)) wanted.add(inIt);
  }
  await page.put(names.path, response);
  wanted.add(new URL(names.path, location.href).href);
  for (const { url } of await page.keys()) if (!wanted.has(url)) await page.delete(url);
}

/** Scripts, styles and fonts of ours that a page or a style sheet names. */
function partsIn(text: string, base: string): string[] {
  const found = text.matchAll(/(?:\/_next\/static\/|\.\.\/media\/)[^"'\\)\s?]+\.(?:js|css|woff2)/g);
  return [...new Set([...found].map(([path]) => new URL(path, base).href))];
}

async function fetched(href: string, onPart: (part: number) => void): Promise<Response> {
  const response = await fetch(href);
  if (!response.ok || !response.body) throw new Error("The file can't be read.");
  const size = Number(response.headers.get("content-length"));
  let here = 0;
  const counted = response.body.pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(chunk, controller) {
        here += chunk.byteLength;
        if (size > 0) onPart(here / size);
        controller.enqueue(chunk);
      },
    }),
  );
  const headers = new Headers();
  for (const name of ["content-type", "content-length", "content-disposition", "accept-ranges"]) {
    const value = response.headers.get(name);
    if (value) headers.set(name, value);
  }
  return new Response(counted, { headers });
}
