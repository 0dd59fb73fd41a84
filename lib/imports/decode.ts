import { done, type Outcome, refuse } from "#lib/db/outcome.ts";

export type DecodeRefusal = "too_large" | "workbook" | "not_text";

const mostBytes = 2 * 1024 * 1024;

/** The text of a file that a spreadsheet program wrote: UTF-8, UTF-16, or the Windows-1252 of older ones. */
export function decode(bytes: Uint8Array): Outcome<DecodeRefusal, string> {
  if (bytes.length > mostBytes) return refuse("too_large");
  if (workbooks.some((mark) => mark.every((byte, index) => bytes[index] === byte))) return refuse("workbook");
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes);
  return text.includes("\0") ? refuse("not_text") : done(text);
}

/** How an .xlsx and an .ods begin, and an .xls. */
const workbooks = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  // Without a mark at its beginning: every other byte of Latin text is zero.
  if (bytes.length >= 4 && bytes[1] === 0 && bytes[3] === 0) return "utf-16le";
  if (bytes.length >= 4 && bytes[0] === 0 && bytes[2] === 0) return "utf-16be";
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return "utf-8";
  } catch {
    return "windows-1252";
  }
}
