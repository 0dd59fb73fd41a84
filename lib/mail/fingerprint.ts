import { createHash } from "node:crypto";

export type Beginning = {
  /** The address that it says it comes from, or "". */
  address: string;
  /** Takes what follows the beginning, piece by piece. */
  add(chunk: Buffer): void;
  fingerprint(): string;
};

/**
 * What tells a message from others, from its beginning: what no server on the way changes. Line ends, and the
 * blank lines after the last one, are not part of it. Without an end of the header everything is body.
 */
export function begin(head: Buffer): Beginning {
  // One character a byte, whatever the charset: bytes are compared here, not read.
  const text = head.toString("latin1");
  const gap = /\r?\n\r?\n/.exec(text);
  const header = gap ? text.slice(0, gap.index) : text;
  const hash = createHash("sha256");
  // A message that nobody numbered may have nothing of its own but its subject.
  const names = field(header, "Message-ID") ? numbered : [...numbered, "Subject"];
  for (const name of names) hash.update(`${field(header, name)}\n`, "latin1");

  let lineEnds = 0;
  const add = (more: string) => {
    const lines = more.replaceAll("\r", "");
    const length = lengthOfText(lines);
    if (length > 0) {
      hash.update("\n".repeat(lineEnds)).update(lines.slice(0, length), "latin1");
      lineEnds = 0;
    }
    lineEnds += lines.length - length;
  };
  add(gap ? text.slice(gap.index + gap[0].length) : text);
  return {
    address: addressIn(field(header, "From")),
    add: (chunk) => add(chunk.toString("latin1")),
    fingerprint: () => hash.digest("hex"),
  };
}

const numbered = ["Message-ID", "From", "Date"];

/** Cut before it is searched: a header may be of any length, and this search takes the square of it. */
function addressIn(from: string): string {
  return /[^\s<>,;"\0]+@[^\s<>,;"\0]+/.exec(from.slice(0, 1_000))?.[0].slice(0, 254) ?? "";
}

/** A header field on one line, or "". */
function field(header: string, name: string): string {
  const found = new RegExp(`^${name}[ \\t]*:(.*(?:\\r?\\n[ \\t].*)*)`, "im").exec(header);
  return found?.[1]?.replaceAll(/\s+/g, " ").trim() ?? "";
}

function lengthOfText(lines: string): number {
  let length = lines.length;
  while (length > 0 && lines[length - 1] === "\n") length -= 1;
  return length;
}
