"use client";

import { Button } from "../../../../../_components/button.tsx";
import { ErrorSummary } from "../../../../../_components/error-summary.tsx";
import { TextField } from "../../../../../_components/field.tsx";
import { useSubmission } from "../../../../../_components/use-submission.ts";
import { scheduleAnnouncementAction } from "../actions.ts";

/** A day and a time on the wall of the cohort's zone. */
export function ScheduleForm({ announcementId, zone }: { announcementId: string; zone: string }) {
  const { formAction, pending, errors, formErrors, field } = useSubmission(scheduleAnnouncementAction);
  return (
    <form action={formAction} noValidate className="grid gap-4 border-t border-line pt-5">
      <ErrorSummary errors={errors} formErrors={formErrors} />
      <input type="hidden" name="announcementId" value={announcementId} />
      <TextField type="datetime-local" label={`Or later, ${zone} time`} {...field("sendLocal")} />
      <div>
        <Button variant="secondary" disabled={pending}>
          Send it then
        </Button>
      </div>
    </form>
  );
}
