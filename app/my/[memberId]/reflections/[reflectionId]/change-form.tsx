"use client";

import { Button } from "../../../../_components/button.tsx";
import { ErrorSummary } from "../../../../_components/error-summary.tsx";
import { TextArea } from "../../../../_components/field.tsx";
import { useSubmission } from "../../../../_components/use-submission.ts";
import { changeReflectionAction } from "../actions.ts";

type ChangeFormProps = { memberId: string; reflectionId: string; text: string };

export function ChangeForm({ memberId, reflectionId, text }: ChangeFormProps) {
  const { formAction, pending, errors, formErrors, field } = useSubmission(changeReflectionAction);
  return (
    <form action={formAction} noValidate className="grid gap-5">
      <ErrorSummary errors={errors} formErrors={formErrors} />
      <input type="hidden" name="memberId" value={memberId} />
      <input type="hidden" name="reflectionId" value={reflectionId} />
      <TextArea {...field("text", text)} label="What you wrote" rows={8} maxLength={20_000} />
      <div>
        <Button disabled={pending}>Keep the change</Button>
      </div>
    </form>
  );
}
