"use client";

import { useRef, useState } from "react";
import { Button } from "../../../_components/button.tsx";
import { Card } from "../../../_components/card.tsx";
import { Choices, TextField } from "../../../_components/field.tsx";
import { Notice } from "../../../_components/notice.tsx";
import { Pill } from "../../../_components/pill.tsx";
import type { useSubmission } from "../../../_components/use-submission.ts";
import { Clashes } from "../../_components/clashes.tsx";
import type { CohortAnswer } from "./actions.ts";
import { DragDates } from "./drag-dates.tsx";

type DatesProps = {
  answer: CohortAnswer | null;
  field: ReturnType<typeof useSubmission>["field"];
  pending: boolean;
};

/** Every session with its date, to be changed one by one, and the holidays among them, to be skipped or not. */
export function Dates({ answer, field, pending }: DatesProps) {
  const rows: Row[] = answer?.preview?.sessions ?? typedRows(answer);
  const list = useRef<HTMLOListElement>(null);
  const check = useRef<HTMLButtonElement>(null);
  const [typed, setTyped] = useState<{ of: CohortAnswer | null; dates: string[] }>({ of: null, dates: [] });
  if (rows.length === 0) return null;
  const { holidays = [], skipped = [], unseen } = answer?.preview ?? {};
  // What was dragged or typed since the server answered; its next answer has it all.
  const dates = rows.map((row, index) => (typed.of === answer && typed.dates[index]) || row.startsLocal);

  function drop(index: number, day: string) {
    const input = list.current?.querySelectorAll<HTMLInputElement>("input[type=datetime-local]")[index];
    if (!input) return;
    input.value = `${day}T${input.value.slice(11) || "18:30"}`;
    setTyped({ of: answer, dates: dates.with(index, input.value) });
    check.current?.form?.requestSubmit(check.current);
  }

  return (
    <Card title="The dates">
      {unseen && (
        <Notice tone="apricot" title="Not saved yet" role="alert" className="mb-4">
          <p>
            A date that you changed clashes with something: look at it below. If it is all right, save the
            group again.
          </p>
        </Notice>
      )}
      <div className="grid gap-x-10 gap-y-6 lg:grid-cols-2 lg:items-start">
        <DragDates
          dates={dates}
          clashing={rows.map(({ clashes }) => clashes.length > 0)}
          holidays={holidays.map(({ value }) => value)}
          drop={drop}
        />
        <div>
          <p className="text-soft">Change any of them here, if one should be on another day.</p>
          <ol ref={list} className="divide-y divide-line">
            {rows.map(({ title, startsLocal, seen, holiday, clashes }, index) => (
              <li
                key={`${title} ${startsLocal}`}
                className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 py-4"
              >
                <span
                  aria-hidden="true"
                  className="inline-flex size-8 items-center justify-center rounded-full bg-plum-pale text-sm text-plum-ink tabular-nums"
                >
                  {index + 1}
                </span>
                <div>
                  <input type="hidden" name={`titles[${index}]`} value={title} />
                  <input type="hidden" name={`seen[${index}]`} value={seen ?? startsLocal} />
                  <TextField
                    type="datetime-local"
                    label={title}
                    {...field(`dates[${index}]`, startsLocal)}
                    onChange={({ target }) =>
                      setTyped({ of: answer, dates: dates.with(index, target.value) })
                    }
                    className="max-w-64"
                  />
                  {holiday && (
                    <p className="mt-2">
                      <Pill tone="apricot">{holiday}</Pill>
                    </p>
                  )}
                  {clashes.length > 0 && (
                    <div className="max-w-[34rem]">
                      <Clashes words={clashes} />
                    </div>
                  )}
                </div>
              </li>
            ))}
          </ol>
          <Button ref={check} name="press" value="check" variant="secondary" disabled={pending}>
            Check the dates
          </Button>
        </div>
      </div>
      {!answer?.preview &&
        sent(answer).skipDays.map((day) => <input key={day} type="hidden" name="skipDays" value={day} />)}
      {holidays.length > 0 && (
        <div className="mt-6">
          <Choices
            type="checkbox"
            legend="Holidays to skip"
            hint="Tick those on which the group doesn’t meet, then lay the dates out anew."
            name="skipDays"
            options={holidays}
            defaultValue={skipped}
          />
        </div>
      )}
    </Card>
  );
}

type Row = {
  title: string;
  startsLocal: string;
  /** The date that was last looked at, where it is another one. */
  seen?: string;
  holiday: string | null;
  clashes: string[];
};

/** The rows that were sent, when something else in the form was not right yet. */
function typedRows(answer: CohortAnswer | null): Row[] {
  const { titles, dates, seen } = sent(answer);
  return (titles ?? []).map((title, index) => ({
    title,
    startsLocal: dates?.[index] ?? "",
    seen: seen?.[index] ?? "",
    holiday: null,
    clashes: [],
  }));
}

function sent(answer: CohortAnswer | null) {
  type Sent = { titles?: string[]; dates?: string[]; seen?: string[]; skipDays?: string | string[] };
  const { skipDays, ...rest } = (answer?.initialValue ?? {}) as Sent;
  // Of one box alone, its value comes alone.
  return { ...rest, skipDays: skipDays === undefined ? [] : [skipDays].flat() };
}
