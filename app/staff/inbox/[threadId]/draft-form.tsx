"use client";

import { Button } from "../../../_components/button.tsx";
import { ErrorSummary } from "../../../_components/error-summary.tsx";
import { Select, TextField } from "../../../_components/field.tsx";
import { useSubmission } from "../../../_components/use-submission.ts";
import { draftAction } from "./actions.ts";

type Option = { value: string; label: string };

type DraftFormProps = {
  threadId: string;
  back: string;
  people: { name: string; email: string }[];
  seats: number;
  intent: string;
  /** Whether they ask for a place; otherwise that is said first, before anybody is asked for their yes to one. */
  asks: boolean;
  cohortId: string;
  intents: Option[];
  cohorts: Option[];
};

/** Corrects what was read, in place, and takes it as it is with one press: the group stands out, the rest is folded away. */
export function DraftForm(props: DraftFormProps) {
  const { threadId, back, people, seats, intent, asks, cohortId, intents, cohorts } = props;
  const { formAction, pending, errors, formErrors, field } = useSubmission(draftAction);
  const lines = Math.min(12, Math.max(seats, people.length, 1) + 1);
  const open = Object.keys(errors).some((name) => name !== "" && name !== "cohortId");
  const group = (
    <Select
      label="Group"
      {...field("cohortId", cohortId)}
      options={[{ value: "", label: "None yet" }, ...cohorts]}
    />
  );
  return (
    <form action={formAction} noValidate className="grid gap-4">
      <ErrorSummary errors={errors} formErrors={formErrors} labels={{}} />
      <input type="hidden" name="threadId" value={threadId} />
      <input type="hidden" name="back" value={back} />
      {asks && group}
      <details open={open || formErrors !== undefined || undefined}>
        <summary className="min-h-12 cursor-pointer py-3 font-semibold text-plum">Correct it</summary>
        <div className="mt-1 grid gap-4">
          {!asks && (
            <p className="text-sm text-soft">
              If they would like a place after all, say so here. Then you can ask each of them for their yes.
            </p>
          )}
          <Select label="They ask for" {...field("intent", intent)} options={intents} />
          {!asks && group}
          <TextField
            label="Places"
            type="number"
            min={0}
            max={12}
            inputMode="numeric"
            {...field("seats", String(seats))}
          />
          {Array.from({ length: lines }, (_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is its position
            <fieldset key={index} className="grid gap-3 border-t border-line pt-3">
              <legend className="float-left w-full text-sm text-soft">
                {index === 0 ? "Who would come" : index >= people.length ? "One more, if there is" : "And"}
              </legend>
              <TextField label="Name" {...field(`people[${index}].name`, people[index]?.name)} />
              <TextField
                label="E-mail address"
                type="email"
                {...field(`people[${index}].email`, people[index]?.email)}
              />
            </fieldset>
          ))}
          <Button name="press" value="correct" variant="secondary" disabled={pending}>
            Keep what I corrected
          </Button>
        </div>
      </details>
      {asks && (
        <>
          <Button name="press" value="accept" wide disabled={pending}>
            Looks right, ask each of them
          </Button>
          <p className="-mt-2 text-sm text-soft">
            Places are kept, or they join the line. Everybody says yes by their own letter.
          </p>
          <Button name="press" value="list" variant="quiet" disabled={pending}>
            Put them on the interest list
          </Button>
        </>
      )}
    </form>
  );
}
