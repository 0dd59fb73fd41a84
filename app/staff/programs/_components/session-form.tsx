"use client";

import type { SubmissionResult } from "@conform-to/react";
import type { SessionKind } from "../../../../prisma/generated/enums.ts";
import { Button, ButtonLink } from "../../../_components/button.tsx";
import { ErrorSummary } from "../../../_components/error-summary.tsx";
import { Choices, TextArea, TextField } from "../../../_components/field.tsx";
import { useSubmission } from "../../../_components/use-submission.ts";

type SessionFormProps = {
  action: (prev: SubmissionResult | null, form: FormData) => Promise<SubmissionResult | null>;
  /** The program that it is added to, or the session that is changed. */
  about: Record<string, string>;
  initial: { kind: SessionKind; title: string; minutes: number; bring: string; practice: string };
  back: string;
};

export function SessionForm({ action, about, initial, back }: SessionFormProps) {
  const { formAction, pending, errors, formErrors, field, choices } = useSubmission(action);
  return (
    <form action={formAction} noValidate className="grid gap-6">
      <ErrorSummary errors={errors} formErrors={formErrors} />
      {Object.entries(about).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextField label="Name" {...field("title", initial.title)} />
      <Choices
        legend="It is"
        options={[
          { value: "weekly", label: "A session", hint: "On the days of the group." },
          { value: "retreat", label: "A retreat", hint: "On a day of its own, usually a weekend." },
          {
            value: "orientation",
            label: "An orientation",
            hint: "On the days of the group. It doesn’t count towards completing it.",
          },
        ]}
        {...choices("kind", [initial.kind])}
      />
      <TextField
        inputMode="numeric"
        label="Minutes"
        {...field("minutes", String(initial.minutes))}
        className="max-w-32"
      />
      <TextArea
        label="What to bring"
        optional
        hint="People read it before the session."
        rows={3}
        {...field("bring", initial.bring)}
      />
      <TextArea
        label="The week’s practice"
        optional
        hint="People read it once the session has begun, until the next one. Markdown: **bold**, *slanted*, a list with “- ” before each line."
        rows={10}
        {...field("practice", initial.practice)}
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
