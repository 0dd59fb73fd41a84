"use client";

import type { EditInput } from "#lib/cohorts/schema.ts";
import { Button } from "../../../../_components/button.tsx";
import { ErrorSummary } from "../../../../_components/error-summary.tsx";
import { Choices, TextArea, TextField } from "../../../../_components/field.tsx";
import { useSubmission } from "../../../../_components/use-submission.ts";
import { GivingFields, type GivingInitial } from "../../_components/giving-fields.tsx";
import { editCohortAction } from "./actions.ts";

type Name =
  | "title"
  | "description"
  | "place"
  | "joinUrl"
  | "fee"
  | "feeNote"
  | "capacity"
  | "largestParty"
  | "completeFrom"
  | "audience";

type SettingsFormProps = { cohortId: string; initial: Record<Name, string>; giving: GivingInitial };

export function SettingsForm({ cohortId, initial, giving }: SettingsFormProps) {
  const { formAction, pending, errors, formErrors, field, choices } =
    useSubmission<EditInput>(editCohortAction);
  const text = (name: Name) => field(name, initial[name]);
  return (
    <form
      action={formAction}
      noValidate
      className="grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-8 lg:grid-cols-2 lg:items-start"
    >
      <div className="empty:hidden lg:col-span-2">
        <ErrorSummary errors={errors} formErrors={formErrors} />
      </div>
      <input type="hidden" name="cohortId" value={cohortId} />
      <div className="grid gap-6">
        <TextField label="Name of the group" {...text("title")} />
        <TextArea label="About it" optional {...text("description")} />
        <TextField label="Place" optional {...text("place")} />
        <TextField
          type="url"
          label="Meeting link"
          optional
          hint="Only those who are enrolled see it."
          {...text("joinUrl")}
        />
        <TextField
          inputMode="decimal"
          label="Fee in Canadian dollars"
          optional
          {...text("fee")}
          className="max-w-40"
        />
        <TextField label="A note on the fee" optional hint="Such as “sliding scale”." {...text("feeNote")} />
      </div>
      <div className="grid gap-6">
        <TextField inputMode="numeric" label="Places" {...text("capacity")} className="max-w-32" />
        <TextField
          inputMode="numeric"
          label="Largest party"
          hint="How many may enrol together."
          {...text("largestParty")}
          className="max-w-32"
        />
        <TextField
          inputMode="numeric"
          label="Sessions that complete it"
          hint="Late and made-up ones count. An orientation does not."
          {...text("completeFrom")}
          className="max-w-32"
        />
        <Choices
          legend="It is for"
          options={[
            { value: "anyone", label: "Anyone" },
            { value: "partners", label: "Couples and partners only" },
            { value: "individuals", label: "Individuals only" },
          ]}
          {...choices("audience", [initial.audience])}
        />
      </div>
      <div className="lg:col-span-2">
        <GivingFields field={field} choices={choices} errors={errors} initial={giving} open />
      </div>
      <div>
        <Button disabled={pending}>Save the settings</Button>
      </div>
    </form>
  );
}
