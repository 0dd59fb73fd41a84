"use client";

import { Button } from "../../../_components/button.tsx";
import { ErrorSummary } from "../../../_components/error-summary.tsx";
import { TextArea, TextField } from "../../../_components/field.tsx";
import { useSubmission } from "../../../_components/use-submission.ts";
import { saveAnswerAction } from "./actions.ts";

type AnswerFormProps = { answer?: { id: string; title: string; text: string } };

/** A new saved answer, or one that is changed. */
export function AnswerForm({ answer }: AnswerFormProps) {
  const { formAction, pending, errors, formErrors, field } = useSubmission(saveAnswerAction);
  return (
    <form action={formAction} noValidate className="grid gap-5">
      <ErrorSummary errors={errors} formErrors={formErrors} />
      {answer && <input type="hidden" name="answerId" value={answer.id} />}
      <TextField label="Name" {...field("title", answer?.title)} />
      <TextArea label="Answer" rows={6} {...field("text", answer?.text)} />
      <div>
        <Button disabled={pending}>{answer ? "Save the change" : "Save the answer"}</Button>
      </div>
    </form>
  );
}
