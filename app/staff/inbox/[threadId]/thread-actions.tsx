import type { ThreadState } from "../../../../prisma/generated/enums.ts";
import { Button } from "../../../_components/button.tsx";
import { setThreadStateAction } from "../actions.ts";

/** Where the thread goes next. One form: the button that is pressed says which. */
export function ThreadActions({ threadId, state }: { threadId: string; state: ThreadState }) {
  return (
    <form action={setThreadStateAction} className="space-y-2.5">
      <input type="hidden" name="threadId" value={threadId} />
      <p className="mb-4 text-soft">{stateWords[state]}</p>
      {nextStates[state].map((next, index) => (
        <Button key={next} name="state" value={next} variant={index === 0 ? "primary" : "secondary"} wide>
          {buttonWords[next]}
        </Button>
      ))}
    </form>
  );
}

const stateWords: Record<ThreadState, string> = {
  new: "Nobody has looked at this yet.",
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
