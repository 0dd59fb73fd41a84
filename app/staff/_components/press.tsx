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
  /** What it is called where its words alone don't say of what. It begins with those words. */
  label?: string;
  children: ReactNode;
};

/** A form that is one button, with a place for the sentence that says why it didn't work. */
export function Press({ action, values, variant = "quiet", label, children }: PressProps) {
  const { formAction, pending, formErrors } = useSubmission(action);
  return (
    <form action={formAction}>
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button variant={variant} disabled={pending} aria-label={label}>
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
