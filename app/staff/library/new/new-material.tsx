"use client";

import { useState } from "react";
import { Button } from "../../../_components/button.tsx";
import { ErrorSummary } from "../../../_components/error-summary.tsx";
import { useSubmission } from "../../../_components/use-submission.ts";
import { AboutFields } from "../about-fields.tsx";
import { addMaterialAction } from "../actions.ts";
import { ContentFields, type ContentKind } from "../content-fields.tsx";

/** Adds one kind of material to the library. */
export function NewMaterial({ kind }: { kind: ContentKind }) {
  const { formAction, pending, errors, formErrors, field } = useSubmission(addMaterialAction);
  const [busy, setBusy] = useState(false);
  return (
    <form action={formAction} noValidate className="grid gap-6">
      <ErrorSummary errors={errors} formErrors={formErrors} />
      <input type="hidden" name="kind" value={kind} />
      <ContentFields kind={kind} field={field} errors={errors} onBusy={setBusy} />
      <AboutFields kind={kind} field={field} />
      <div>
        <Button disabled={pending || busy}>
          {busy ? "Sending the file" : pending ? "Adding" : "Add it to the library"}
        </Button>
      </div>
    </form>
  );
}
