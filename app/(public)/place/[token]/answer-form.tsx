"use client";

import type { SubmissionResult } from "@conform-to/react";
import type { ReactNode } from "react";
import { Button } from "../../../_components/button.tsx";
import { ErrorSummary } from "../../../_components/error-summary.tsx";
import { useSubmission } from "../../../_components/use-submission.ts";

type AnswerFormProps = {
  action: (prev: SubmissionResult | null, form: FormData) => Promise<SubmissionResult | null>;
  token: string;
  /** Which of the party's places it is about, where there are several. */
  place?: string;
  /** Whom it is about, where it is about a partner. */
  position?: number;
  variant?: "primary" | "secondary" | "quiet";
  children: ReactNode;
};

/** One button, and what came of it when it could not be done. */
export function AnswerForm({ action, token, place, position, variant, children }: AnswerFormProps) {
  const { formAction, pending, errors, formErrors } = useSubmission(action);
  return (
    <form action={formAction}>
      <ErrorSummary errors={errors} formErrors={formErrors} />
      <input type="hidden" name="token" value={token} />
      {place && <input type="hidden" name="place" value={place} />}
      {position !== undefined && <input type="hidden" name="position" value={position} />}
      <Button variant={variant} disabled={pending}>
        {children}
      </Button>
    </form>
  );
}
