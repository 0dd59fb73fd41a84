import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { secret } from "#lib/links/token.ts";

/** To whom and to which row a text belongs: sealed for one, it opens for no other. */
export type Belongs = { id: string; personId: string };

// Sealed is: one byte for the format, the nonce, what AES-256-GCM makes of the text, and its tag.
const format = 1;
const nonceBytes = 12;
const tagBytes = 16;

/** Seals a text so that only this program, with its secret, reads it again. */
export function seal(text: string, belongs: Belongs): Buffer<ArrayBuffer> {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv("aes-256-gcm", keyOf(belongs), nonce).setAAD(associated(belongs));
  const sealed = [cipher.update(text, "utf8"), cipher.final()];
  return Buffer.concat([Buffer.of(format), nonce, ...sealed, cipher.getAuthTag()]);
}

/** The text again; null when it was sealed with another secret, for another row or person, or has been changed. */
export function unseal(sealed: Uint8Array, belongs: Belongs): string | null {
  const bytes = Buffer.from(sealed);
  if (bytes[0] !== format || bytes.length < 1 + nonceBytes + tagBytes) return null;
  const nonce = bytes.subarray(1, 1 + nonceBytes);
  const decipher = createDecipheriv("aes-256-gcm", keyOf(belongs), nonce, { authTagLength: tagBytes })
    .setAAD(associated(belongs))
    .setAuthTag(bytes.subarray(-tagBytes));
  try {
    return (
      decipher.update(bytes.subarray(1 + nonceBytes, -tagBytes), undefined, "utf8") + decipher.final("utf8")
    );
  } catch {
    return null;
  }
}

/** A key for each person, so that one that gets out opens nobody else's. */
function keyOf({ personId }: Belongs): Buffer {
  return Buffer.from(hkdfSync("sha256", secret(), personId, "reflections 1", 32));
}

function associated({ id, personId }: Belongs): Buffer {
  return Buffer.from(`${format}:${id}:${personId}`);
}
