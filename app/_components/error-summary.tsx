import { fieldId } from "./field-id.ts";
import { FocusedAlert } from "./focused-alert.tsx";
import { WarningIcon } from "./icons.tsx";

type ErrorSummaryProps = {
  errors: Record<string, string[] | null | undefined>;
  formErrors?: string[];
  /** Names before the sentences, where a sentence alone would not say which field it means. */
  labels?: Record<string, string>;
};

export function ErrorSummary({ errors, formErrors = [], labels = {} }: ErrorSummaryProps) {
  const fields = Object.entries(errors).flatMap(([name, sentences]) =>
    name === "" ? [] : (sentences ?? []).map((sentence) => ({ name, sentence })),
  );
  const whole = [...new Set([...formErrors, ...(errors[""] ?? [])])];
  const count = fields.length + whole.length;
  if (count === 0) return null;
  return (
    <FocusedAlert
      of={errors}
      className="mb-8 rounded-card border border-apricot [.grid>&]:mb-2 bg-apricot-pale p-5 text-ink"
    >
      <h2 className="mb-2 flex items-center gap-2.5 text-xl">
        <WarningIcon className="text-apricot-ink" />
        {fields.length === 0
          ? "This did not work yet"
          : count === 1
            ? "One thing to look at"
            : "A few things to look at"}
      </h2>
      {whole.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {fields.length > 0 && (
        <ul>
          {fields.map(({ name, sentence }) => (
            <li key={`${name} ${sentence}`}>
              <a
                href={`#${fieldId(name)}`}
                className="inline-flex min-h-11 items-center py-1 text-ink hover:text-ink"
              >
                {labels[name] ? `${labels[name]}: ${sentence}` : sentence}
              </a>
            </li>
          ))}
        </ul>
      )}
    </FocusedAlert>
  );
}
