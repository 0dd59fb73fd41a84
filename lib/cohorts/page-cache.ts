import type { CacheHandler, CacheHandlerValue } from "next/dist/server/lib/incremental-cache/index.js";
import { now } from "#lib/clock/now.ts";
import { cohortsVersion } from "./changes.ts";

type Kept = CacheHandlerValue & { version: number; until: number };

/** More pages than a clinic has; addresses that nobody made don't fill the memory. */
const most = 500;

// Next makes a new handler for every request: what is kept belongs to the process.
const kept = new Map<string, Kept>();
const rendering = new Map<string, number | null>();

/**
 * Keeps rendered public pages in memory until a cohort changes or their time is over; then they are missing,
 * and the next request renders once for all who ask. It knows nothing of what the build wrote, so pages
 * rendered without a database are never served.
 */
export default class PageCache implements CacheHandler {
  async get(key: string): Promise<CacheHandlerValue | null> {
    const page = kept.get(key);
    const version = cohortsVersion();
    if (page && page.version === version && now().epochMilliseconds < page.until) return page;
    // From here on the page is rendered. A change that we hear of while it is makes the result old at once.
    if (rendering.size > most) rendering.clear();
    if (!rendering.has(key)) rendering.set(key, version);
    return null;
  }

  async set(...[key, value, context]: Parameters<CacheHandler["set"]>): Promise<void> {
    const version = rendering.get(key);
    rendering.delete(key);
    kept.delete(key);
    const seconds = "cacheControl" in context ? context.cacheControl?.revalidate : 0;
    if (version == null || seconds === undefined) return;
    const at = now().epochMilliseconds;
    const until = seconds === false ? Number.POSITIVE_INFINITY : at + seconds * 1000;
    kept.set(key, { value, version, lastModified: at, until });
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
  }

  async revalidateTag(): Promise<void> {}

  resetRequestCache(): void {}
}
