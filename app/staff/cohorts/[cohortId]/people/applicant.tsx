"use client";

import type { ReactNode } from "react";
import { Button } from "../../../../_components/button.tsx";
import { ErrorSummary } from "../../../../_components/error-summary.tsx";
import { TextArea } from "../../../../_components/field.tsx";
import { useSubmission } from "../../../../_components/use-submission.ts";
import { Press } from "../../../_components/press.tsx";
import { acceptApplicationAction, declineApplicationAction } from "./actions.ts";

type ApplicantProps = { enrollmentId: string; names: string; about: string; children: ReactNode };

/** A party that applied: one press to accept it, and a place for kind words to decline it. */
export function Applicant({ enrollmentId, names, about, children }: ApplicantProps) {
  const { formAction, pending, errors, formErrors, field } = useSubmission(declineApplicationAction);
  const words = field("words");
  return (
    <li className="grid gap-4 rounded-card border border-line bg-card p-5 sm:grid-cols-[1fr_auto] sm:items-start">
      <div className="min-w-0">
        <p className="font-semibold">{names}</p>
        <p className="mb-2 text-sm text-soft">{about}</p>
        {children}
      </div>
      <Press action={acceptApplicationAction} values={{ enrollmentId }} variant="secondary">
        Accept {names}
      </Press>
      <details open={Boolean(formErrors)} className="sm:col-span-2">
        <summary className="flex min-h-11 cursor-pointer items-center text-plum">Decline {names}</summary>
        <form action={formAction} noValidate className="grid gap-4 pt-2">
          <ErrorSummary errors={errors} formErrors={formErrors} />
          <input type="hidden" name="enrollmentId" value={enrollmentId} />
          <TextArea
            label="Your own words"
            optional
            hint="They stand in our letter, which is kind also without them."
            {...words}
            id={`words-${enrollmentId}`}
          />
          <div>
            <Button variant="secondary" disabled={pending}>
              Decline and write to {names}
            </Button>
          </div>
        </form>
      </details>
    </li>
  );
}
