import { momentWords } from "#lib/clock/words.ts";
import { settings } from "#lib/config/settings.ts";
import type { ThreadShown } from "#lib/inbox/load-thread.ts";
import { NoteForm } from "./note-form.tsx";
import { Section } from "./section.tsx";

/** What staff tell each other about a thread. */
export function Notes({ threadId, notes }: { threadId: string; notes: ThreadShown["notes"] }) {
  return (
    <Section title="Notes among us" id="notes">
      <ul className="mb-4 space-y-3 empty:hidden">
        {notes.map(({ id, text, by, at }) => (
          <li key={id}>
            <p className="whitespace-pre-line">{text}</p>
            <p className="text-sm text-soft">
              {by}, {momentWords(at, settings().CLINIC_ZONE)}
            </p>
          </li>
        ))}
      </ul>
      <NoteForm threadId={threadId} />
    </Section>
  );
}
