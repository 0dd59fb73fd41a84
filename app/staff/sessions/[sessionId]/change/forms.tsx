"use client";

import { Button, ButtonLink } from "../../../../_components/button.tsx";
import { ErrorSummary } from "../../../../_components/error-summary.tsx";
import { TextField } from "../../../../_components/field.tsx";
import { useSubmission } from "../../../../_components/use-submission.ts";
import { Clashes } from "../../../_components/clashes.tsx";
import { cancelSessionAction, type MoveAnswer, moveSessionAction } from "./actions.ts";

type MoveSessionFormProps = { sessionId: string; startsLocal: string; minutes: number; back: string };

export function MoveSessionForm({ sessionId, startsLocal, minutes, back }: MoveSessionFormProps) {
  const { formAction, pending, result, errors, formErrors, field } = useSubmission(moveSessionAction);
  const { clashes } = (result ?? {}) as MoveAnswer;
  return (
    <form action={formAction} noValidate className="grid gap-6">
      <ErrorSummary errors={errors} formErrors={formErrors} />
      <input type="hidden" name="sessionId" value={sessionId} />
      <TextField
        type="datetime-local"
        label="Begins"
        hint="In the group’s own time."
        {...field("startsLocal", startsLocal)}
        className="max-w-64"
      />
      <TextField
        inputMode="numeric"
        label="Minutes"
        {...field("minutes", String(minutes))}
        className="max-w-32"
      />
      <div role="status" className="max-w-[34rem]">
        {clashes?.length === 0 && <p>Nothing else of theirs takes place then, and the place is free.</p>}
        {clashes && <Clashes words={clashes} />}
      </div>
      <div className="flex flex-wrap gap-3">
        <Button disabled={pending}>Move it and tell everyone</Button>
        <Button name="press" value="look" variant="secondary" disabled={pending}>
          Look for clashes first
        </Button>
        <ButtonLink href={back} variant="quiet">
          Change nothing
        </ButtonLink>
      </div>
    </form>
  );
}

export function CancelSessionForm({ sessionId }: { sessionId: string }) {
  const { formAction, pending, errors, formErrors, field } = useSubmission(cancelSessionAction);
  return (
    <form action={formAction} noValidate className="grid gap-6">
      <ErrorSummary errors={errors} formErrors={formErrors} />
      <input type="hidden" name="sessionId" value={sessionId} />
      <TextField label="Why" hint="Everyone reads this sentence." {...field("reason")} />
      <Button variant="destructive" disabled={pending} className="justify-self-start">
        Cancel this session and tell everyone
      </Button>
    </form>
  );
}
