"use client";

import { Button } from "../../../_components/button.tsx";
import { ErrorSummary } from "../../../_components/error-summary.tsx";
import { TextArea } from "../../../_components/field.tsx";
import { useSubmission } from "../../../_components/use-submission.ts";
import { askQuestionAction } from "./actions.ts";

export function AskForm({ memberId }: { memberId: string }) {
  const { formAction, pending, errors, formErrors, field } = useSubmission(askQuestionAction);
  return (
    <form action={formAction} noValidate className="grid gap-5">
      <ErrorSummary errors={errors} formErrors={formErrors} />
      <input type="hidden" name="memberId" value={memberId} />
      <TextArea
        {...field("text")}
        label="Your question"
        hint="Those who facilitate your group read it, and the clinic’s admins can."
        rows={5}
        maxLength={4000}
      />
      <div>
        <Button disabled={pending}>Ask</Button>
      </div>
    </form>
  );
}
