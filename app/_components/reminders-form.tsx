"use client";

import type { SubmissionResult } from "@conform-to/react";
import { Button, ButtonLink } from "./button.tsx";
import { ErrorSummary } from "./error-summary.tsx";
import { Choices } from "./field.tsx";
import { Notice } from "./notice.tsx";
import { useSubmission } from "./use-submission.ts";

type RemindersFormProps = {
  action: (prev: SubmissionResult | null, form: FormData) => Promise<SubmissionResult | null>;
  /** What says whose choice it is: their place, or their own link. */
  whose: { memberId: string } | { token: string };
  chosen: string[];
  back: string;
  saved: boolean;
};

/** A day before, an hour before, both, or nothing ticked: none. */
export function RemindersForm({ action, whose, chosen, back, saved }: RemindersFormProps) {
  const { formAction, pending, errors, formErrors, choices } = useSubmission(action);
  return (
    <form action={formAction} noValidate className="grid max-w-[34rem] gap-6">
      {saved && (
        <Notice tone="pine" role="status">
          It is kept like this.
        </Notice>
      )}
      <ErrorSummary errors={errors} formErrors={formErrors} />
      {Object.entries(whose).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Choices
        type="checkbox"
        legend="Write to me"
        hint="Tick neither, and no reminder comes. Word of a changed date still reaches you."
        options={[
          { value: "day", label: "a day before each session" },
          { value: "hour", label: "an hour before each session" },
        ]}
        {...choices("kinds", chosen)}
      />
      <div className="flex flex-wrap gap-3">
        <Button disabled={pending}>Keep it like this</Button>
        <ButtonLink href={back} variant="quiet">
          Back
        </ButtonLink>
      </div>
    </form>
  );
}
