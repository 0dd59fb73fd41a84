import { z } from "zod";
import { sureEnough } from "#lib/reading/reading.ts";

const evidence = z.object({
  finding: z.enum(["intent", "people", "seats", "mentions"]),
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
});

const reading = z.object({
  confidence: z.number().catch(0),
  evidence: z.array(evidence.nullable().catch(null)).catch([]),
});

export type Finding = z.output<typeof evidence>["finding"];

/** A piece of a message, and what was read from it. */
export type MarkedPiece = { text: string; finding: Finding | null };

/**
 * A message's text with the words that its reading came from. Where two overlap, the earlier one is marked, and
 * of two that begin together the longer. A message that was read in an older way has no marks.
 */
export function markedText(text: string, stored: unknown): MarkedPiece[] {
  const parsed = reading.safeParse(stored);
  const marks = (parsed.success ? parsed.data.evidence : [])
    .filter((mark) => mark !== null)
    .filter(({ start, end }) => start < end && end <= text.length)
    .sort((one, other) => one.start - other.start || other.end - one.end);
  const pieces: MarkedPiece[] = [];
  let from = 0;
  for (const { start, end, finding } of marks) {
    if (start < from) continue;
    pieces.push({ text: text.slice(from, start), finding: null });
    pieces.push({ text: text.slice(start, end), finding });
    from = end;
  }
  pieces.push({ text: text.slice(from), finding: null });
  return pieces.filter((piece) => piece.text !== "");
}

const checked = z.object({ words: z.string().max(300) });

/** What the checks of a sender say, in words; null when there were none. */
export function senderWords(stored: unknown): string | null {
  const parsed = checked.safeParse(stored);
  return parsed.success && parsed.data.words ? parsed.data.words : null;
}

export type Sureness = "sure" | "likely" | "check";

/** How sure a reading is, in three steps: below the last one a person should look. */
export function surenessOf(confidence: number): Sureness {
  if (confidence >= 0.85) return "sure";
  return confidence >= sureEnough ? "likely" : "check";
}
