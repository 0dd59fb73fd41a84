"use client";

import type { CohortInput } from "#lib/cohorts/schema.ts";
import { Button } from "../../../_components/button.tsx";
import { ErrorSummary } from "../../../_components/error-summary.tsx";
import { Choices, Select, TextArea, TextField } from "../../../_components/field.tsx";
import { useSubmission } from "../../../_components/use-submission.ts";
import { GivingFields, type GivingInitial, usual } from "../_components/giving-fields.tsx";
import { type CohortAnswer, createCohortAction } from "./actions.ts";
import { Dates } from "./dates.tsx";

type CohortFormProps = {
  programs: { id: string; title: string }[];
  /** The one that stands there first. */
  programId: string | undefined;
  zones: string[];
  /** Whom an admin chooses the facilitators from; a facilitator is one themselves. */
  colleagues: { id: string; name: string }[] | null;
  /** What another group is, to begin with. */
  like: { about: Record<string, string>; giving: GivingInitial } | null;
};

export function CohortForm({ programs, programId, zones, colleagues, like }: CohortFormProps) {
  const { formAction, pending, result, errors, formErrors, choices, ...form } =
    useSubmission<CohortInput>(createCohortAction);
  const field = (name: string, initial?: string) => form.field(name, like?.about[name] ?? initial);
  const dates = Boolean((result as CohortAnswer | null)?.preview);
  return (
    <form
      action={formAction}
      noValidate
      className="grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-10 lg:grid-cols-2 lg:items-start"
    >
      <div className="lg:col-span-2">
        <ErrorSummary errors={errors} formErrors={formErrors} />
      </div>
      <div className="grid gap-6">
        <Select
          label="Program"
          {...field("programId", programId)}
          options={programs.map(({ id, title }) => ({ value: id, label: title }))}
        />
        <TextField
          label="Name of the group"
          hint="As people will read it, such as “Winter evenings”."
          {...field("title")}
        />
        <TextArea label="About it" optional {...field("description")} />
        <TextField
          type="date"
          label="First session on"
          hint="The group meets on this weekday."
          {...field("firstOn")}
        />
        <TextField type="time" label="At" {...field("startsAt", "18:30")} className="max-w-40" />
        <Choices
          legend="How often"
          name="rhythm"
          options={[
            { value: "weekly", label: "Every week" },
            { value: "fortnightly", label: "Every two weeks" },
            { value: "twiceWeekly", label: "Twice a week", hint: "An intensive, on two weekdays." },
          ]}
          defaultValue={choices("rhythm", [like?.about.rhythm ?? "weekly"]).defaultValue}
          errors={errors.rhythm}
        />
        <Select
          label="The second weekday"
          optional
          hint="For a group that meets twice a week."
          {...field("alsoOn")}
          options={[{ value: "", label: "None" }, ...weekdays]}
          className="max-w-64"
        />
        <Select
          label="Time zone"
          {...field("timeZone", zones[0])}
          options={zones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
        />
        <TextArea
          label="Dates to skip"
          optional
          hint="One a line, such as 2027-02-15. Sessions on them move on to the next date."
          rows={3}
          {...field("skip")}
        />
        <TextField
          type="date"
          label="Retreat on"
          optional
          hint="Left empty, it is on the weekend after the session before it."
          {...field("retreatOn")}
        />
        <TextField
          type="time"
          label="Retreat at"
          {...field("retreatStartsAt", "10:00")}
          className="max-w-40"
        />
      </div>
      <div className="grid gap-6">
        <TextField inputMode="numeric" label="Places" {...field("capacity", "16")} className="max-w-32" />
        <TextField
          inputMode="numeric"
          label="Largest party"
          hint="How many may enrol together."
          {...field("largestParty", "4")}
          className="max-w-32"
        />
        <TextField
          inputMode="numeric"
          label="Sessions that complete it"
          hint="Late and made-up ones count. An orientation does not."
          {...field("completeFrom", "7")}
          className="max-w-32"
        />
        <Choices
          legend="It is for"
          name="audience"
          options={[
            { value: "anyone", label: "Anyone" },
            { value: "partners", label: "Couples and partners only" },
            { value: "individuals", label: "Individuals only" },
          ]}
          defaultValue={choices("audience", [like?.about.audience ?? "anyone"]).defaultValue}
          errors={errors.audience}
        />
        <Choices
          legend="It meets"
          name="format"
          options={[
            { value: "inPerson", label: "In person" },
            { value: "online", label: "Online" },
            { value: "hybrid", label: "Both ways at once" },
          ]}
          defaultValue={choices("format", [like?.about.format ?? "inPerson"]).defaultValue}
          errors={errors.format}
        />
        <TextField label="Place" optional {...field("place")} />
        <TextField
          type="url"
          label="Meeting link"
          optional
          hint="Only those who are enrolled see it."
          {...field("joinUrl")}
        />
        <TextField
          inputMode="decimal"
          label="Fee in Canadian dollars"
          optional
          {...field("fee")}
          className="max-w-40"
        />
        <TextField label="A note on the fee" optional hint="Such as “sliding scale”." {...field("feeNote")} />
        {colleagues && (
          <Choices
            type="checkbox"
            legend="Facilitators"
            options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
            {...choices("facilitatorIds")}
          />
        )}
      </div>
      <div className="lg:col-span-2">
        <GivingFields field={field} choices={choices} errors={errors} initial={like?.giving ?? usual} />
      </div>
      <div role="status" className="lg:col-span-2">
        <Dates answer={result as CohortAnswer | null} field={field} pending={pending} />
      </div>
      <div className="flex flex-wrap gap-3 lg:col-span-2">
        <Button name="press" value="preview" variant={dates ? "secondary" : "primary"} disabled={pending}>
          {dates ? "Lay the dates out anew" : "Show the dates"}
        </Button>
        <Button name="press" value="save" variant={dates ? "primary" : "secondary"} disabled={pending}>
          Save the group
        </Button>
      </div>
    </form>
  );
}

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"].map(
  (label, index) => ({ value: String(index + 1), label }),
);
