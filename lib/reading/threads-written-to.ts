import type { ParsedMail } from "mailparser";
import { threadOfAddress } from "#lib/links/thread-address.ts";

/** The threads whose own address a message was sent to, by its header or by the envelope that servers note there. */
export function threadsWrittenTo({ headerLines }: Pick<ParsedMail, "headerLines">): string[] {
  const addresses = headerLines
    .filter(({ key }) => recipientHeaders.has(key))
    .flatMap(({ line }) => line.slice(0, 20_000).match(/[^\s<>,;:"@]{1,128}@[^\s<>,;:"@]{1,255}/g) ?? [])
    .filter((address) => address.includes("+"));
  const found = addresses.slice(0, 20).map((address) => threadOfAddress(address));
  return [...new Set(found.filter((id) => id !== null))];
}

const recipientHeaders = new Set(["to", "cc", "delivered-to", "x-original-to", "envelope-to", "resent-to"]);
