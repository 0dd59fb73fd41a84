"use client";

import { Button } from "../../_components/button.tsx";
import { ErrorSummary } from "../../_components/error-summary.tsx";
import { Choices, TextArea, TextField } from "../../_components/field.tsx";
import { useSubmission } from "../../_components/use-submission.ts";
import { companyWords, shownFor } from "../_enroll/enroll-form.tsx";
import { errorLabels, PartnerFields } from "../_enroll/partner-fields.tsx";
import { joinInterestAction } from "./actions.ts";
import { formatOptions } from "./format-options.ts";
import { WeekTimes } from "./week-times.tsx";

/** The largest party that the form has fields for; larger ones write to us. */
const largestParty = 6;

type InterestFormProps = { programs: { id: string; title: string }[]; formToken: string };

/** All fields are on the page from the start, and the style sheet shows those that apply: no script is needed. */
export function InterestForm({ programs, formToken }: InterestFormProps) {
  const { formAction, pending, errors, formErrors, field, choices } = useSubmission(joinInterestAction);
  const [only, ...more] = programs;
  return (
    <form action={formAction} noValidate className="group/form grid max-w-[34rem] gap-6">
      <ErrorSummary errors={errors} formErrors={formErrors} labels={errorLabels} />
      <input type="hidden" name="formToken" value={formToken} />
      {more.length === 0 ? (
        <input type="hidden" name="programId" value={only?.id} />
      ) : (
        <Choices
          legend="Which program?"
          options={programs.map(({ id, title }) => ({ value: id, label: title }))}
          {...field("programId")}
        />
      )}
      <Choices
        legend="Who would come?"
        options={Object.entries(companyWords).map(([value, label]) => ({ value, label }))}
        {...field("company")}
      />
      <TextField label="Your name" autoComplete="name" {...field("name")} />
      <TextField
        label="Your e-mail"
        type="email"
        autoComplete="email"
        hint="We write to you there with your own link."
        {...field("email")}
      />
      <div className={shownFor.anyPartner}>
        <PartnerFields index={0} field={field} choices={choices} />
      </div>
      <div className={shownFor.partners}>
        {Array.from({ length: largestParty - 2 }, (_, at) => at + 1).map((index) => (
          <PartnerFields key={index} index={index} field={field} choices={choices} />
        ))}
      </div>
      <WeekTimes {...choices("suits")} />
      <Choices legend="How would you like to meet?" options={formatOptions} {...field("format", "any")} />
      <TextArea
        label="Anything we should know"
        hint="Only what helps us to plan, such as dates when you are away. Nothing about your health."
        optional
        rows={3}
        {...field("note")}
      />
      <p className="text-sm text-soft">
        Joining the list keeps no place and costs nothing. Everyone says for themselves that they wait.
      </p>
      <Button wide disabled={pending}>
        Join the interest list
      </Button>
    </form>
  );
}
