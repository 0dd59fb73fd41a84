import { Readable } from "node:stream";
import { openFile } from "./open-file.ts";

type Served = { key: string; name: string; type: string; bytes: number; sha256: string };

/** Both ends are included. */
type Range = { start: number; end: number };

/**
 * Answers a GET or HEAD for a file, or for a range of its bytes (RFC 9110, section 14), and leaves no copy on
 * a computer that others use too. Several ranges at once are answered with the whole file, as any server may.
 * @throws Error ENOENT when the bytes are gone
 */
export async function respond(request: Pick<Request, "method" | "headers">, file: Served): Promise<Response> {
  const range = askedRange(request, file);
  const headers = new Headers({
    "Accept-Ranges": "bytes",
    // Compressing on the way would make the ETag, and every range, those of other bytes.
    "Cache-Control": "private, no-store, no-transform",
    "X-Content-Type-Options": "nosniff",
  });
  if (range === "outside") {
    headers.set("Content-Range", `bytes */${file.bytes}`);
    return new Response(null, { status: 416, headers });
  }
  headers.set("ETag", etag(file));
  headers.set("Content-Type", file.type);
  // Sound and film play in the page; everything else is saved.
  headers.set(
    "Content-Disposition",
    disposition(file.name, /^(audio|video)\//.test(file.type) ? "inline" : "attachment"),
  );
  headers.set("Content-Length", String(range ? range.end - range.start + 1 : file.bytes));
  if (range) headers.set("Content-Range", `bytes ${range.start}-${range.end}/${file.bytes}`);
  const body = request.method === "HEAD" ? null : inWebStream(await openFile(file, range));
  return new Response(body, { status: range ? 206 : 200, headers });
}

/** The one range asked for; undefined for the whole file; "outside" where the file has no such bytes. */
function askedRange(
  { method, headers }: Pick<Request, "method" | "headers">,
  file: Served,
): Range | "outside" | undefined {
  const asked = /^bytes=(\d*)-(\d*)$/i.exec(headers.get("range") ?? "");
  const [, first = "", last = ""] = asked ?? [];
  const isRange = first === "" ? last !== "" : last === "" || Number(first) <= Number(last);
  if (method !== "GET" || !isRange || (headers.get("if-range") ?? etag(file)) !== etag(file))
    return undefined;
  const end = file.bytes - 1;
  const range =
    first === ""
      ? { start: Math.max(0, file.bytes - Number(last)), end }
      : { start: Number(first), end: last === "" ? end : Math.min(Number(last), end) };
  return range.start > range.end ? "outside" : range;
}

function etag({ sha256 }: Served): string {
  return `"${sha256}"`;
}

/** Under its own name (RFC 6266, RFC 8187). */
export function disposition(name: string, how: "inline" | "attachment"): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const exact = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${how}; filename="${plain}"; filename*=UTF-8''${exact}`;
}

/** Reads on only as fast as the client takes, and closes the file when the client goes. */
function inWebStream(bytes: Readable): BodyInit {
  return Readable.toWeb(bytes) as globalThis.ReadableStream;
}
