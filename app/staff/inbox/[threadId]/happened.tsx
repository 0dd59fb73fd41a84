import { z } from "zod";
import type { ThreadShown } from "#lib/inbox/load-thread.ts";
import { Button } from "../../../_components/button.tsx";
import { Notice } from "../../../_components/notice.tsx";
import { takeBackReplyAction } from "./actions.ts";

export const happenedSchema = z.enum([
  "answered",
  "takenBack",
  "letterGone",
  "corrected",
  "enrolled",
  "listed",
  "merged",
  "split",
]);

type Happened = z.output<typeof happenedSchema>;

type HappenedNoticeProps = { happened: Happened; thread: ThreadShown; about?: string; back: string };

/** What a press did; while an answer waits, a button that takes it back. */
export function HappenedNotice({ happened, thread, about, back }: HappenedNoticeProps) {
  const waits = thread.messages.some(({ id, state }) => id === about && state === "queued");
  const { tone, title, text } = words[happened];
  const open = happened === "answered" && waits;
  return (
    <Notice tone={tone} role="status" title={title} className="mb-5">
      <p>{happened === "answered" && !waits ? "It is on its way." : text}</p>
      {open && about && (
        <form action={takeBackReplyAction}>
          <input type="hidden" name="threadId" value={thread.id} />
          <input type="hidden" name="messageId" value={about} />
          <input type="hidden" name="back" value={back} />
          <Button variant="secondary">Undo</Button>
        </form>
      )}
    </Notice>
  );
}

const words: Record<Happened, { tone: "pine" | "apricot"; title: string; text: string }> = {
  answered: {
    tone: "pine",
    title: "Answered",
    text: "The letter waits a few seconds. Until it has gone you can undo this.",
  },
  takenBack: { tone: "pine", title: "Undone", text: "No letter goes out. Your words are in the form below." },
  letterGone: {
    tone: "apricot",
    title: "The letter has gone out already",
    text: "So this can’t be undone without a word. It is best to write to them once more.",
  },
  corrected: {
    tone: "pine",
    title: "Kept",
    text: "From now on, mail changes nothing in this draft by itself.",
  },
  enrolled: {
    tone: "pine",
    title: "Each of them is asked",
    text: "Everybody who would come gets their own letter, and says yes for themselves.",
  },
  listed: {
    tone: "pine",
    title: "On the interest list",
    text: "Everybody who would come gets their own letter about it.",
  },
  merged: { tone: "pine", title: "One thread now", text: "Messages and notes of both are here." },
  split: { tone: "pine", title: "A thread of its own", text: "These messages were part of another thread." },
};
