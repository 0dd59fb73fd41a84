import type { Audience, Format } from "../../prisma/generated/enums.ts";
import type { WeekTime } from "./times.ts";

export type Wish = { seats: number; suits: string[]; format: Format | null };

export type Offering = {
  format: Format;
  audience: Audience;
  largestParty: number;
  /** When its weekly sessions are. */
  time: WeekTime | null;
};

/** What of a party's wishes a cohort doesn't meet. Who named no times, or no way of meeting, takes any. */
export function unmet(wish: Wish, { format, time }: Offering): "time" | "format" | null {
  if (wish.suits.length > 0 && time && !wish.suits.includes(time)) return "time";
  return wish.format === null || format === "hybrid" || wish.format === format ? null : "format";
}
