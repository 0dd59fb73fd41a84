import { even } from "./scope.ts";

/** A text as one line with straight apostrophes, and the same in small letters: a place in one is that place in the other. */
export type Prose = { flat: string; low: string };

export function proseOf(text: string): Prose {
  const flat = text.replaceAll("\n", " ").replaceAll("’", "'");
  return { flat, low: even(flat) };
}

/** What stands before a place in its sentence, at most `most` letters. */
export function before({ low }: Prose, at: number, most = 90): string {
  return (
    low
      .slice(Math.max(0, at - most), at)
      .split(sentenceEnd)
      .at(-1) ?? ""
  );
}

/** What follows a place in its sentence, at most `most` letters. */
export function after({ low }: Prose, at: number, most = 120): string {
  return low.slice(at, at + most).split(sentenceEnd)[0] ?? "";
}

/** The next sentence or clause where it goes on about the same people ("He isn't …"). */
export function pronounAfter({ low }: Prose, at: number): string {
  return (
    /(?:[.!?,;:(]|,? (?:but|and|who|qui|que|pero|mais)) (?:but )?((?:he|she|they|who|il|elle|él|ella|er|sie)\b[^.!?]{0,100})/u.exec(
      low.slice(at, at + 170),
    )?.[1] ?? ""
  );
}

// "Dr." and an initial end no sentence.
const sentenceEnd = /(?<!\b(?:dr|mr|mrs|ms|mx|st|\p{L}))[.!?]\s/u;
