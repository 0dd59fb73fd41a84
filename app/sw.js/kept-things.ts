import type { partOf } from "#lib/files/part-of.ts";
import type { KeptNames } from "../my/kept/names.ts";

export type Worker = {
  addEventListener(type: "fetch", listener: (event: FetchEvent) => void): void;
};

type FetchEvent = {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
  waitUntil(work: Promise<unknown>): void;
};

/**
 * What somebody saved is there without a connection: its files, and the page that lists them, to which every other
 * page of theirs leads then. No other page is kept.
 */
export function keptThings(worker: Worker, names: KeptNames, cut: typeof partOf): void {
  worker.addEventListener("fetch", (event) => {
    const { request } = event;
    const { origin, pathname } = new URL(request.url);
    if (origin !== location.origin || request.method !== "GET") return;
    if (pathname.startsWith(names.files)) event.respondWith(file(request));
    else if (request.mode === "navigate" && /^\/my(\/|$)/.test(pathname))
      event.respondWith(page(request, pathname));
    else if (pathname.startsWith("/_next/static/")) event.respondWith(ofThePage(request));
  });

  async function file(request: Request): Promise<Response> {
    const kept = await (await caches.open(names.things)).match(new URL(request.url).pathname);
    return kept ? cut(kept, request.headers.get("range")) : new Response(null, { status: 404 });
  }

  async function page(request: Request, pathname: string): Promise<Response> {
    try {
      return await fetch(request);
    } catch (offline) {
      if (pathname !== names.path) return Response.redirect(names.path);
      const kept = await (await caches.open(names.page)).match(names.path);
      if (kept) return kept;
      throw offline;
    }
  }

  async function ofThePage(request: Request): Promise<Response> {
    try {
      return await fetch(request);
    } catch (offline) {
      const kept = await (await caches.open(names.page)).match(request);
      if (kept) return kept;
      throw offline;
    }
  }
}
