"use client";

import { Button, ButtonLink } from "../../../../_components/button.tsx";
import { ErrorSummary } from "../../../../_components/error-summary.tsx";
import { Choices } from "../../../../_components/field.tsx";
import { useSubmission } from "../../../../_components/use-submission.ts";
import { takeFewerAction } from "../actions.ts";

type FewerFormProps = {
  token: string;
  place: string;
  people: { value: string; label: string }[];
  chosen: string[];
  back: string;
};

/** Who comes also without the others. Nobody ticked, or everybody, is all or nothing. */
export function FewerForm({ token, place, people, chosen, back }: FewerFormProps) {
  const { formAction, pending, errors, formErrors, choices } = useSubmission(takeFewerAction);
  return (
    <form action={formAction} noValidate className="grid max-w-[34rem] gap-6">
      <ErrorSummary errors={errors} formErrors={formErrors} />
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="place" value={place} />
      <Choices
        type="checkbox"
        legend="Who would come without the others?"
        hint="Tick nobody to wait until there is room for all of you."
        options={people}
        {...choices("comes", chosen)}
      />
      <div className="flex flex-wrap gap-3">
        <Button disabled={pending}>Keep it like this</Button>
        <ButtonLink href={back} variant="secondary">
          Change nothing
        </ButtonLink>
      </div>
    </form>
  );
}
