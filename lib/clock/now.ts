import { readFileSync } from "node:fs";
import { settings } from "#lib/config/settings.ts";

/**
 * The present, as a UTC instant in whole milliseconds. Nothing else in the product reads the wall
 * clock: verbs take the instant as an argument whose default is this. With `CLOCK_FILE` set (tests),
 * the clock is ahead by the milliseconds that stand in the file.
 */
export function now(): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(Date.now() + ahead());
}

function ahead(): number {
  const file = settings().CLOCK_FILE;
  if (!file) return 0;
  try {
    return Number(readFileSync(file, "utf8")) || 0;
  } catch {
    return 0;
  }
}
