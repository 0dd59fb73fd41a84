import { momentWords } from "#lib/clock/words.ts";
import { settings } from "#lib/config/settings.ts";
import type { ThreadShown } from "#lib/inbox/load-thread.ts";
import type { ThreadState } from "../../../../prisma/generated/enums.ts";
import { Button } from "../../../_components/button.tsx";
import { Select } from "../../../_components/field.tsx";
import {
  assignThreadAction,
  markUnrelatedAction,
  setThreadStateAction,
  wakeThreadAction,
} from "./actions.ts";
import { Section } from "./section.tsx";
import { SnoozeForm } from "./snooze-form.tsx";

type Ways = { back: string; next: string };
type ThreadActionsProps = { thread: ThreadShown; me: string; ways: Ways };

/** Where the thread goes next, who looks after it, and when it comes back. */
export function ThreadActions({ thread, me, ways }: ThreadActionsProps) {
  const { id, state, assignee, admins, snoozedUntil, inquiry } = thread;
  const colleagues = admins.filter((one) => one.id !== assignee?.id && one.id !== me);
  return (
    <Section title="What happens next">
      <p className="mb-3 text-soft">
        {stateSentences[state]}{" "}
        {assignee
          ? `${assignee.id === me ? "You look" : `${assignee.name} looks`} after it.`
          : "Nobody looks after it yet."}
      </p>
      {snoozedUntil && (
        <form action={wakeThreadAction} className="mb-3">
          <p className="mb-2">Put off until {momentWords(snoozedUntil, settings().CLINIC_ZONE)}.</p>
          <input type="hidden" name="threadId" value={id} />
          <Button variant="secondary">Bring it back now</Button>
        </form>
      )}
      {/* One form: the button that is pressed says which. */}
      <form action={setThreadStateAction} className="flex flex-wrap gap-2">
        <Hidden threadId={id} {...ways} />
        {nextStates[state].map((next) => (
          <Button
            key={next}
            name="state"
            value={next}
            variant="secondary"
            className="px-4"
            {...(next === "done" && { "data-key": "e", "aria-keyshortcuts": "e" })}
          >
            {buttonWords[next]}
          </Button>
        ))}
      </form>
      <form action={assignThreadAction} className="mt-2 flex flex-wrap gap-2">
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
        <Hidden threadId={id} {...ways} />
        <input type="hidden" name="unrelated" value={inquiry?.state === "closed" ? "no" : "yes"} />
        <Button variant="quiet">
          {inquiry?.state === "closed" ? "It is about a group after all" : "Nothing to do with the groups"}
        </Button>
      </form>
    </Section>
  );
}

function Hidden(values: Record<string, string>) {
  return Object.entries(values).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ));
}

const stateSentences: Record<ThreadState, string> = {
  new: "This is new.",
  needsUs: "This waits for us.",
  waitingForThem: "The next word is theirs.",
  done: "This is done.",
};

const nextStates: Record<ThreadState, ThreadState[]> = {
  new: ["done", "waitingForThem", "needsUs"],
  needsUs: ["done", "waitingForThem"],
  waitingForThem: ["done", "needsUs"],
  done: ["needsUs"],
};

const buttonWords: Record<ThreadState, string> = {
  new: "New",
  needsUs: "Needs us again",
  waitingForThem: "Waiting for them",
  done: "Mark as done",
};
