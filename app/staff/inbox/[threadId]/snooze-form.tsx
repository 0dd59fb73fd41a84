"use client";

import { Button } from "../../../_components/button.tsx";
import { TextField } from "../../../_components/field.tsx";
import { useSubmission } from "../../../_components/use-submission.ts";
import { snoozeThreadAction } from "./actions.ts";

/** Puts a thread off: three usual times, and any other day. */
export function SnoozeForm({ threadId, back, next }: { threadId: string; back: string; next: string }) {
  const { formAction, pending, errors, field } = useSubmission(snoozeThreadAction);
  return (
    <details data-key="s" open={Object.keys(errors).length > 0 || undefined} className="mt-2">
      <summary aria-keyshortcuts="s" className="min-h-12 cursor-pointer py-3 font-semibold text-plum">
        Put it off
      </summary>
      <form action={formAction} noValidate className="mt-1 mb-3 grid gap-3">
        <input type="hidden" name="threadId" value={threadId} />
        <input type="hidden" name="back" value={back} />
        <input type="hidden" name="next" value={next} />
        <div className="flex flex-wrap gap-2">
          {times.map(([until, words]) => (
            <Button
              key={until}
              name="until"
              value={until}
              variant="secondary"
              className="px-4"
              disabled={pending}
            >
              {words}
            </Button>
          ))}
        </div>
        <div className="flex items-end gap-2">
          <div className="min-w-0 flex-1">
            <TextField type="date" label="Until nine in the morning of" {...field("date")} />
          </div>
          <Button name="until" value="date" variant="secondary" className="px-4" disabled={pending}>
            Put it off
          </Button>
        </div>
      </form>
    </details>
  );
}

const times = [
  ["tomorrow", "Tomorrow"],
  ["monday", "Monday"],
  ["week", "In a week"],
] as const;
