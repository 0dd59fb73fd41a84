import { Card } from "../../../_components/card.tsx";
import { Choices, TextField } from "../../../_components/field.tsx";
import { Pill } from "../../../_components/pill.tsx";
import type { useSubmission } from "../../../_components/use-submission.ts";
import { Clashes } from "../../_components/clashes.tsx";
import type { CohortAnswer } from "./actions.ts";

type DatesProps = { answer: CohortAnswer | null; field: ReturnType<typeof useSubmission>["field"] };

/** Every session with its date, to be changed one by one, and the holidays among them, to be skipped or not. */
export function Dates({ answer, field }: DatesProps) {
  const rows = answer?.preview?.sessions ?? typedRows(answer);
  if (rows.length === 0) return null;
  const { holidays = [], skipped = [] } = answer?.preview ?? {};
  return (
    <Card title="The dates">
      <p className="mb-4 text-soft">Change any of them here, if one should be on another day.</p>
      <ol className="divide-y divide-line">
        {rows.map(({ title, startsLocal, holiday, clashes }, index) => (
          <li
            key={`${title} ${startsLocal}`}
            className="grid gap-x-6 gap-y-1 py-4 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-center"
          >
            <input type="hidden" name={`titles[${index}]`} value={title} />
            <TextField
              type="datetime-local"
              label={title}
              {...field(`dates[${index}]`, startsLocal)}
              className="max-w-64"
            />
            {holiday && <Pill tone="apricot">{holiday}</Pill>}
            {clashes.length > 0 && (
              <div className="max-w-[34rem] sm:col-span-2">
                <Clashes words={clashes} />
              </div>
            )}
          </li>
        ))}
      </ol>
      {holidays.length > 0 && (
        <div className="mt-6">
          <Choices
            type="checkbox"
            legend="Holidays to skip"
            hint="Tick those on which the group doesn’t meet, then show the dates again."
            name="skipDays"
            options={holidays}
            defaultValue={skipped}
          />
        </div>
      )}
    </Card>
  );
}

/** The rows that were sent, when something else in the form was not right yet. */
function typedRows(answer: CohortAnswer | null) {
  const { titles, dates } = (answer?.initialValue ?? {}) as { titles?: string[]; dates?: string[] };
  return (titles ?? []).map((title, index) => ({
    title,
    startsLocal: dates?.[index] ?? "",
    holiday: null,
    clashes: [],
  }));
}
