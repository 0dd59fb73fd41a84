import type { Undo } from "#lib/waitlist/undo.ts";
import { Button } from "../../../_components/button.tsx";
import { Notice } from "../../../_components/notice.tsx";
import { pauseWaitAction, putBackAction, resumeWaitAction, takeOfferBackAction } from "./actions.ts";
import type { Happened } from "./happenings.ts";

type HappenedNoticeProps = { happened: Happened; undo: Undo | null; cohortId: string; page: number };

/** What an admin's press did, and while that is honest, a button that undoes it. */
export function HappenedNotice({ happened, undo, cohortId, page }: HappenedNoticeProps) {
  const names = undo?.names || "They";
  const open = undo !== null && canUndo(happened, undo);
  const { tone, title, text } = words[happened](names, open);
  const undoes = undoing[happened];
  return (
    <Notice tone={tone} role="status" title={title} className="mb-6">
      <p>{text}</p>
      {undoes && open && (
        <form action={undoes}>
          <input type="hidden" name="enrollmentId" value={undo.enrollmentId} />
          <input type="hidden" name="seen" value={undo.seen} />
          <input type="hidden" name="cohortId" value={cohortId} />
          <input type="hidden" name="page" value={page} />
          <Button variant="secondary">Undo</Button>
        </form>
      )}
    </Notice>
  );
}

const undoing: Partial<Record<Happened, (form: FormData) => Promise<void>>> = {
  offered: takeOfferBackAction,
  takenOut: putBackAction,
  paused: resumeWaitAction,
  resumed: pauseWaitAction,
};

/** Until a letter has gone; a pause goes out in no letter, and can be undone while they wait. */
function canUndo(happened: Happened, { open, waits, paused }: Undo): boolean {
  if (happened === "paused" || happened === "resumed") return waits && paused === (happened === "paused");
  return open;
}

type Said = { tone: "pine" | "apricot" | "periwinkle"; title: string; text: string };

const waits = "The letter waits a few seconds. Until it has gone you can undo this.";
const gone = "The letter is on its way.";

const words: Record<Happened, (names: string, open: boolean) => Said> = {
  offered: (names, open) => ({
    tone: "pine",
    title: `Offered to ${names}`,
    text: open ? waits : gone,
  }),
  takenOut: (names, open) => ({
    tone: "pine",
    title: `Taken out of line: ${names}`,
    text: open ? waits : gone,
  }),
  paused: (names) => ({
    tone: "pine",
    title: `Left out for a while: ${names}`,
    text: "They keep their place in line, and are asked again once you bring them back.",
  }),
  resumed: (names, open) => ({
    tone: "pine",
    title: `Back in line: ${names}`,
    text: open
      ? "They stand where they were."
      : "A place was free for them, so they are asked at once, or have been since.",
  }),
  undone: () => ({
    tone: "pine",
    title: "Undone",
    text: "They are in line where they were, and no letter goes out.",
  }),
  changed: () => ({
    tone: "periwinkle",
    title: "Somebody has already done this",
    text: "Or it stands otherwise with them since you looked, so nothing was done. This is how it is now.",
  }),
  letterGone: () => ({
    tone: "apricot",
    title: "The letter has gone out already",
    text: "So this can't be undone without a word. It is best to write to them or call.",
  }),
};
