"use client";

import { Button, ButtonLink } from "../../../../_components/button.tsx";
import { ErrorSummary } from "../../../../_components/error-summary.tsx";
import { TextArea } from "../../../../_components/field.tsx";
import { useSubmission } from "../../../../_components/use-submission.ts";
import { cancelCohortAction } from "./actions.ts";

/** Why, and the press that does it. */
export function CancelForm({ cohortId, label }: { cohortId: string; label: string }) {
  const { formAction, pending, errors, formErrors, field } = useSubmission(cancelCohortAction);
  return (
    <form action={formAction} noValidate className="grid gap-6">
      <ErrorSummary errors={errors} formErrors={formErrors} />
      <input type="hidden" name="cohortId" value={cohortId} />
      <TextArea
        label="Why"
        hint="Everyone reads this sentence in their e-mail and on their page."
        {...field("reason")}
      />
      <div className="flex flex-wrap gap-3">
        <Button variant="destructive" disabled={pending}>
          {label}
        </Button>
        <ButtonLink href={`/staff/cohorts/${cohortId}`} variant="quiet">
          No, keep the group
        </ButtonLink>
      </div>
    </form>
  );
}
