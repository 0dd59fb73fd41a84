import type { Place } from "#lib/enrollment/queries.ts";
import { persons } from "#lib/people/words.ts";
import { Notice } from "../../../_components/notice.tsx";

/** Says of a group in doubt that it is, to those who have a place in it or wait for one. */
export function Tentative({ place: { state, cohort } }: { place: Place }) {
  const concerns = ["applied", "held", "waitlisted", "confirmed"].includes(state);
  if (!concerns || cohort.smallest === 1 || cohort.runsAt) return null;
  return (
    <Notice tone="periwinkle">
      This group runs from {persons(cohort.smallest)}, and is not sure yet. We write to you as soon as it is.
    </Notice>
  );
}
