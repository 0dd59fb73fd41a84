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

/** Why a cohort can't take a party at all. */
export type Barrier = "too_many" | "partners_only" | "individuals_only";

/** Whether a cohort can take a party, or why not. */
export function barrierTo(
  { seats }: Pick<Wish, "seats">,
  { audience, largestParty }: Pick<Offering, "audience" | "largestParty">,
): Barrier | null {
  if (seats > largestParty) return "too_many";
  if (audience === "partners" && seats === 1) return "partners_only";
  return audience === "individuals" && seats > 1 ? "individuals_only" : null;
}

/** What of a party's wishes a cohort doesn't meet. Who named no times, or no way of meeting, takes any. */
export function unmet(wish: Wish, { format, time }: Offering): "time" | "format" | null {
  if (wish.suits.length > 0 && time && !wish.suits.includes(time)) return "time";
  return wish.format === null || format === "hybrid" || wish.format === format ? null : "format";
}
