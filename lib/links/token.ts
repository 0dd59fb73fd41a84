import { createHmac, timingSafeEqual } from "node:crypto";
import { settings } from "#lib/config/settings.ts";

export type LinkKind =
  | "member"
  | "inquiry"
  | "sign-in"
  | "first-admin"
  | "thread"
  | "unsubscribe"
  | "trace"
  | "file"
  | "calendar"
  | "staff-calendar";

/**
 * The secret part of a person's own link: an id and a signature over it, so that the database holds no
 * secret that opens anything. Raising `version` (kept beside the id) ends every earlier link.
 */
export function linkToken(kind: LinkKind, id: string, version = 1): string {
  return Buffer.concat([idBytes(id), signature(kind, id, version)]).toString("base64url");
}

/** The id that a token names, unproved: look up its version, then ask `isGenuine`. Null for what was never a token. */
export function idOfToken(token: string): string | null {
  const bytes = Buffer.from(token, "base64url");
  if (bytes.length !== 32) return null;
  return bytes.toString("hex", 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** Whether we made this token for this id and version. Takes the same time for every wrong one. */
export function isGenuine(token: string, kind: LinkKind, id: string, version = 1): boolean {
  const given = Buffer.from(token, "base64url");
  return given.length === 32 && timingSafeEqual(given.subarray(16), signature(kind, id, version));
}

/** A number of six digits that belongs to `id` and to nobody who lacks the secret. */
export function sixDigits(kind: LinkKind, id: string): string {
  const mac = createHmac("sha256", secret()).update(`${kind}:code:${id}`).digest();
  return String(mac.readUInt32BE(0) % 1_000_000).padStart(6, "0");
}

/** What proves that we made something of this kind, id and version. */
export function signature(kind: LinkKind, id: string, version: number): Buffer {
  return createHmac("sha256", secret()).update(`${kind}:${id}:${version}`).digest().subarray(0, 16);
}

function idBytes(id: string): Buffer {
  return Buffer.from(id.replaceAll("-", ""), "hex");
}

/** The secret that signs links and sign-ins. @throws Error when the process was started without one. */
export function secret(): string {
  const { SECRET } = settings();
  if (!SECRET) throw new Error("SECRET is not set: start with `npm start`.");
  return SECRET;
}
