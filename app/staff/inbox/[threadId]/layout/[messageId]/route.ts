import { notFound } from "next/navigation";
import { admin } from "#lib/auth/who.ts";
import { loadAsHtml } from "#lib/inbox/as-html.ts";

/**
 * A message as its sender laid it out, made safe, for the frame in its thread. `next.config.js` says for this
 * address that nothing in it may load or run: what is said here comes too late for that.
 */
export async function GET(
  _: Request,
  { params }: RouteContext<"/staff/inbox/[threadId]/layout/[messageId]">,
) {
  const html = await loadAsHtml(await admin(), await params);
  if (html === null) notFound();
  return new Response(html, {
    headers: { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "private, no-store" },
  });
}
