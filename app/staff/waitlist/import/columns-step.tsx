import { Button } from "../../../_components/button.tsx";
import { ErrorSummary } from "../../../_components/error-summary.tsx";
import { Choices, Select } from "../../../_components/field.tsx";
import type { ColumnsStep as Shown } from "./answer.ts";
import { StepTitle } from "./step-title.tsx";
import { fieldWords } from "./words.ts";

const options = Object.entries(fieldWords).map(([value, label]) => ({ value, label }));

/** What each column of the list is, as far as we could guess. */
export function ColumnsStep({ columns, asksOrder, order, errors, pending }: Shown & { pending: boolean }) {
  const wrong = Object.keys(errors).length > 0;
  const { columns: missing, ...others } = errors;
  return (
    <>
      <ErrorSummary errors={others} formErrors={missing} />
      <StepTitle number={2} quiet={wrong}>
        What the columns are
      </StepTitle>
      <p className="mb-6 max-w-[65ch]">
        This is what we understood. Two names or two addresses in one cell are fine. Notes stay in your
        spreadsheet: whatever is kept here, the people it is about can ask to read.
      </p>
      <div className="grid gap-6 md:grid-cols-2">
        {columns.map(({ index, heading, samples, field }) => (
          <Select
            key={index}
            label={heading}
            name={`column-${index}`}
            hint={<span className="line-clamp-2 break-words">{samples.join(" · ")}</span>}
            defaultValue={field}
            options={options}
          />
        ))}
      </div>
      {asksOrder && (
        <div className="mt-8">
          <Choices
            legend="Some dates read two ways. How is 03/04/2026 meant?"
            name="order"
            options={[
              { value: "day", label: "3 April: the day comes first" },
              { value: "month", label: "4 March: the month comes first" },
            ]}
            defaultValue={order ?? undefined}
            errors={errors.order}
          />
        </div>
      )}
      <div className="mt-8 flex flex-wrap gap-3">
        <Button name="press" value="preview" disabled={pending}>
          Show what will happen
        </Button>
        <Button name="press" value="choose" variant="secondary" disabled={pending} formNoValidate>
          Choose another list
        </Button>
      </div>
    </>
  );
}
