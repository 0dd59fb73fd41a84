import { isUtf8 } from "node:buffer";
import { Transform } from "node:stream";

/**
 * Mends lines whose bytes are no UTF-8 although nothing else is declared: old programs write their own letters
 * there, nearly always Windows-1252. Content in a charset that it names, or in an encoding, passes untouched.
 */
export function mendCharset(): Transform {
  let rest: Buffer = Buffer.alloc(0);
  let place: Place = { inHeader: true, charset: "", isText: true };
  const mended = (line: Buffer): Buffer | null => {
    place = after(place, line);
    return !isUtf8(line) && mayMend(place) ? Buffer.from(windows1252.decode(line)) : null;
  };
  return new Transform({
    transform(chunk: Buffer, _, done) {
      const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
      let passed = 0;
      let start = 0;
      for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, start)) {
        const line = mended(bytes.subarray(start, end + 1));
        if (line) {
          if (start > passed) this.push(bytes.subarray(passed, start));
          this.push(line);
          passed = end + 1;
        }
        start = end + 1;
      }
      // A line without an end isn't worth its memory.
      if (bytes.length - start > longestLine) start = bytes.length;
      if (start > passed) this.push(bytes.subarray(passed, start));
      rest = bytes.subarray(start);
      done();
    },
    flush(done) {
      done(null, rest.length > 0 ? (mended(rest) ?? rest) : null);
    },
  });
}

type Place = { inHeader: boolean; charset: string; isText: boolean };

const longestLine = 100_000;
const windows1252 = new TextDecoder("windows-1252");

function after(place: Place, line: Buffer): Place {
  if (!place.inHeader) {
    // "--" begins a part's header, or a signature, in which nothing looks like one.
    const isBoundary = line.length > 5 && line[0] === 45 && line[1] === 45 && line[2] !== 32;
    return isBoundary ? { inHeader: true, charset: "", isText: true } : place;
  }
  if (line.length <= 2 && (line[0] === 10 || line[0] === 13)) return { ...place, inHeader: false };
  const words = line.subarray(0, 998).toString("latin1");
  const charset = /charset\s?=\s?"?([\w.:-]{1,40})/i.exec(words)?.[1];
  const isOther = /^content-type:\s{0,5}(?!text\/|multipart\/|message\/)\w/i.test(words);
  return { ...place, charset: charset ?? place.charset, isText: place.isText && !isOther };
}

function mayMend({ inHeader, charset, isText }: Place): boolean {
  return (
    inHeader ||
    (isText &&
      (charset === "" ||
        /^(?:utf-?8.{0,5}|(?:us-)?ascii|x-unknown|unknown(?:-8bit)?|8bit|default)$/i.test(charset)))
  );
}
