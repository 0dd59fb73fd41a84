import { z } from "zod";
import type { ThreadShown } from "#lib/inbox/load-thread.ts";
import { ThreadState } from "../../../../prisma/generated/enums.ts";
import { Button } from "../../../_components/button.tsx";
import { Notice } from "../../../_components/notice.tsx";
import { type Place, placeHref } from "../place.ts";
import {
  markUnrelatedAction,
  setThreadStateAction,
  takeBackReplyAction,
  wakeThreadAction,
} from "./actions.ts";

const happenedSchema = z.enum([
  "answered",
  "takenBack",
  "letterGone",
  "corrected",
  "enrolled",
  "listed",
  "merged",
  "split",
  "done",
  "putOff",
  "unrelated",
]);

/** What was just done, and to which message or thread. */
export const happeningSchema = z.object({
  happened: happenedSchema.optional().catch(undefined),
  about: z.uuid().optional().catch(undefined),
  /** Where the thread stood before. */
  was: z.enum(ThreadState).optional().catch(undefined),
});

type Happened = z.output<typeof happenedSchema>;

type HappenedNoticeProps = {
  happened: Exclude<Happened, Left>;
  thread: ThreadShown;
  about?: string;
  back: string;
};

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

type LeftNoticeProps = z.output<typeof happeningSchema> & { place: Place };

/** What was done to a thread that one has left with it, and the way to take that back. */
export function LeftNotice({ happened, about, was, place }: LeftNoticeProps) {
  if (!about || !happened || !isLeft(happened)) return null;
  const { text, undo } = left[happened];
  return (
    <Notice tone="pine" role="status" className="mb-5 items-center">
      <div className="flex flex-wrap items-center gap-x-3">
        <p>{text}</p>
        <form action={undo}>
          <input type="hidden" name="threadId" value={about} />
          <input type="hidden" name="back" value={placeHref(place, about)} />
          <input type="hidden" name="state" value={was ?? "needsUs"} />
          <input type="hidden" name="unrelated" value="no" />
          <Button variant="quiet">Undo</Button>
        </form>
      </div>
    </Notice>
  );
}

const left = {
  done: { text: "The thread that you had open is done.", undo: setThreadStateAction },
  putOff: { text: "The thread that you had open is put off.", undo: wakeThreadAction },
  unrelated: {
    text: "The thread that you had open is under Done, and gets no automatic letters.",
    undo: markUnrelatedAction,
  },
} satisfies Partial<Record<Happened, object>>;

type Left = keyof typeof left;

export function isLeft(happened: Happened): happened is Left {
  return happened in left;
}

const words: Record<Exclude<Happened, Left>, { tone: "pine" | "apricot"; title: string; text: string }> = {
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
