"use client";

import type { SubmissionResult } from "@conform-to/react";
import type { ReactNode } from "react";
import { Button } from "../../../_components/button.tsx";
import { TextField } from "../../../_components/field.tsx";
import { FocusedAlert } from "../../../_components/focused-alert.tsx";
import { useSubmission } from "../../../_components/use-submission.ts";

type DecideFormProps = {
  action: (prev: SubmissionResult | null, form: FormData) => Promise<SubmissionResult | null>;
  values: Record<string, string>;
  /** What is opened, and what its button then does. */
  summary: ReactNode;
  button: ReactNode;
};

/** A decision about one party, out of sight until it is wanted: its reason, which the party reads, and a button. */
export function DecideForm({ action, values, summary, button }: DecideFormProps) {
  const { formAction, pending, result, formErrors, field } = useSubmission(action);
  const { id, ...reason } = field("reason");
  return (
    <details open={result !== null}>
      <summary>{summary}</summary>
      <form action={formAction} className="mb-4 space-y-4">
        {Object.entries(values).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {formErrors && result && (
          <FocusedAlert
            of={result}
            className="rounded-card border border-apricot bg-apricot-pale p-4 text-ink"
          >
            {formErrors.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </FocusedAlert>
        )}
        <TextField
          {...reason}
          id={`${id}-${values.what}-${values.enrollmentId}`}
          label="Why"
          hint="The party can read it."
          maxLength={500}
        />
        <Button variant="secondary" disabled={pending}>
          {button}
        </Button>
      </form>
    </details>
  );
}
