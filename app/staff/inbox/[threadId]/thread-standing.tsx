import { momentWords } from "#lib/clock/words.ts";
import { settings } from "#lib/config/settings.ts";
import type { ThreadShown } from "#lib/inbox/load-thread.ts";
import type { ThreadState } from "../../../../prisma/generated/enums.ts";
import { Button } from "../../../_components/button.tsx";
import { setThreadStateAction, wakeThreadAction } from "./actions.ts";
import { Hidden } from "./hidden.tsx";

type ThreadStandingProps = { thread: ThreadShown; me: string; next: string };

/** Where the thread stands, and where it goes next: above all else, because that is pressed for every one of them. */
export function ThreadStanding({ thread, me, next }: ThreadStandingProps) {
  const { id, state, assignee, snoozedUntil } = thread;
  return (
    <div className="mb-5">
      <p className="mb-2 text-soft">
        {stateSentences[state]}{" "}
        {assignee
          ? `${assignee.id === me ? "You look" : `${assignee.name} looks`} after it.`
          : "Nobody looks after it yet."}{" "}
        {snoozedUntil && `Put off until ${momentWords(snoozedUntil, settings().CLINIC_ZONE)}.`}
      </p>
      <div className="flex flex-wrap gap-2">
        {snoozedUntil && (
          <form action={wakeThreadAction}>
            <Hidden threadId={id} />
            <Button variant="secondary" className="px-4">
              Bring it back now
            </Button>
          </form>
        )}
        {/* One form: the button that is pressed says which. */}
        <form action={setThreadStateAction} className="flex flex-wrap gap-2">
          <Hidden threadId={id} was={state} next={next} />
          {nextStates[state].map((to) => (
            <Button
              key={to}
              name="state"
              value={to}
              variant={to === "done" ? "secondary" : "quiet"}
              className={to === "done" ? "px-4" : undefined}
              {...(to === "done" && { "data-key": "e", "aria-keyshortcuts": "e" })}
            >
              {buttonWords[to]}
            </Button>
          ))}
        </form>
      </div>
    </div>
  );
}

const stateSentences: Record<ThreadState, string> = {
  new: "This is new.",
  needsUs: "This waits for us.",
  waitingForThem: "The next word is theirs.",
  done: "This is done.",
};

const nextStates: Record<ThreadState, Exclude<ThreadState, "new">[]> = {
  new: ["done", "waitingForThem", "needsUs"],
  needsUs: ["done", "waitingForThem"],
  waitingForThem: ["done", "needsUs"],
  done: ["needsUs"],
};

const buttonWords: Record<Exclude<ThreadState, "new">, string> = {
  needsUs: "Needs us",
  waitingForThem: "Waiting for them",
  done: "Mark as done",
};
