import type { loadCohortSettings } from "#lib/cohorts/load-cohort-form.ts";

type Settings = NonNullable<Awaited<ReturnType<typeof loadCohortSettings>>>;

/** What a group is, as the fields of its form take it. */
export function aboutValues(cohort: Settings) {
  return {
    title: cohort.title,
    description: cohort.description,
    place: cohort.place,
    joinUrl: cohort.joinUrl ?? "",
    fee: cohort.feeCents === null ? "" : String(cohort.feeCents / 100),
    feeNote: cohort.feeNote,
    capacity: String(cohort.capacity),
    largestParty: String(cohort.largestParty),
    completeFrom: String(cohort.completeFrom),
    audience: cohort.audience,
  };
}

/** How its places are given, likewise. */
export function givingValues(cohort: Settings) {
  return {
    smallest: String(cohort.smallest),
    policy: cohort.policy,
    offerHours: String(cohort.offerHours),
    reminderHours: String(cohort.reminderHours),
    cutoffHours: String(cohort.cutoffHours),
    savingHours: String(cohort.savingHours),
    declineKeeps: cohort.declineKeeps ? "yes" : "no",
    reviews: cohort.reviews ? "yes" : "no",
    opensAt: wall(cohort.opensAt),
    closesAt: wall(cohort.closesAt),
  };
}

/** As a field for a day and a time takes it. */
function wall(local: Temporal.PlainDateTime | null): string {
  return local?.toString({ smallestUnit: "minute" }) ?? "";
}
