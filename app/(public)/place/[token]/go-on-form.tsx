"use client";

import { Button } from "../../../_components/button.tsx";
import { ErrorSummary } from "../../../_components/error-summary.tsx";
import { useSubmission } from "../../../_components/use-submission.ts";
import { goOnElsewhereAction } from "./go-on-actions.ts";

/** One press that asks for a place in another group. */
export function GoOnForm({ token, cohortId, title }: { token: string; cohortId: string; title: string }) {
  const { formAction, pending, errors, formErrors } = useSubmission(goOnElsewhereAction);
  return (
    <form action={formAction}>
      <ErrorSummary errors={errors} formErrors={formErrors} />
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="cohortId" value={cohortId} />
      <Button variant="secondary" disabled={pending}>
        Ask for a place here<span className="sr-only">: {title}</span>
      </Button>
    </form>
  );
}
