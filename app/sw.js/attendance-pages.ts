import type { KeptPages } from "../staff/sessions/[sessionId]/attendance/kept.ts";

type Worker = {
  readonly registration: { readonly scope: string };
  addEventListener(type: "fetch", listener: (event: FetchEvent) => void): void;
};

type FetchEvent = Pick<Event, "stopImmediatePropagation"> & {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
};

/**
 * Attendance can be taken without a line: its pages come from the clinic while there is one, and are kept for when
 * there is none. Whoever is sent to sign in leaves none behind.
 */
export function attendancePages(worker: Worker, names: KeptPages): void {
  const { pathname: scope } = new URL(worker.registration.scope);
  if (scope !== names.scope) return;

  worker.addEventListener("fetch", (event) => {
    const { request } = event;
    const { origin, pathname } = new URL(request.url);
    if (origin !== location.origin || request.method !== "GET") return;
    const answer =
      request.mode === "navigate" && pathname.startsWith(scope) && pathname.endsWith("/attendance")
        ? page(request, pathname)
        : pathname.startsWith("/_next/static/")
          ? part(request)
          : null;
    if (!answer) return;
    // No other purpose answers it too.
    event.stopImmediatePropagation();
    event.respondWith(answer);
  });

  async function page(request: Request, pathname: string): Promise<Response> {
    let response: Response;
    try {
      response = await fetch(request);
    } catch (offline) {
      const kept = await caches.match(pathname, { cacheName: names.cache });
      if (kept) return kept;
      throw offline;
    }
    if (response.type === "opaqueredirect") await caches.delete(names.cache);
    else if (response.ok) await (await caches.open(names.cache)).put(pathname, response.clone());
    return response;
  }

  async function part(request: Request): Promise<Response> {
    return (await caches.match(request, { cacheName: names.cache })) ?? fetch(request);
  }
}
