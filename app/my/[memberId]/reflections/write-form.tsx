"use client";

import { Button } from "../../../_components/button.tsx";
import { ErrorSummary } from "../../../_components/error-summary.tsx";
import { Select, TextArea } from "../../../_components/field.tsx";
import { useSubmission } from "../../../_components/use-submission.ts";
import { writeReflectionAction } from "./actions.ts";

type WriteFormProps = {
  memberId: string;
  /** What it is about, where somebody comes from there: "material:…". */
  about: string;
  sessions: { value: string; label: string }[];
};

export function WriteForm({ memberId, about, sessions }: WriteFormProps) {
  const { formAction, pending, errors, formErrors, field } = useSubmission(writeReflectionAction);
  return (
    <form action={formAction} noValidate className="grid gap-5">
      <ErrorSummary errors={errors} formErrors={formErrors} />
      <input type="hidden" name="memberId" value={memberId} />
      <TextArea {...field("text")} label="What would you like to keep?" rows={5} maxLength={20_000} />
      {about.startsWith("material:") ? (
        <>
          <input type="hidden" name="about" value={about} />
          <p className="text-soft">It is kept with what you were just looking at.</p>
        </>
      ) : (
        sessions.length > 0 && (
          <Select
            {...field("about", about)}
            label="About a session"
            optional
            options={[{ value: "", label: "None in particular" }, ...sessions]}
          />
        )
      )}
      <div>
        <Button disabled={pending}>Keep it</Button>
      </div>
    </form>
  );
}
