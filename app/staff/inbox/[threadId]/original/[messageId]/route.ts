import { Readable } from "node:stream";
import { notFound } from "next/navigation";
import { admin } from "#lib/auth/who.ts";
import { loadOriginal } from "#lib/inbox/original.ts";

/** A message as it came, as plain text: nothing in it is run, and nothing remote is fetched (`next.config.js`). */
export async function GET(
  _: Request,
  { params }: RouteContext<"/staff/inbox/[threadId]/original/[messageId]">,
) {
  const raw = await loadOriginal(await admin(), await params);
  if (!raw) notFound();
  return new Response(Readable.toWeb(raw) as globalThis.ReadableStream, {
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "private, no-store" },
  });
}
