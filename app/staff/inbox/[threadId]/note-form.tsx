"use client";

import { Button } from "../../../_components/button.tsx";
import { TextArea } from "../../../_components/field.tsx";
import { useSubmission } from "../../../_components/use-submission.ts";
import { addNoteAction } from "./actions.ts";

export function NoteForm({ threadId }: { threadId: string }) {
  const { formAction, pending, field } = useSubmission(addNoteAction);
  const text = field("text");
  return (
    <form action={formAction} noValidate className="grid gap-3">
      <input type="hidden" name="threadId" value={threadId} />
      <TextArea {...text} id="note" label="Add a note" hint="Only staff read it. It never leaves." rows={2} />
      <div>
        <Button variant="secondary" disabled={pending}>
          Keep the note
        </Button>
      </div>
    </form>
  );
}
