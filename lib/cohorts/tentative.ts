/** The fewest people a cohort needs, and how many are sure to come; null for one that is sure to run, or can't. */
export function tentativeOf(
  { state, smallest, runsAt }: { state: string; smallest: number; runsAt: Date | null },
  parties: { state: string; seats: number }[],
) {
  if (smallest === 1 || runsAt || state === "cancelled") return null;
  const sure = parties.filter(({ state }) => state === "confirmed" || state === "completed");
  return { smallest, soFar: sure.reduce((sum, { seats }) => sum + seats, 0) };
}
