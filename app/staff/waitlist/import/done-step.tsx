import { totalWords } from "#lib/imports/words.ts";
import { ButtonLink } from "../../../_components/button.tsx";
import { Notice } from "../../../_components/notice.tsx";
import type { ImportAnswer } from "./answer.ts";
import { StepTitle } from "./step-title.tsx";

type DoneStepProps = Extract<ImportAnswer, { step: "done" }>;

export function DoneStep({ kind, destinationId, title, parties, people, offered }: DoneStepProps) {
  return (
    <>
      <StepTitle>They are here</StepTitle>
      <Notice tone="pine" role="status" title={`${totalWords(parties, people)} brought over`}>
        <p>
          {kind === "cohort"
            ? `They wait for “${title}”, each at the place that they had.`
            : `They wait for the next groups of “${title}”, each since when they had.`}
          {offered > 0 &&
            ` There were free places, so ${offered === 1 ? "one party was" : `${offered} parties were`} offered theirs at once.`}
        </p>
      </Notice>
      <div className="mt-6 flex flex-wrap gap-3">
        {kind === "cohort" ? (
          <ButtonLink href="/staff/waitlist">See the waitlist</ButtonLink>
        ) : (
          <ButtonLink href={`/staff/interest?program=${destinationId}`}>See the interest list</ButtonLink>
        )}
        <ButtonLink href="/staff/waitlist/import" variant="secondary">
          Bring over another list
        </ButtonLink>
      </div>
    </>
  );
}
