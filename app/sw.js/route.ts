import { keptPages } from "../staff/sessions/[sessionId]/attendance/kept.ts";
import { attendancePages } from "./attendance-pages.ts";

/**
 * The service worker. Each of its purposes is one function, sent as it is written: it may use what it is given and
 * what every browser has, and no name of its module.
 */
export function GET(): Response {
  const purposes = [`(${attendancePages})(self, ${JSON.stringify(keptPages)});`];
  return new Response(purposes.join("\n"), {
    headers: { "Content-Type": "text/javascript; charset=utf-8", "Cache-Control": "no-cache" },
  });
}
