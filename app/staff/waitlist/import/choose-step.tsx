import { Button } from "../../../_components/button.tsx";
import { ErrorSummary } from "../../../_components/error-summary.tsx";
import { FileField, Select, TextArea } from "../../../_components/field.tsx";
import type { ImportAnswer } from "./answer.ts";
import { StepTitle } from "./step-title.tsx";

export type Destinations = Record<"cohorts" | "programs", { id: string; title: string }[]>;

type ChooseStepProps = {
  answer: Extract<ImportAnswer, { step: "choose" }> | null;
  destinations: Destinations;
  importToken: string;
  pending: boolean;
  /** Where it goes unless they say otherwise. */
  chosen: string | undefined;
};

/** Which list, and whether it goes to a group's line or to the interest list. */
export function ChooseStep({ answer, destinations, importToken, pending, chosen }: ChooseStepProps) {
  const { cohorts, programs } = destinations;
  const errors = answer?.errors ?? {};
  const wrong = Object.keys(errors).length > 0;
  return (
    <div className="max-w-[44rem]">
      <ErrorSummary errors={errors} />
      <StepTitle number={1} quiet={!answer || wrong}>
        The list
      </StepTitle>
      <input type="hidden" name="importToken" value={importToken} />
      <div className="grid gap-6">
        <Select
          label="It goes to"
          name="destinationId"
          defaultValue={answer?.destinationId || chosen || (cohorts[0] ?? programs[0])?.id}
          options={[
            ...cohorts.map(({ id, title }) => ({ value: id, label: `Waitlist of ${title}` })),
            ...programs.map(({ id, title }) => ({ value: id, label: `Interest list of ${title}` })),
          ]}
          errors={errors.destinationId}
        />
        <FileField
          label="Spreadsheet, saved as CSV"
          name="upload"
          accept=".csv,.tsv,.txt,text/csv,text/plain"
          hint="In Excel: File, Save as, “CSV UTF-8”. In Google Sheets: File, Download, CSV. Up to 2,000 rows."
          errors={errors.upload}
        />
        <TextArea
          label="Or paste the cells here"
          optional
          name="pasted"
          hint="With the headings, if there are any."
          rows={6}
          wrap="off"
          defaultValue={answer?.pasted}
          className="max-h-96"
        />
        <div>
          <Button name="press" value="read" disabled={pending}>
            {pending ? "Reading the list" : "Read the list"}
          </Button>
          <p className="mt-3 text-sm text-soft">Nothing is changed yet, and nothing of it is stored.</p>
        </div>
      </div>
    </div>
  );
}
