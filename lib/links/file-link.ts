import { timingSafeEqual } from "node:crypto";
import { signature } from "./token.ts";

const lasts = { minutes: 15 };

export type FileLink = { url: string; until: Temporal.Instant };

/**
 * Where one member gets a material's file, for some minutes. It is no key by itself: whoever calls it must be
 * signed in as that member, and whether they may see it is asked anew each time.
 */
export function fileLink(materialId: string, memberId: string, at: Temporal.Instant): FileLink {
  const until = at.add(lasts).round({ smallestUnit: "second", roundingMode: "ceil" });
  const seconds = until.epochMilliseconds / 1000;
  const query = new URLSearchParams({
    until: String(seconds),
    for: memberId,
    sig: proof(materialId, memberId, seconds).toString("base64url"),
  });
  return { url: `/files/${materialId}?${query}`, until };
}

/** The member that a link was made for, if we made it, and whether its time is over. */
export function readFileLink(
  materialId: string,
  query: URLSearchParams,
  at: Temporal.Instant,
): { memberId: string; expired: boolean } | null {
  const [until, memberId] = [Number(query.get("until")), query.get("for") ?? ""];
  const given = Buffer.from(query.get("sig") ?? "", "base64url");
  const made = proof(materialId, memberId, until);
  if (given.length !== made.length || !timingSafeEqual(given, made)) return null;
  return { memberId, expired: at.epochMilliseconds > until * 1000 };
}

function proof(materialId: string, memberId: string, until: number): Buffer {
  return signature("file", `${materialId}:${memberId}`, until);
}
