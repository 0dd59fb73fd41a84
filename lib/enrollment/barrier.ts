import type { Audience } from "../../prisma/generated/enums.ts";

/** Why a cohort can't take a party at all. */
export type Barrier = "too_many" | "partners_only" | "individuals_only";

/** Whether a cohort can take a party, or why not. */
export function barrierTo(
  { seats }: { seats: number },
  { audience, largestParty }: { audience: Audience; largestParty: number },
): Barrier | null {
  if (seats > largestParty) return "too_many";
  if (audience === "partners" && seats === 1) return "partners_only";
  return audience === "individuals" && seats > 1 ? "individuals_only" : null;
}
