"use client";

import { Button } from "../../_components/button.tsx";
import { ErrorSummary } from "../../_components/error-summary.tsx";
import { TextField } from "../../_components/field.tsx";
import { useSubmission } from "../../_components/use-submission.ts";
import { createFirstAdminAction } from "./actions.ts";

export function WelcomeForm({ token }: { token: string }) {
  const { formAction, errors, formErrors, field } = useSubmission(createFirstAdminAction);
  return (
    <form action={formAction} noValidate className="grid gap-6">
      <ErrorSummary errors={errors} formErrors={formErrors} />
      <input type="hidden" name="token" value={token} />
      <TextField label="Your name" autoComplete="name" {...field("name")} />
      <TextField label="Your e-mail address" type="email" autoComplete="email" {...field("email")} />
      <Button>Open the clinic</Button>
    </form>
  );
}
