"use client";

import type { ReactNode } from "react";
import { Button } from "../../../../_components/button.tsx";
import { ErrorSummary } from "../../../../_components/error-summary.tsx";
import { Choices, Select } from "../../../../_components/field.tsx";
import { useSubmission } from "../../../../_components/use-submission.ts";
import { sendWaveAction } from "./actions.ts";

type Party = { id: string; names: ReactNode; about: ReactNode };

type WaveFormProps = {
  cohortId: string;
  proposed: Party[];
  others: Party[];
  days: { value: string; label: string }[];
  chosenDays: string;
};

/** Whom to invite: the proposed are ticked; anybody else who could come may be. */
export function WaveForm({ cohortId, proposed, others, days, chosenDays }: WaveFormProps) {
  const { formAction, pending, errors, formErrors, field, choices } = useSubmission(sendWaveAction);
  const ticked = choices(
    "interestIds",
    proposed.map(({ id }) => id),
  );
  const options = (parties: Party[]) =>
    parties.map(({ id, names, about }) => ({ value: id, label: names, hint: about }));
  return (
    <form action={formAction} noValidate className="grid max-w-[34rem] gap-6">
      <ErrorSummary errors={errors} formErrors={formErrors} />
      <input type="hidden" name="cohortId" value={cohortId} />
      {proposed.length > 0 && (
        <Choices legend="Proposed" type="checkbox" options={options(proposed)} {...ticked} />
      )}
      {others.length > 0 && (
        <details open={proposed.length === 0 || undefined}>
          <summary>Others who wait ({others.length})</summary>
          <div className="pt-2">
            <Choices
              legend={<span className="sr-only">Others who wait</span>}
              type="checkbox"
              options={options(others)}
              {...ticked}
              id={proposed.length > 0 ? "other-interest" : ticked.id}
              errors={proposed.length > 0 ? undefined : ticked.errors}
            />
          </div>
        </details>
      )}
      <Select label="They may answer until" options={days} {...field("days", chosenDays)} />
      <div>
        <Button disabled={pending}>Send the invitations</Button>
      </div>
    </form>
  );
}
