"use client";

import { Button, ButtonLink } from "../../../../_components/button.tsx";
import { ErrorSummary } from "../../../../_components/error-summary.tsx";
import { Choices } from "../../../../_components/field.tsx";
import { useSubmission } from "../../../../_components/use-submission.ts";
import { alsoWaitAction } from "../actions.ts";

type AlsoFormProps = {
  token: string;
  place: string;
  groups: { value: string; label: string; hint: string }[];
  back: string;
};

/** Which group the party asks for a place in too. */
export function AlsoForm({ token, place, groups, back }: AlsoFormProps) {
  const { formAction, pending, errors, formErrors, field } = useSubmission(alsoWaitAction);
  return (
    <form action={formAction} noValidate className="grid max-w-[34rem] gap-6">
      <ErrorSummary errors={errors} formErrors={formErrors} labels={{ cohortId: "Which group" }} />
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="place" value={place} />
      <Choices legend="Which group?" options={groups} {...field("cohortId")} />
      <div className="flex flex-wrap gap-3">
        <Button disabled={pending}>Ask for a place there too</Button>
        <ButtonLink href={back} variant="secondary">
          Change nothing
        </ButtonLink>
      </div>
    </form>
  );
}
