import { Button } from "../../../_components/button.tsx";
import { ErrorSummary } from "../../../_components/error-summary.tsx";
import { FileField, Select, TextArea } from "../../../_components/field.tsx";
import type { ImportAnswer } from "./answer.ts";
import { StepTitle } from "./step-title.tsx";

type ChooseStepProps = {
  answer: Extract<ImportAnswer, { step: "choose" }> | null;
  cohorts: { id: string; title: string }[];
  importToken: string;
  pending: boolean;
};

/** Which list, and which group's line it goes to. */
export function ChooseStep({ answer, cohorts, importToken, pending }: ChooseStepProps) {
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
          label="It goes to the waitlist of"
          name="cohortId"
          defaultValue={answer?.cohortId || cohorts[0]?.id}
          options={cohorts.map(({ id, title }) => ({ value: id, label: title }))}
          errors={errors.cohortId}
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
