import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { staff } from "#lib/auth/who.ts";
import { dateWords, timeWords, zoneWords } from "#lib/clock/words.ts";
import { loadSession } from "#lib/cohorts/load-session.ts";
import { persons } from "#lib/people/words.ts";
import { EmptyState } from "../../../../_components/empty-state.tsx";
import { PageTitle } from "../../../../_components/page-title.tsx";
import { StaffFrame } from "../../../_components/staff-frame.tsx";
import { CancelSessionForm, MoveSessionForm } from "./forms.tsx";

export const metadata: Metadata = { title: "Change a session" };

/** Moves one session, or cancels it, and says before what that does. */
export default async function ChangeSessionPage({ params }: PageProps<"/staff/sessions/[sessionId]/change">) {
  const actor = await staff();
  const session = await loadSession(actor, (await params).sessionId);
  if (!session) notFound();
  const { id, title, startsLocal, minutes, cohort, people } = session;
  const back = `/staff/cohorts/${cohort.id}/sessions`;
  const closed = session.over || session.cancelledAt !== null || cohort.state === "cancelled";
  return (
    <StaffFrame actor={actor} current="cohorts">
      <PageTitle
        over={<a href={back}>{cohort.title}</a>}
        title={title}
        lead={`${dateWords(startsLocal)}, ${timeWords(startsLocal)}, ${zoneWords(cohort.timeZone)} time`}
      />
      {closed ? (
        <EmptyState title={session.over ? "It is over" : "It is cancelled"}>
          <p>There is nothing to change here.</p>
        </EmptyState>
      ) : (
        <div className="max-w-[44rem]">
          <p className="mb-8">
            {people === 0
              ? "Nobody has a place yet, so nobody is told."
              : `${persons(people)} with a place ${people === 1 ? "is" : "are"} told by e-mail within minutes, with a file that puts their calendar right. What else you change until then stands in the same letter.`}
          </p>
          <section>
            <h2 className="mb-4 text-xl">Move it</h2>
            <MoveSessionForm
              sessionId={id}
              startsLocal={startsLocal.toString({ smallestUnit: "minute" })}
              minutes={minutes}
              back={back}
            />
          </section>
          <section className="mt-12 border-t border-line pt-6">
            <h2 className="mb-4 text-xl">It does not take place</h2>
            <CancelSessionForm sessionId={id} />
          </section>
        </div>
      )}
    </StaffFrame>
  );
}
