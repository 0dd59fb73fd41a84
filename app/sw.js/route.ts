import { partOf } from "#lib/files/part-of.ts";
import { keptNames } from "../my/kept/names.ts";
import { keptPages } from "../staff/sessions/[sessionId]/attendance/kept.ts";
import { attendancePages } from "./attendance-pages.ts";
import { keptThings } from "./kept-things.ts";

/**
 * The service worker. Each of its purposes is one function, sent as it is written: it may use what it is given and
 * what every browser has, and no name of its module.
 */
export function GET(): Response {
  const purposes = [
    // First, because where it answers the others are not asked.
    `(${attendancePages})(self, ${JSON.stringify(keptPages)});`,
    `(${keptThings})(self, ${JSON.stringify(keptNames)}, ${partOf});`,
  ];
  return new Response(purposes.join("\n"), {
    headers: { "Content-Type": "text/javascript; charset=utf-8", "Cache-Control": "no-cache" },
  });
}
