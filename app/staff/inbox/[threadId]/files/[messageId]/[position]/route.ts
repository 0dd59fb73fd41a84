import { Readable } from "node:stream";
import { notFound } from "next/navigation";
import { admin } from "#lib/auth/who.ts";
import { disposition } from "#lib/files/respond.ts";
import { openAttachment } from "#lib/inbox/attachment.ts";

/** What came or goes with a message: always to be saved, never to be opened here. */
export async function GET(
  _: Request,
  { params }: RouteContext<"/staff/inbox/[threadId]/files/[messageId]/[position]">,
) {
  const { threadId, messageId, position } = await params;
  const opened = await openAttachment(await admin(), { threadId, messageId, position: Number(position) });
  if (!opened) notFound();
  return new Response(Readable.toWeb(opened.content) as ReadableStream, {
    headers: {
      "Content-Type": opened.type,
      "Content-Disposition": disposition(opened.name, "attachment"),
      "Cache-Control": "private, no-store",
    },
  });
}
