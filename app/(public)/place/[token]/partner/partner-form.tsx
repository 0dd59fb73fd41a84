"use client";

import { Button, ButtonLink } from "../../../../_components/button.tsx";
import { ErrorSummary } from "../../../../_components/error-summary.tsx";
import { Choices, TextField } from "../../../../_components/field.tsx";
import { useSubmission } from "../../../../_components/use-submission.ts";
import { addPartnerAction } from "../actions.ts";

type PartnerFormProps = { token: string; place: string; back: string };

/** Who comes too, and where we write to them. */
export function PartnerForm({ token, place, back }: PartnerFormProps) {
  const { formAction, pending, errors, formErrors, field, choices } = useSubmission(addPartnerAction);
  return (
    <form action={formAction} noValidate className="grid max-w-[34rem] gap-6">
      <ErrorSummary
        errors={errors}
        formErrors={formErrors}
        labels={{ name: "Their name", email: "Their e-mail" }}
      />
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="place" value={place} />
      <TextField label="Their name" {...field("name")} />
      <TextField
        label="Their e-mail"
        type="email"
        hint="We write to them there with their own link. Until they say yes, we use it for nothing else."
        {...field("email")}
      />
      <Choices
        type="checkbox"
        legend="Or do you read one mailbox together?"
        options={[{ value: "on", label: "They share my e-mail" }]}
        {...choices("shares")}
      />
      <div className="flex flex-wrap gap-3">
        <Button disabled={pending}>Ask them</Button>
        <ButtonLink href={back} variant="secondary">
          Change nothing
        </ButtonLink>
      </div>
    </form>
  );
}
