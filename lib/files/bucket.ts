import type { Readable } from "node:stream";
import { settings } from "#lib/config/settings.ts";

type Range = { start: number; end: number };

/** S3-compatible storage that gives out parts of a file too. Nobody but this program ever calls it. */
export type Bucket = Awaited<ReturnType<typeof connect>>;

let connected: Promise<Bucket> | undefined;

/** The bucket of the settings; null where files are kept in a folder. Its library is loaded only where there is one. */
export function bucket(): Promise<Bucket> | null {
  if (!settings().S3_BUCKET) return null;
  connected ??= connect();
  return connected;
}

async function connect() {
  const { S3Driver } = await import("flydrive/drivers/s3");
  const { GetObjectCommand, S3Client } = await import("@aws-sdk/client-s3");
  const { S3_BUCKET = "", S3_ENDPOINT, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = settings();
  const client = new S3Client({
    region: S3_REGION,
    endpoint: S3_ENDPOINT,
    // What is not Amazon's mostly has no address for each bucket.
    forcePathStyle: S3_ENDPOINT !== undefined,
    credentials:
      S3_ACCESS_KEY_ID && S3_SECRET_ACCESS_KEY
        ? { accessKeyId: S3_ACCESS_KEY_ID, secretAccessKey: S3_SECRET_ACCESS_KEY }
        : undefined,
    // Newer checksums are unknown to older servers; each file has its SHA-256 in our own row.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
  });
  const drive = new S3Driver({ client, bucket: S3_BUCKET, visibility: "private", supportsACL: false });
  return Object.assign(drive, {
    /** The bytes of a file, or those from `start` to `end`, both included. */
    async open(key: string, range?: Range): Promise<Readable> {
      const Range = range && `bytes=${range.start}-${range.end}`;
      const { Body } = await client.send(new GetObjectCommand({ Bucket: S3_BUCKET, Key: key, Range }));
      return Body as Readable;
    },
  });
}
