import { type Starter, whomWords } from "#lib/materials/starters.ts";

/** "10 minutes, on your own". */
export function aboutWords({ minutes, for: whom }: Pick<Starter, "minutes" | "for">): string {
  return `${minutes} minutes, ${whomWords[whom]}`;
}
