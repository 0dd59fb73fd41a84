import { Readable } from "node:stream";

/**
 * Passes `source` on as it is read, and runs `before` when only its end is left to pass on. If that fails, so
 * does the stream. Nothing is read ahead of whoever reads: a server that refuses a letter before it has seen
 * any of it never gets as far.
 */
export function beforeTheLastByte(source: Readable, before: () => Promise<void>): Readable {
  return Readable.from(holdingBack(source, before));
}

async function* holdingBack(source: Readable, before: () => Promise<void>): AsyncGenerator<Buffer> {
  let held: Buffer | undefined;
  for await (const chunk of source) {
    if (held) yield held;
    held = chunk;
  }
  await before();
  if (held) yield held;
}
