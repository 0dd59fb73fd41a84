import { fileTypeFromBuffer } from "file-type";
import type { AttachmentNoted } from "#lib/mail/note-attachments.ts";
import type { Attached } from "./parse-mail.ts";

// A message of thousands of parts is no letter; what is beyond this stays in the original.
const most = 100;

/** What came inside a message, in its order. The type is what the bytes say, whatever the message claims. */
export function attachmentsIn(attachments: Attached[]): Promise<AttachmentNoted[]> {
  return Promise.all(
    attachments.slice(0, most).map(async ({ name, start, bytes }) => ({
      name: name.toWellFormed().replaceAll("\0", "").slice(0, 200),
      type: (await fileTypeFromBuffer(start))?.mime ?? "application/octet-stream",
      bytes,
    })),
  );
}
