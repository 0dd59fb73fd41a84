"use client";

import { Button } from "../../../_components/button.tsx";
import { ErrorSummary } from "../../../_components/error-summary.tsx";
import { Notice } from "../../../_components/notice.tsx";
import { useSubmission } from "../../../_components/use-submission.ts";
import { AboutFields } from "../about-fields.tsx";
import { editMaterialAction } from "../actions.ts";
import type { ContentKind } from "../content-fields.tsx";

type EditMaterialProps = {
  material: {
    id: string;
    kind: ContentKind;
    title: string;
    language: string;
    minutes: number | null;
    transcript: string;
    licence: string;
  };
};

export function EditMaterial({ material }: EditMaterialProps) {
  const { formAction, pending, result, errors, formErrors, field } = useSubmission(editMaterialAction);
  const { id, kind, title, language, minutes, transcript, licence } = material;
  return (
    <form action={formAction} noValidate className="grid gap-5">
      <ErrorSummary errors={errors} formErrors={formErrors} />
      {result && !result.error && !pending && (
        <Notice tone="pine" role="status">
          It is saved.
        </Notice>
      )}
      <input type="hidden" name="materialId" value={id} />
      <AboutFields kind={kind} field={field} initial={{ title, language, minutes, transcript, licence }} />
      <div>
        <Button variant="secondary" disabled={pending}>
          Save
        </Button>
      </div>
    </form>
  );
}
