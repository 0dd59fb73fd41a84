"use client";

import { Button } from "../../../_components/button.tsx";
import { ErrorSummary } from "../../../_components/error-summary.tsx";
import { Choices, TextArea, TextField } from "../../../_components/field.tsx";
import { useSubmission } from "../../../_components/use-submission.ts";
import { editProgramAction } from "../actions.ts";

type ProgramFormProps = {
  programId: string;
  title: string;
  description: string;
  /** Null for who doesn't decide it. */
  listed: boolean | null;
};

export function ProgramForm({ programId, title, description, listed }: ProgramFormProps) {
  const { formAction, pending, errors, formErrors, field, choices } = useSubmission(editProgramAction);
  return (
    <form action={formAction} noValidate className="grid gap-6">
      <ErrorSummary errors={errors} formErrors={formErrors} />
      <input type="hidden" name="programId" value={programId} />
      <TextField label="Name" {...field("title", title)} />
      <TextArea label="About it" optional {...field("description", description)} />
      {listed !== null && (
        <Choices
          type="checkbox"
          legend="The interest list"
          options={[{ value: "yes", label: "People can wait for its next group" }]}
          {...choices("listed", listed ? ["yes"] : [])}
        />
      )}
      <Button variant="secondary" disabled={pending} className="justify-self-start">
        Save it
      </Button>
    </form>
  );
}
