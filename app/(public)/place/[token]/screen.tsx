import type { ReactNode } from "react";
import type { Place } from "#lib/enrollment/queries.ts";
import { ButtonLink } from "../../../_components/button.tsx";
import { PageTitle } from "../../../_components/page-title.tsx";
import { weekdayWords } from "../../_cohorts/words.ts";
import { AnswerForm } from "./answer-form.tsx";
import { moveToInterestAction } from "./interest-actions.ts";
import { placePath } from "./path.ts";

type ScreenProps = {
  place: Place;
  title: string;
  lead: ReactNode;
  actions?: ReactNode;
  /** What is rarely wanted, below the rest. */
  quieter?: ReactNode;
  children?: ReactNode;
};

/** How it stands with a place, in one sentence and a few more, and what can be done. */
export function Screen({ place, title, lead, actions, quieter, children }: ScreenProps) {
  return (
    <section>
      <PageTitle over={`${place.cohort.title} · ${weekdayWords(place.cohort)}`} title={title} lead={lead} />
      {children}
      {actions && <div className="mt-6 flex flex-wrap items-start gap-3">{actions}</div>}
      {/* Their words begin where everything else does: they have no edge that could. */}
      {quieter && <div className="mt-3 -ms-3 flex flex-wrap items-start gap-x-3">{quieter}</div>}
    </section>
  );
}

export type PlaceProps = {
  place: Place;
  token: string;
};

export function LeaveLink({ place, token, children }: PlaceProps & { children: ReactNode }) {
  return (
    <ButtonLink href={placePath(token, { at: place.enrollmentId }, "/leave")} variant="quiet">
      {children}
    </ButtonLink>
  );
}

/** Whether somebody comes, or waits, with nobody else: then it is "I", not "we". */
export function isSingle({ members }: Place): boolean {
  return members.filter(({ gone }) => !gone).length === 1;
}

/** To the interest list, with the time that the party has waited already. */
export function WaitForNext({ token }: { token: string }) {
  return (
    <AnswerForm action={moveToInterestAction} token={token} variant="secondary">
      Wait for the next group, and keep my time
    </AnswerForm>
  );
}
