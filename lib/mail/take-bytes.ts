import { Readable } from "node:stream";
import { storeStream } from "#lib/files/store-stream.ts";
import type { StoredBytes } from "#lib/files/stored-bytes.ts";
import { type Beginning, begin } from "./fingerprint.ts";

/** A message as it came, before it has a row: its bytes in memory, or in a file where there are many. */
export type TakenBytes = { fingerprint: string; address: string } & (
  | { raw: Buffer; file: null }
  | { raw: null; file: StoredBytes }
);

/** A row holds so many bytes; more are in a file. */
const mostInRow = 256 * 1024;

/** Takes what an inlet hands over. Of a large message no more than a beginning is ever in memory. */
export async function takeBytes(source: Buffer | AsyncIterable<Buffer>): Promise<TakenBytes> {
  const chunks = piecesOf(source);
  const { head, isAll } = await takeHead(chunks);
  // Cut at the same byte whatever the pieces, so that the same message is known again.
  const beginning = begin(head.subarray(0, mostInRow));
  if (isAll) return { ...ended(beginning), raw: head, file: null };
  const file = await storeStream(Readable.from(followed(head, chunks, beginning)), {
    name: "message.eml",
    type: "message/rfc822",
  });
  return { ...ended(beginning), raw: null, file };
}

async function* piecesOf(source: Buffer | AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  if (Buffer.isBuffer(source)) yield source;
  else yield* source;
}

async function takeHead(chunks: AsyncGenerator<Buffer>): Promise<{ head: Buffer; isAll: boolean }> {
  const taken: Buffer[] = [];
  let bytes = 0;
  while (bytes <= mostInRow) {
    const next = await chunks.next();
    if (next.done) return { head: Buffer.concat(taken), isAll: true };
    taken.push(next.value);
    bytes += next.value.length;
  }
  return { head: Buffer.concat(taken), isAll: false };
}

async function* followed(head: Buffer, rest: AsyncGenerator<Buffer>, beginning: Beginning) {
  beginning.add(head.subarray(mostInRow));
  yield head;
  for await (const chunk of rest) {
    beginning.add(chunk);
    yield chunk;
  }
}

function ended({ address, fingerprint }: Beginning) {
  return { address, fingerprint: fingerprint() };
}
