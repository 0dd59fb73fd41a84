import { createHmac, timingSafeEqual } from "node:crypto";
import { now } from "#lib/clock/now.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { largestMessage } from "./largest-message.ts";
import { receiveMessage } from "./receive.ts";

type Posted = { secret: string; headers: Headers; body: ReadableStream<Uint8Array> | null };

/** How far a signature's time may be from ours. */
const window = { minutes: 5 };

/** Bytes of unfinished posts that are held at once: whoever sends them has proved nothing yet. */
const mostHeld = 4 * largestMessage;
let held = 0;

/**
 * Takes in a message that was posted to us with the signature of our secret over its time and its bytes. Posted again
 * within the window, it stays one message.
 */
export async function receivePosted(
  { secret, headers, body }: Posted,
  at = now(),
): Promise<Outcome<"unsigned" | "too_large" | "unavailable">> {
  const timestamp = headers.get("Kindroom-Timestamp") ?? "";
  const signature = headers.get("Kindroom-Signature") ?? "";
  if (!/^[\da-f]{64}$/i.test(signature) || !isCurrent(timestamp, at)) return refuse("unsigned");
  if (Number(headers.get("Content-Length")) > largestMessage) return refuse("too_large");

  const hmac = createHmac("sha256", secret).update(`${timestamp}.`);
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const chunk of body ?? []) {
      bytes += chunk.length;
      held += chunk.length;
      if (bytes > largestMessage) return refuse("too_large");
      if (held > mostHeld) return refuse("unavailable");
      hmac.update(chunk);
      chunks.push(chunk);
    }
    if (!timingSafeEqual(hmac.digest(), Buffer.from(signature, "hex"))) return refuse("unsigned");
    await receiveMessage(Buffer.concat(chunks));
    return done();
  } catch {
    return refuse("unavailable");
  } finally {
    held -= bytes;
  }
}

function isCurrent(timestamp: string, at: Temporal.Instant): boolean {
  if (!/^\d{1,11}$/.test(timestamp)) return false;
  const signedAt = Temporal.Instant.fromEpochMilliseconds(Number(timestamp) * 1000);
  return (
    Temporal.Instant.compare(signedAt, at.subtract(window)) >= 0 &&
    Temporal.Instant.compare(signedAt, at.add(window)) <= 0
  );
}
