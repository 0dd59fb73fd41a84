import type { OpenCohort } from "#lib/cohorts/queries.ts";
import { ButtonLink } from "../../_components/button.tsx";
import { hasRoom, opensWords } from "./words.ts";

export function JoinButton({ cohort }: { cohort: OpenCohort }) {
  if (cohort.opensAt) return <p className="font-semibold">{opensWords(cohort.opensAt, cohort.timeZone)}</p>;
  const room = hasRoom(cohort);
  return (
    <ButtonLink href={`/cohorts/${cohort.id}/join`} variant={room ? "primary" : "secondary"} rel="nofollow">
      {cohort.reviews ? "Apply for a place" : room ? "Join this group" : "Join the waitlist"}
      <span className="sr-only">: {cohort.title}</span>
    </ButtonLink>
  );
}
