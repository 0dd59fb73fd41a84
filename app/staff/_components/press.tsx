"use client";

import type { SubmissionResult } from "@conform-to/react";
import type { ComponentProps, ReactNode } from "react";
import { Button } from "../../_components/button.tsx";
import { Notice } from "../../_components/notice.tsx";
import { useSubmission } from "../../_components/use-submission.ts";

type PressProps = {
  action: (prev: SubmissionResult | null, form: FormData) => Promise<SubmissionResult | null>;
  values: Record<string, string>;
  variant?: ComponentProps<typeof Button>["variant"];
  children: ReactNode;
};

/** A form that is one button, with a place for the sentence that says why it didn't work. */
export function Press({ action, values, variant = "quiet", children }: PressProps) {
  const { formAction, pending, formErrors } = useSubmission(action);
  return (
    <form action={formAction}>
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button variant={variant} disabled={pending}>
        {children}
      </Button>
      {formErrors && (
        <Notice tone="apricot" role="alert" className="mt-3">
          {formErrors.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Notice>
      )}
    </form>
  );
}
