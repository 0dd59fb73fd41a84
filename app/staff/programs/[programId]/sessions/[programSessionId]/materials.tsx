"use client";

import type { ReactNode } from "react";
import { Button } from "../../../../../_components/button.tsx";
import { ErrorSummary } from "../../../../../_components/error-summary.tsx";
import { Select } from "../../../../../_components/field.tsx";
import { useSubmission } from "../../../../../_components/use-submission.ts";
import { Press } from "../../../../_components/press.tsx";
import { RuleFields } from "../../../../_components/rule-fields.tsx";
import { removeDefaultMaterialAction, setDefaultMaterialAction } from "../../../actions.ts";

type MaterialsProps = {
  programSessionId: string;
  /** What new groups begin with: title, and when it appears, in words. */
  given: { id: string; materialId: string; title: string; appears: string }[];
  library: { id: string; label: string }[];
  /** Finds more of it. */
  search: ReactNode;
};

/** What this session of every new group begins with. */
export function Materials({ programSessionId, given, library, search }: MaterialsProps) {
  return (
    <section id="materials" className="mt-12 scroll-mt-6 border-t border-line pt-6">
      <h2 className="mb-2 text-xl">Materials</h2>
      <p className="mb-4 max-w-[65ch] text-soft">
        A new group begins with these, and changes them as it likes. Groups that are planned keep theirs.
      </p>
      {given.length > 0 && (
        <ul className="mb-6 divide-y divide-line border-y border-line">
          {given.map(({ id, materialId, title, appears }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 py-2">
              <div className="min-w-0">
                <a href={`/staff/library/${materialId}`} className="inline-flex min-h-11 items-center">
                  {title}
                </a>
                <p className="text-sm text-soft">{appears}</p>
              </div>
              <Press action={removeDefaultMaterialAction} values={{ defaultId: id }}>
                Take out<span className="sr-only"> {title}</span>
              </Press>
            </li>
          ))}
        </ul>
      )}
      {search}
      {library.length > 0 && (
        <AddForm key={library[0]?.id} programSessionId={programSessionId} library={library} />
      )}
    </section>
  );
}

function AddForm({ programSessionId, library }: Pick<MaterialsProps, "programSessionId" | "library">) {
  const { formAction, pending, errors, formErrors, field } = useSubmission(setDefaultMaterialAction);
  return (
    <form action={formAction} noValidate className="grid gap-5">
      <ErrorSummary errors={errors} formErrors={formErrors} />
      <input type="hidden" name="programSessionId" value={programSessionId} />
      <Select
        label="From the library"
        {...field("materialId", library[0]?.id)}
        options={library.map(({ id, label }) => ({ value: id, label }))}
      />
      <RuleFields field={field} />
      <div>
        <Button variant="secondary" disabled={pending}>
          Begin new groups with it
        </Button>
      </div>
    </form>
  );
}
