"use client";

import { useEffect, useState } from "react";
import { Button } from "../../../_components/button.tsx";
import { ErrorSummary } from "../../../_components/error-summary.tsx";
import { Notice } from "../../../_components/notice.tsx";
import { useSubmission } from "../../../_components/use-submission.ts";
import { addVersionAction } from "../actions.ts";
import { ContentFields, type ContentKind } from "../content-fields.tsx";

type NewVersionProps = { materialId: string; kind: ContentKind; text: string; url: string };

/** Puts something new into a material; whoever has it gets the new one from then on. */
export function NewVersion({ materialId, kind, text, url }: NewVersionProps) {
  const { formAction, pending, result, errors, formErrors, field } = useSubmission(addVersionAction);
  const [busy, setBusy] = useState(false);
  const [round, setRound] = useState(0);
  useEffect(() => {
    if (result && !result.error) setRound((count) => count + 1);
  }, [result]);
  const initial: Record<string, string> = { text, url };
  return (
    <form action={formAction} noValidate className="grid gap-5">
      <p className="text-soft">
        Everybody who has it sees the new version at once. The earlier one is kept, for staff.
      </p>
      <ErrorSummary errors={errors} formErrors={formErrors} />
      {result && !result.error && !pending && (
        <Notice tone="pine" role="status">
          The new version is given out.
        </Notice>
      )}
      <input type="hidden" name="materialId" value={materialId} />
      <input type="hidden" name="kind" value={kind} />
      <ContentFields
        key={round}
        kind={kind}
        field={(name) => field(name, initial[name])}
        errors={errors}
        onBusy={setBusy}
      />
      <div>
        <Button variant="secondary" disabled={pending || busy}>
          {busy ? "Sending the file" : "Give out the new version"}
        </Button>
      </div>
    </form>
  );
}
