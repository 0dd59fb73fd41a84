"use client";

import { Button } from "../../../_components/button.tsx";
import { ErrorSummary } from "../../../_components/error-summary.tsx";
import { TextArea, TextField } from "../../../_components/field.tsx";
import { useSubmission } from "../../../_components/use-submission.ts";
import { createProgramAction } from "../actions.ts";

export function NewProgramForm() {
  const { formAction, pending, errors, formErrors, field } = useSubmission(createProgramAction);
  return (
    <form action={formAction} noValidate className="grid gap-6">
      <ErrorSummary errors={errors} formErrors={formErrors} />
      <TextField label="Name" {...field("title")} />
      <TextArea label="About it" optional {...field("description")} />
      <Button disabled={pending} className="justify-self-start">
        Start it
      </Button>
    </form>
  );
}
