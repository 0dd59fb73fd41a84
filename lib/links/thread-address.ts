import { timingSafeEqual } from "node:crypto";
import { settings } from "#lib/config/settings.ts";
import { signature } from "./token.ts";

// Half of a signature: whoever guesses needs a message for every guess, and finds only a thread that they are in.
const proofBytes = 8;
const idBytes = 16;
const length = Math.ceil(((idBytes + proofBytes) * 8) / 5);

/**
 * Where answers to a thread go: the clinic's own address with the thread in it. Servers on the way may write an
 * address in capitals or in small letters, so the token has only one of them.
 */
export function threadAddress(threadId: string, clinicEmail = settings().CLINIC_EMAIL): string {
  const proof = signature("thread", threadId, 1).subarray(0, proofBytes).toString("hex");
  const token = BigInt(`0x${threadId.replaceAll("-", "")}${proof}`)
    .toString(32)
    .padStart(length, "0");
  return clinicEmail.replace("@", `+${token}@`);
}

/** The thread that an address names, or null for one that we did not make. */
export function threadOfAddress(address: string): string | null {
  const token = /\+([\da-v]+)@[^@]*$/i.exec(address)?.[1]?.toLowerCase();
  if (token?.length !== length) return null;
  const hex = [...token]
    .reduce((sum, digit) => sum * 32n + BigInt(Number.parseInt(digit, 32)), 0n)
    .toString(16);
  const bytes = hex.padStart((idBytes + proofBytes) * 2, "0");
  if (bytes.length !== (idBytes + proofBytes) * 2) return null;
  const id = bytes.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, "$1-$2-$3-$4-$5");
  const given = Buffer.from(bytes.slice(idBytes * 2), "hex");
  return timingSafeEqual(given, signature("thread", id, 1).subarray(0, proofBytes)) ? id : null;
}
