"use client";

import type { StaffInput } from "#lib/auth/staff-schema.ts";
import { Button } from "../../_components/button.tsx";
import { ErrorSummary } from "../../_components/error-summary.tsx";
import { Choices, TextField } from "../../_components/field.tsx";
import { Notice } from "../../_components/notice.tsx";
import { useSubmission } from "../../_components/use-submission.ts";
import { giveRoleAction } from "./actions.ts";

export function ColleagueForm() {
  const { formAction, pending, result, errors, formErrors, field, choices } =
    useSubmission<StaffInput>(giveRoleAction);
  const added = result !== null && !result.initialValue && !result.error;
  return (
    <form action={formAction} noValidate className="grid gap-6">
      <ErrorSummary errors={errors} formErrors={formErrors} />
      {added && !pending && (
        <Notice tone="pine" role="status">
          They are on the team, and a mail tells them how to sign in.
        </Notice>
      )}
      <TextField label="Name" autoComplete="off" {...field("name")} />
      <TextField type="email" label="E-mail address" autoComplete="off" {...field("email")} />
      <Choices
        legend="They are"
        name="role"
        options={[
          { value: "facilitator", label: "A facilitator", hint: "Runs their own groups." },
          { value: "admin", label: "An admin", hint: "Also reads the mailbox, and sees every group." },
        ]}
        defaultValue={choices("role", ["facilitator"]).defaultValue}
        errors={errors.role}
      />
      <div>
        <Button disabled={pending}>Add them</Button>
      </div>
    </form>
  );
}
