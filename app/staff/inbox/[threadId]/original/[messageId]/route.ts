import { notFound } from "next/navigation";
import { admin } from "#lib/auth/who.ts";
import { loadOriginal } from "#lib/inbox/queries.ts";

/** A message as it came, as plain text: nothing in it is run, and nothing remote is fetched. */
export async function GET(
  _: Request,
  { params }: RouteContext<"/staff/inbox/[threadId]/original/[messageId]">,
) {
  const raw = await loadOriginal(await admin(), await params);
  if (!raw) notFound();
  return new Response(raw, {
    headers: {
      "Content-Type": "text/plain; charset=utf-8",
      "Content-Security-Policy": "sandbox; default-src 'none'",
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
}
