import { momentWords } from "#lib/clock/words.ts";
import { settings } from "#lib/config/settings.ts";
import type { ThreadShown, threadsBesides } from "#lib/inbox/load-thread.ts";
import { Button } from "../../../_components/button.tsx";
import { mergeThreadsAction, undoMergeAction } from "./actions.ts";
import { Section } from "./section.tsx";

type TogetherProps = { thread: ThreadShown; besides: Awaited<ReturnType<typeof threadsBesides>> };

/** Other threads of the same people, to make one of two; and those that were made one with this one. */
export function Together({ thread, besides }: TogetherProps) {
  return (
    <Section title="Other threads" id="together">
      {besides.length === 0 && (
        <p className="mb-3 text-soft">Nobody who writes here has written in another thread.</p>
      )}
      <ul className="space-y-2">
        {besides.map(({ id, subject, at }) => (
          <li key={id}>
            <a href={`/staff/inbox/${id}`} className="inline-flex min-h-12 items-center">
              {subject || "(no subject)"}
            </a>{" "}
            <span className="text-sm text-soft">{momentWords(at, settings().CLINIC_ZONE)}</span>
            <ThreadForm action={mergeThreadsAction} threadId={thread.id} otherId={id}>
              Make one thread of the two
            </ThreadForm>
          </li>
        ))}
        {thread.merged.map(({ id, subject }) => (
          <li key={id}>
            <p>“{subject || "(no subject)"}” was made one with this thread.</p>
            <ThreadForm action={undoMergeAction} threadId={thread.id} otherId={id}>
              Take them apart again
            </ThreadForm>
          </li>
        ))}
      </ul>
    </Section>
  );
}

type ThreadFormProps = {
  action: (form: FormData) => Promise<void>;
  threadId: string;
  otherId: string;
  children: React.ReactNode;
};

function ThreadForm({ action, threadId, otherId, children }: ThreadFormProps) {
  return (
    <form action={action} className="-ms-3">
      <input type="hidden" name="threadId" value={threadId} />
      <input type="hidden" name="otherId" value={otherId} />
      <Button variant="quiet">{children}</Button>
    </form>
  );
}
