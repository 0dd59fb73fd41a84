"use client";

import type { InterestShown } from "#lib/interest/queries.ts";
import { Button } from "../../../_components/button.tsx";
import { ErrorSummary } from "../../../_components/error-summary.tsx";
import { Choices } from "../../../_components/field.tsx";
import { useSubmission } from "../../../_components/use-submission.ts";
import { formatOptions } from "../../interest/format-options.ts";
import { WeekTimes } from "../../interest/week-times.tsx";
import { changeWishAction } from "./interest-actions.ts";

type WishFormProps = { interest: Pick<InterestShown, "suits" | "format" | "seats">; token: string };

/** What suits a party can change while it waits. */
export function WishForm({ interest, token }: WishFormProps) {
  const { formAction, pending, result, errors, formErrors, field, choices } = useSubmission(changeWishAction);
  return (
    <details open={result !== null}>
      <summary>Something else suits {interest.seats === 1 ? "me" : "us"} now</summary>
      <form action={formAction} noValidate className="mt-2 mb-4 grid max-w-[34rem] gap-6">
        <ErrorSummary errors={errors} formErrors={formErrors} />
        <input type="hidden" name="token" value={token} />
        <WeekTimes {...choices("suits", interest.suits)} />
        <Choices
          legend="How would you like to meet?"
          options={formatOptions}
          {...field("format", interest.format ?? "any")}
        />
        <Button variant="secondary" disabled={pending}>
          Keep it like this
        </Button>
      </form>
    </details>
  );
}
