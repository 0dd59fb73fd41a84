"use client";

import { Button } from "../../../../_components/button.tsx";
import { TextArea } from "../../../../_components/field.tsx";
import { useSubmission } from "../../../../_components/use-submission.ts";
import { answerQuestionAction } from "./actions.ts";

export function AnswerForm({ questionId, name }: { questionId: string; name: string }) {
  const { formAction, pending, field } = useSubmission(answerQuestionAction);
  return (
    <form action={formAction} noValidate className="mt-4 grid gap-3">
      <input type="hidden" name="questionId" value={questionId} />
      <TextArea
        {...field("answer")}
        id={`answer-${questionId}`}
        label={`Your answer to ${name}`}
        hint="It is read at their place, after signing in. The e-mail says only that there is something to read."
        rows={4}
        maxLength={8000}
      />
      <div>
        <Button variant="secondary" disabled={pending}>
          Answer {name}
        </Button>
      </div>
    </form>
  );
}
