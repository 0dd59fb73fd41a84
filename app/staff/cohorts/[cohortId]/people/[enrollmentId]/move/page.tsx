import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { admin } from "#lib/auth/who.ts";
import { counted, dateWords, zoneWords } from "#lib/clock/words.ts";
import { loadMove } from "#lib/cohorts/load-move.ts";
import { ButtonLink } from "../../../../../../_components/button.tsx";
import { EmptyState } from "../../../../../../_components/empty-state.tsx";
import { PageTitle } from "../../../../../../_components/page-title.tsx";
import { StaffFrame } from "../../../../../_components/staff-frame.tsx";
import { MoveForm } from "./move-form.tsx";

export const metadata: Metadata = { title: "Move to another group" };

type Loaded = NonNullable<Awaited<ReturnType<typeof loadMove>>>;

/** Says what moving does before anybody is moved. */
export default async function MovePage({
  params,
}: PageProps<"/staff/cohorts/[cohortId]/people/[enrollmentId]/move">) {
  const actor = await admin();
  const { cohortId, enrollmentId } = await params;
  const move = await loadMove(actor, cohortId, enrollmentId);
  if (!move) notFound();
  const { party, cohort, movable, joinedAt, destinations } = move;
  const back = `/staff/cohorts/${cohortId}/people`;
  const since = dateWords(joinedAt.toZonedDateTimeISO(cohort.timeZone).toPlainDate());
  const confirmed = party.state === "confirmed";
  return (
    <StaffFrame actor={actor} current="cohorts">
      <PageTitle
        over={<a href={back}>{cohort.title}</a>}
        title={`Move ${party.names || "this party"} to another group`}
        lead={`${counted(party.seats, "place")}. They have waited since ${since}, and take that along.`}
      />
      {!movable || destinations.length === 0 ? (
        <EmptyState
          title={movable ? "There is no other group that has not begun" : "They have no place here any more"}
          action={<ButtonLink href={back}>Back to the people</ButtonLink>}
        >
          <p>
            {movable
              ? "When one is open or closed for enrolment, it is offered here."
              : "Nothing is left to move."}
          </p>
        </EmptyState>
      ) : (
        <div className="max-w-[44rem]">
          <ul className="mb-8 list-disc space-y-2 ps-5">
            {consequences(confirmed).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <MoveForm
            enrollmentId={enrollmentId}
            names={party.names || "them"}
            groups={destinations.map((one) => ({ value: one.id, label: one.title, hint: aboutGroup(one) }))}
            lineHint={confirmed ? `They give up their place here, and wait there by ${since}.` : null}
            back={back}
          />
        </div>
      )}
    </StaffFrame>
  );
}

/** What `transfer` does, said before. */
function consequences(confirmed: boolean): string[] {
  return [
    confirmed
      ? "Where there is room for all of them, they have their place there at once: they said yes themselves."
      : "Where there is room for all of them and nobody waits, places are kept for their yes. Else they are in line there.",
    "Each of them gets a letter, with the new dates when they have a place.",
    "What they leave here goes to the next in line.",
  ];
}

function aboutGroup({
  startsLocal,
  timeZone,
  free,
  partiesWaiting,
  audience,
}: Loaded["destinations"][number]) {
  return [
    startsLocal ? `From ${dateWords(startsLocal)}, ${zoneWords(timeZone)}` : "",
    `${counted(free, "place")} free`,
    partiesWaiting > 0 ? `${counted(partiesWaiting, "request")} in line` : "",
    { anyone: "", partners: "for couples and partners", individuals: "for individuals" }[audience],
  ]
    .filter(Boolean)
    .join(", ");
}
