import type { OpenCohort } from "#lib/cohorts/queries.ts";
import { Circle } from "../../_components/circle.tsx";
import { hasRoom } from "./words.ts";

/** How full a group is, and nothing of who comes. */
export function CohortCircle({ cohort }: { cohort: OpenCohort }) {
  const { free, capacity, seatsTaken } = cohort;
  const caption = hasRoom(cohort)
    ? free === 1
      ? "place left"
      : "places left"
    : free === 0
      ? "waitlist open"
      : "free, others wait";
  return (
    <Circle
      capacity={capacity}
      parties={[{ size: seatsTaken, state: "confirmed" }]}
      title={free === 0 ? "Full" : String(free)}
      caption={caption}
      banded={false}
      size={186}
    />
  );
}
