import type { IncrementalCacheValue } from "next/dist/server/response-cache/types.js";
import { beforeEach, expect, test } from "vitest";
import { noteChange, noteListening } from "./changes.ts";
import PageCache from "./page-cache.ts";

const page = { kind: "APP_PAGE", html: "a page" } as unknown as IncrementalCacheValue;
const key = () => `/${crypto.randomUUID()}`;

/** Asks for a page, renders it where it is missing, and says which it was. */
async function visit(
  path: string,
  whileRendering = () => {},
  revalidate: number | false = 60,
): Promise<"kept" | "rendered"> {
  const cache = new PageCache();
  if (await cache.get(path)) return "kept";
  whileRendering();
  await cache.set(path, page, { cacheControl: { revalidate, expire: undefined } });
  return "rendered";
}

beforeEach(() => noteListening(true));

test("a page is rendered once, until a cohort changes", async () => {
  const path = key();
  expect([await visit(path), await visit(path)]).toEqual(["rendered", "kept"]);
  noteChange();
  expect([await visit(path), await visit(path)]).toEqual(["rendered", "kept"]);
});

test("a page during whose rendering a cohort changed is not kept", async () => {
  const path = key();
  expect([await visit(path, noteChange), await visit(path), await visit(path)]).toEqual([
    "rendered",
    "rendered",
    "kept",
  ]);
});

test("while two render the same page, what the earlier one saw counts", async () => {
  const [path, one, two] = [key(), new PageCache(), new PageCache()];
  await one.get(path);
  noteChange();
  await two.get(path);
  await one.set(path, page, { cacheControl: { revalidate: 60, expire: undefined } });
  expect(await two.get(path)).toBeNull();
});

test("nothing is kept while we would not hear of a change", async () => {
  const path = key();
  await visit(path);
  noteListening(false);
  expect([await visit(path), await visit(path)]).toEqual(["rendered", "rendered"]);
  noteListening(true);
  expect([await visit(path), await visit(path)]).toEqual(["rendered", "kept"]);
});

test("a page whose time is over is missing; one without an end stays", async () => {
  const [over, endless] = [key(), key()];
  expect([await visit(over, undefined, 0), await visit(over)]).toEqual(["rendered", "rendered"]);
  expect([await visit(endless, undefined, false), await visit(endless)]).toEqual(["rendered", "kept"]);
});

test("addresses that nobody made don't fill the memory", async () => {
  const first = key();
  await visit(first);
  for (let made = 0; made < 500; made++) await visit(key());
  expect(await visit(first)).toBe("rendered");
});
