import { rowsWords, totalWords } from "#lib/imports/words.ts";
import { Button } from "../../../_components/button.tsx";
import { Card } from "../../../_components/card.tsx";
import { ErrorSummary } from "../../../_components/error-summary.tsx";
import { Choices } from "../../../_components/field.tsx";
import { Pebbles } from "../../../_components/pebbles.tsx";
import type { RowShown, PreviewStep as Shown } from "./answer.ts";
import { StepTitle } from "./step-title.tsx";

/** What becomes of every row, and the button that does it. */
export function PreviewStep({
  kind,
  title,
  parties,
  people,
  problems,
  skipped,
  unused,
  errors,
  pending,
}: Shown & { pending: boolean }) {
  const { "": whole, ...others } = errors;
  const total = totalWords(parties.length, people);
  return (
    <>
      <ErrorSummary errors={others} formErrors={whole} />
      <StepTitle number={3} quiet={Object.keys(errors).length > 0}>
        What will happen
      </StepTitle>
      <p className="mb-6 max-w-[65ch] text-lg">
        {parties.length === 0
          ? "Nobody can be brought over yet"
          : `${total} will wait for ${kind === "cohort" ? "" : "the next groups of "}“${title}”`}
        . {problems.length > 0 && `${rowsWords(problems.length)} to look at. `}
        {skipped.length > 0 && `${rowsWords(skipped.length)} left out. `}
        {unused.length > 0 && `Columns that stay behind: ${unused.join(", ")}.`}
      </p>
      <div className="grid gap-5">
        {problems.length > 0 && (
          <Card title="Rows to look at">
            <p className="text-soft">Mend them in the spreadsheet and choose it again, or leave them out.</p>
            <Rows rows={problems} />
            <div className="mt-5">
              <Choices
                type="checkbox"
                legend="As long as they stand like this"
                name="leaveOut"
                options={[
                  {
                    value: "yes",
                    label: `Leave ${problems.length === 1 ? "this row" : `these ${problems.length} rows`} out`,
                    hint: "Otherwise nobody is brought over.",
                  },
                ]}
                errors={errors.leaveOut}
              />
            </div>
          </Card>
        )}
        {parties.length > 0 && (
          <Card title="In line, in this order">
            <ol className="divide-y divide-line">
              {parties.map((party) => (
                <li key={party.number} className="grid grid-cols-[4.5rem_1fr] items-center gap-x-4 py-3">
                  <Pebbles names={party.names} />
                  <div className="min-w-0 break-words">
                    <p className="font-semibold">{party.names.join(", ")}</p>
                    <p className="text-sm text-soft">
                      Row {party.number}: {party.words}. {party.addresses}
                    </p>
                    {party.remarks.map((remark) => (
                      <p key={remark} className="text-sm">
                        {remark}
                      </p>
                    ))}
                  </div>
                </li>
              ))}
            </ol>
          </Card>
        )}
        {skipped.length > 0 && (
          <Card title="Left out">
            <Rows rows={skipped} />
          </Card>
        )}
        {parties.length > 0 && (
          <Choices
            type="checkbox"
            legend="Letters"
            name="write"
            options={[
              {
                value: "yes",
                label:
                  kind === "cohort"
                    ? "Write to them that they are in line"
                    : "Write to them that they are on the list",
                hint: `With their own link. Otherwise they first hear from us when there is a ${kind === "cohort" ? "place" : "group"} for them.`,
              },
            ]}
          />
        )}
      </div>
      <div className="mt-8 flex flex-wrap gap-3">
        {parties.length > 0 && (
          <Button name="press" value="import" disabled={pending}>
            {pending ? "Bringing them over" : `Bring over ${total}`}
          </Button>
        )}
        <Button name="press" value="columns" variant="secondary" disabled={pending}>
          Change the columns
        </Button>
        <Button name="press" value="choose" variant="quiet" disabled={pending}>
          Choose another list
        </Button>
      </div>
    </>
  );
}

function Rows({ rows }: { rows: RowShown[] }) {
  return (
    <ul className="divide-y divide-line">
      {rows.map(({ number, what, sentences }) => (
        <li key={number} className="grid gap-x-4 py-3 sm:grid-cols-[5rem_1fr]">
          <span className="text-sm text-soft tabular-nums">Row {number}</span>
          <div className="min-w-0 break-words">
            <p className="font-semibold">{what}</p>
            {sentences.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </div>
        </li>
      ))}
    </ul>
  );
}
