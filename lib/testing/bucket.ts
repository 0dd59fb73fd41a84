import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

/** A server that speaks as much S3 as files need, over HTTP: put, get with a range, head, delete and list. */
export async function startBucket(name: string) {
  const objects = new Map<string, { bytes: Buffer; at: Date }>();
  const asked: string[] = [];
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", "http://bucket");
    const [, bucket, key = ""] = url.pathname.split("/");
    asked.push(`${request.method} ${request.headers.range ?? ""}`.trim());
    const say = (status: number, headers: Record<string, string | number> = {}, body: string | Buffer = "") =>
      response.writeHead(status, headers).end(body);
    if (bucket !== name || !request.headers.authorization?.startsWith("AWS4-HMAC-SHA256")) return say(403);
    if (request.method === "PUT") {
      objects.set(key, { bytes: await buffer(request), at: new Date() });
      return say(200, { ETag: '"e"' });
    }
    if (request.method === "DELETE") {
      objects.delete(key);
      return say(204);
    }
    if (key === "") {
      const rows = [...objects].map(
        ([key, { bytes, at }]) =>
          `<Contents><Key>${key}</Key><Size>${bytes.length}</Size><ETag>"e"</ETag><LastModified>${at.toISOString()}</LastModified></Contents>`,
      );
      const list = `<ListBucketResult><IsTruncated>false</IsTruncated><KeyCount>${rows.length}</KeyCount>${rows.join("")}</ListBucketResult>`;
      return say(200, { "Content-Type": "application/xml" }, `<?xml version="1.0"?>${list}`);
    }
    const found = objects.get(key);
    if (!found) return say(404);
    const about = { ETag: '"e"', "Last-Modified": found.at.toUTCString(), "Content-Type": "audio/wav" };
    const size = found.bytes.length;
    if (request.method === "HEAD") return say(200, { ...about, "Content-Length": size });
    const [, start, end] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? "") ?? [];
    if (start === undefined) return say(200, { ...about, "Content-Length": size }, found.bytes);
    const part = found.bytes.subarray(Number(start), Number(end) + 1);
    return say(
      206,
      { ...about, "Content-Length": part.length, "Content-Range": `bytes ${start}-${end}/${size}` },
      part,
    );
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    asked,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}
