import type { ThreadShown } from "#lib/inbox/load-thread.ts";
import { Button } from "../../../_components/button.tsx";
import { Select } from "../../../_components/field.tsx";
import { assignThreadAction, markUnrelatedAction } from "./actions.ts";
import { Hidden } from "./hidden.tsx";
import { Section } from "./section.tsx";
import { SnoozeForm } from "./snooze-form.tsx";

type Ways = { back: string; next: string };

type ThreadActionsProps = { thread: ThreadShown; me: string; ways: Ways };

/** Who looks after the thread, when it comes back, and whether it is about a group at all. */
export function ThreadActions({ thread, me, ways }: ThreadActionsProps) {
  const { id, assignee, admins, inquiry } = thread;
  const colleagues = admins.filter((one) => one.id !== assignee?.id && one.id !== me);
  return (
    <Section title="Who looks after it, and when">
      <form action={assignThreadAction} className="-ms-3 flex flex-wrap gap-2">
        <input type="hidden" name="threadId" value={id} />
        {assignee?.id !== me && (
          <Button name="to" value="me" variant="quiet" data-key="a" aria-keyshortcuts="a">
            I look after it
          </Button>
        )}
        {assignee && (
          <Button name="to" value="nobody" variant="quiet">
            Nobody looks after it
          </Button>
        )}
      </form>
      {colleagues.length > 0 && (
        <form action={assignThreadAction} className="mt-1 flex items-end gap-2">
          <input type="hidden" name="threadId" value={id} />
          <div className="min-w-0 flex-1">
            <Select
              label="A colleague looks after it"
              name="to"
              options={colleagues.map(({ id: value, name }) => ({ value, label: name }))}
            />
          </div>
          <Button variant="secondary" className="px-4">
            Assign
          </Button>
        </form>
      )}
      <SnoozeForm threadId={id} {...ways} />
      <form action={markUnrelatedAction} className="-ms-3">
        <Hidden threadId={id} next={ways.next} />
        <input type="hidden" name="unrelated" value={inquiry?.state === "closed" ? "no" : "yes"} />
        <Button variant="quiet">
          {inquiry?.state === "closed" ? "It is about a group after all" : "Nothing to do with the groups"}
        </Button>
      </form>
    </Section>
  );
}
