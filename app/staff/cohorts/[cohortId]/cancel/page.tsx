import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { staff } from "#lib/auth/who.ts";
import { loadCancelling } from "#lib/cohorts/load-cancelling.ts";
import { persons } from "#lib/people/words.ts";
import { EmptyState } from "../../../../_components/empty-state.tsx";
import { PageTitle } from "../../../../_components/page-title.tsx";
import { StaffFrame } from "../../../_components/staff-frame.tsx";
import { CancelForm } from "./cancel-form.tsx";

export const metadata: Metadata = { title: "Cancel a group" };

/** Says what cancelling does before anybody cancels. */
export default async function CancelPage({ params }: PageProps<"/staff/cohorts/[cohortId]/cancel">) {
  const actor = await staff();
  const cohort = await loadCancelling(actor, (await params).cohortId);
  if (!cohort) notFound();
  const { id, title, state, over, placed, waiting } = cohort;
  const people = placed + waiting;
  return (
    <StaffFrame actor={actor} current="cohorts">
      <PageTitle
        over={<a href={`/staff/cohorts/${id}`}>{title}</a>}
        title="Cancel this group?"
        lead="It can't be undone. Whoever comes later enrols in another one."
      />
      {state === "cancelled" || over ? (
        <EmptyState title={over ? "Its last session is over" : "It is cancelled already"}>
          <p>There is nothing to do here.</p>
        </EmptyState>
      ) : (
        <div className="max-w-[44rem]">
          <ul className="mb-8 list-disc space-y-2 ps-5">
            {consequences(placed, waiting).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <CancelForm
            cohortId={id}
            label={people === 0 ? "Cancel the group" : `Cancel the group and tell ${persons(people)}`}
          />
        </div>
      )}
    </StaffFrame>
  );
}

/** What `cancelCohort` does, said before. */
function consequences(placed: number, waiting: number): string[] {
  return [
    placed === 0
      ? "Nobody has a place in it."
      : `${persons(placed)} with a place ${placed === 1 ? "is" : "are"} told by e-mail, with your reason.`,
    waiting === 0
      ? "Nobody waits for it."
      : `So ${waiting === 1 ? "is" : "are"} ${persons(waiting)} who ${waiting === 1 ? "waits" : "wait"} for one.`,
    "On their own page each party is offered the other open groups, where it keeps its place in line.",
    "The group leaves the public list, and its page says that it does not take place.",
  ];
}
