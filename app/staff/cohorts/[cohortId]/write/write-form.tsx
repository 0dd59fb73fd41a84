"use client";

import { Button, ButtonLink } from "../../../../_components/button.tsx";
import { ErrorSummary } from "../../../../_components/error-summary.tsx";
import { Choices, Select, TextArea, TextField } from "../../../../_components/field.tsx";
import { useSubmission } from "../../../../_components/use-submission.ts";
import { writeAction } from "./actions.ts";

type Option = { value: string; label: string };

type WriteFormProps = {
  cohortId: string;
  formToken: string;
  begun: {
    announcementId?: string;
    to: string;
    sessionId: string;
    personId: string;
    subject: string;
    text: string;
  };
  sessions: Option[];
  people: Option[];
  everyone: string;
};

/** Whom it is for, and the words. What is chosen shows what else it needs, also without JavaScript. */
export function WriteForm({ cohortId, formToken, begun, sessions, people, everyone }: WriteFormProps) {
  const { formAction, pending, errors, formErrors, field } = useSubmission(writeAction);
  return (
    <form action={formAction} noValidate className="group/write grid gap-6">
      <ErrorSummary errors={errors} formErrors={formErrors} />
      <input type="hidden" name="cohortId" value={cohortId} />
      <input type="hidden" name="formToken" value={formToken} />
      {begun.announcementId && <input type="hidden" name="announcementId" value={begun.announcementId} />}
      <Choices
        legend="Who is it for?"
        options={[
          { value: "everyone", label: everyone },
          { value: "missed", label: "Those who missed a session" },
          { value: "person", label: "One person" },
        ]}
        {...field("to", begun.to)}
      />
      <div className="hidden group-has-[[value=person]:checked]/write:block">
        <Select
          label="Person"
          options={[{ value: "", label: "Please choose" }, ...people]}
          {...field("personId", begun.personId)}
        />
      </div>
      <div className="hidden group-has-[[value=missed]:checked]/write:block group-has-[[value=person]:checked]/write:block">
        <Select
          label="Session"
          options={[{ value: "", label: "None" }, ...sessions]}
          {...field("sessionId", begun.sessionId)}
        />
      </div>
      <TextField
        label="Subject"
        hint="It can be read on a locked phone."
        {...field("subject", begun.subject)}
        autoComplete="off"
      />
      <TextArea
        label="Your words"
        rows={10}
        hint="An e-mail is no place for what somebody told you, nor for how they are. Write what anyone could read over their shoulder; all else waits for a talk."
        {...field("text", begun.text)}
      />
      <div className="flex flex-wrap gap-3">
        <Button disabled={pending}>See it as they will</Button>
        {begun.announcementId && (
          <ButtonLink href={`/staff/cohorts/${cohortId}/write/${begun.announcementId}`} variant="quiet">
            Leave it as it is
          </ButtonLink>
        )}
      </div>
    </form>
  );
}
