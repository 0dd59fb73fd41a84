import type { GivingName } from "#lib/cohorts/schema.ts";
import { Choices, TextField } from "../../../_components/field.tsx";
import type { useSubmission } from "../../../_components/use-submission.ts";

type Form = ReturnType<typeof useSubmission>;

/** What each field begins with. */
export type GivingInitial = Record<GivingName, string>;

type GivingFieldsProps = Pick<Form, "field" | "choices" | "errors"> & {
  initial: GivingInitial;
  open?: boolean;
};

/** How a group's places are given: every value has a usual one, so it can stay closed. */
export function GivingFields({ field, choices, errors, initial, open = false }: GivingFieldsProps) {
  const wrong = Object.keys(initial).some((name) => errors[name]?.length);
  const text = (name: GivingName) => field(name, initial[name]);
  const choice = (name: GivingName) => choices(name, [initial[name]]);
  return (
    <details open={open || wrong} className="rounded-card border border-line bg-card">
      <summary className="min-h-14 cursor-pointer px-5 py-4 font-semibold sm:px-6">
        How places are given
      </summary>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-6 px-5 pt-2 pb-6 sm:px-6 lg:grid-cols-2 lg:items-start">
        <TextField
          inputMode="numeric"
          label="Runs from"
          hint="So many people. Until they are there, the group is not yet sure, also to those who have a place."
          {...text("smallest")}
          className="max-w-32"
        />
        <Choices
          legend="Applicants"
          options={[
            { value: "no", label: "Get a place at once" },
            { value: "yes", label: "Are read first", hint: "Somebody says yes or no to each, under People." },
          ]}
          {...choice("reviews")}
        />
        <TextField
          type="datetime-local"
          label="Enrolment opens"
          optional
          hint="In the group’s own time. Left empty, as soon as you open it."
          {...text("opensAt")}
        />
        <TextField
          type="datetime-local"
          label="Enrolment ends"
          optional
          hint="Left empty, when the first session begins."
          {...text("closesAt")}
        />
        <Choices
          legend="A place that comes free goes to"
          options={[
            {
              value: "fit",
              label: "The next party that fits",
              hint: "No couple is passed more than twice; then places are saved for it.",
            },
            {
              value: "inOrder",
              label: "Strictly in order",
              hint: "Places stay empty until the first party fits.",
            },
          ]}
          {...choice("policy")}
        />
        <Choices
          legend="Whoever says “not this time”"
          options={[
            { value: "yes", label: "May keep the place in line" },
            { value: "no", label: "Leaves the line" },
          ]}
          {...choice("declineKeeps")}
        />
        <TextField
          inputMode="numeric"
          label="Hours for an answer"
          hint="So long seats are kept for a yes."
          {...text("offerHours")}
          className="max-w-32"
        />
        <TextField
          inputMode="numeric"
          label="Hours before the end, a reminder"
          hint="Once, to those who have not answered."
          {...text("reminderHours")}
          className="max-w-32"
        />
        <TextField
          inputMode="numeric"
          label="No offers in the last hours"
          hint="So many before the first session."
          {...text("cutoffHours")}
          className="max-w-32"
        />
        <TextField
          inputMode="numeric"
          label="Saved places are let go"
          hint="So many hours before the first session."
          {...text("savingHours")}
          className="max-w-32"
        />
      </div>
    </details>
  );
}

export const usual: GivingInitial = {
  smallest: "1",
  policy: "fit",
  offerHours: "48",
  reminderHours: "24",
  cutoffHours: "24",
  savingHours: "48",
  declineKeeps: "yes",
  reviews: "no",
  opensAt: "",
  closesAt: "",
};
