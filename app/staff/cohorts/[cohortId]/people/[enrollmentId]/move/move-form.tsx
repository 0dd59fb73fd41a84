"use client";

import { Button, ButtonLink } from "../../../../../../_components/button.tsx";
import { ErrorSummary } from "../../../../../../_components/error-summary.tsx";
import { Choices } from "../../../../../../_components/field.tsx";
import { useSubmission } from "../../../../../../_components/use-submission.ts";
import { transferAction } from "./actions.ts";

type MoveFormProps = {
  enrollmentId: string;
  names: string;
  groups: { value: string; label: string; hint: string }[];
  /** What joining the line there would mean, for who has a place here. */
  lineHint: string | null;
  back: string;
};

export function MoveForm({ enrollmentId, names, groups, lineHint, back }: MoveFormProps) {
  const { formAction, pending, errors, formErrors, choices } = useSubmission(transferAction);
  return (
    <form action={formAction} noValidate className="grid gap-6">
      <ErrorSummary errors={errors} formErrors={formErrors} />
      <input type="hidden" name="enrollmentId" value={enrollmentId} />
      <Choices legend="To which group" options={groups} {...choices("toCohortId")} />
      {lineHint && (
        <Choices
          type="checkbox"
          legend="Without room for all of them"
          options={[{ value: "on", label: "They join the line there", hint: lineHint }]}
          {...choices("orLine")}
        />
      )}
      <div className="flex flex-wrap gap-3">
        <Button disabled={pending}>Move {names}</Button>
        <ButtonLink href={back} variant="quiet">
          No, leave them here
        </ButtonLink>
      </div>
    </form>
  );
}
