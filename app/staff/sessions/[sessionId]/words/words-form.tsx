"use client";

import { Button, ButtonLink } from "../../../../_components/button.tsx";
import { ErrorSummary } from "../../../../_components/error-summary.tsx";
import { TextArea, TextField } from "../../../../_components/field.tsx";
import { useSubmission } from "../../../../_components/use-submission.ts";
import { describeSessionAction } from "./actions.ts";

type WordsFormProps = { sessionId: string; title: string; bring: string; practice: string; back: string };

export function WordsForm({ sessionId, title, bring, practice, back }: WordsFormProps) {
  const { formAction, pending, errors, formErrors, field } = useSubmission(describeSessionAction);
  return (
    <form action={formAction} noValidate className="grid gap-6">
      <ErrorSummary errors={errors} formErrors={formErrors} />
      <input type="hidden" name="sessionId" value={sessionId} />
      <TextField label="Name" {...field("title", title)} />
      <TextArea
        label="What to bring"
        optional
        hint="People read it before the session."
        rows={3}
        {...field("bring", bring)}
      />
      <TextArea
        label="The week’s practice"
        optional
        hint="People read it once the session has begun, until the next one. Markdown: **bold**, *slanted*, a list with “- ” before each line."
        rows={10}
        {...field("practice", practice)}
      />
      <div className="flex flex-wrap gap-3">
        <Button disabled={pending}>Save it</Button>
        <ButtonLink href={back} variant="quiet">
          Change nothing
        </ButtonLink>
      </div>
    </form>
  );
}
