"use client";

import type { AttendanceStatus } from "../../../../../prisma/generated/enums.ts";
import { Button, ButtonLink } from "../../../../_components/button.tsx";
import { classNames } from "../../../../_components/class-names.ts";
import { Pebbles } from "../../../../_components/pebbles.tsx";
import { Pill } from "../../../../_components/pill.tsx";
import { markEveryoneAction, noteAction } from "./actions.ts";
import { useTaps } from "./use-taps.ts";

type Attendee = {
  id: string;
  name: string;
  status: AttendanceStatus | null;
  note: string;
  markedBy: string | null;
  missedLastTime: boolean;
};

type AttendanceProps = { sessionId: string; people: Attendee[]; materialsHref: string };

/** Everyone, one tap each. Each tap is a form of its own, so that it works before and without JavaScript. */
export function Attendance({ sessionId, people, materialsHref }: AttendanceProps) {
  const { statusOf, tap, formAction, unsaved, retry, tapped } = useTaps(sessionId);
  const counts = marks
    .map(({ status, counted }) => ({
      counted,
      count: people.filter((person) => statusOf(person) === status).length,
    }))
    .filter(({ count }) => count > 0);
  return (
    <>
      <form action={markEveryoneAction} className="mb-2">
        <input type="hidden" name="sessionId" value={sessionId} />
        <Button variant="secondary" wide>
          Everyone is here
        </Button>
      </form>
      <ul className="divide-y divide-line">
        {people.map((person) => {
          const status = statusOf(person);
          return (
            <li key={person.id} className="py-3">
              <div className="mb-2 flex flex-wrap items-center gap-x-3">
                <Pebbles names={[person.name]} />
                <h2 className="font-sans text-base font-semibold tracking-normal">{person.name}</h2>
                <span className="ms-auto text-sm text-soft">
                  {person.markedBy && status !== null && status === person.status
                    ? `by ${person.markedBy}`
                    : person.missedLastTime && "missed last time"}
                </span>
              </div>
              <Marks {...{ sessionId, person, status, formAction, tap }} marks={marks.slice(0, 4)} />
              <details>
                <summary className="text-sm">
                  {person.note ? "Note" : "More, or a note"}
                  <span className="sr-only"> on {person.name}</span>
                  {others.has(status) && (
                    <span className="ms-2 font-normal text-soft">{others.get(status)}</span>
                  )}
                  {person.note && <span className="ms-2 font-normal text-soft">{person.note}</span>}
                </summary>
                <div className="mb-3">
                  <Marks {...{ sessionId, person, status, formAction, tap }} marks={marks.slice(4)} />
                </div>
                <form action={noteAction} className="grid gap-2 pb-2">
                  <input type="hidden" name="sessionId" value={sessionId} />
                  <input type="hidden" name="personId" value={person.id} />
                  <label htmlFor={`note-${person.id}`} className="text-sm text-soft">
                    Only staff of this group read it.
                  </label>
                  <textarea
                    key={person.note}
                    id={`note-${person.id}`}
                    name="note"
                    rows={3}
                    maxLength={2000}
                    defaultValue={person.note}
                    className="field-sizing-content min-h-20 rounded-field border border-soft bg-card px-3.5 py-2"
                  />
                  <Button variant="quiet" className="justify-self-start">
                    Keep the note
                  </Button>
                </form>
              </details>
            </li>
          );
        })}
      </ul>
      <div className="sticky bottom-(--shell-bottom) -mx-5 mt-4 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t border-line bg-card px-5 py-3 sm:mx-0 sm:rounded-card sm:border">
        <p className="text-sm tabular-nums" role="status">
          {counts.length === 0
            ? "Nobody is marked yet"
            : counts.map(({ count, counted }) => `${count} ${counted}`).join(", ")}
          {tapped && (
            <span className="ms-2 inline-flex">
              {unsaved > 0 ? <Pill tone="apricot">Not saved yet</Pill> : <Pill tone="pine">Saved</Pill>}
            </span>
          )}
        </p>
        {retry ? (
          <Button type="button" onClick={retry}>
            Try again
          </Button>
        ) : (
          <ButtonLink href={materialsHref} variant="secondary">
            Materials
          </ButtonLink>
        )}
      </div>
    </>
  );
}

type MarksProps = Pick<ReturnType<typeof useTaps>, "formAction" | "tap"> & {
  sessionId: string;
  person: Attendee;
  status: AttendanceStatus | null;
  marks: Mark[];
};

/** Buttons of one person: pressed again, the mark is taken back. */
function Marks({ sessionId, person, status, formAction, tap, marks }: MarksProps) {
  return (
    <form action={formAction} onSubmit={(event) => tap(event, person)}>
      <input type="hidden" name="sessionId" value={sessionId} />
      <input type="hidden" name="personId" value={person.id} />
      <fieldset className={classNames("grid gap-1.5", marks.length > 2 ? "grid-cols-4" : "grid-cols-2")}>
        <legend className="sr-only">{person.name}</legend>
        {marks.map((mark) => {
          const chosen = status === mark.status;
          return (
            <button
              key={mark.status}
              type="submit"
              name="status"
              value={chosen ? "none" : mark.status}
              aria-pressed={chosen}
              className={classNames(
                "min-h-12 cursor-pointer rounded-field border font-medium transition-colors",
                chosen ? mark.look : "border-line bg-card text-soft hover:border-soft",
              )}
            >
              {mark.label}
            </button>
          );
        })}
      </fieldset>
    </form>
  );
}

type Mark = { status: AttendanceStatus; label: string; counted: string; look: string };

/** The four of every evening first; the others are needed now and then. */
const marks: Mark[] = [
  { status: "present", label: "Here", counted: "here", look: "border-pine bg-pine text-on-pine" },
  { status: "late", label: "Late", counted: "late", look: "border-apricot bg-apricot text-on-apricot" },
  {
    status: "absent",
    label: "Away",
    counted: "away",
    look: "border-periwinkle bg-periwinkle-pale text-periwinkle-ink",
  },
  { status: "excused", label: "Said", counted: "said ahead", look: "border-plum bg-plum-pale text-plum-ink" },
  {
    status: "leftEarly",
    label: "Left early",
    counted: "left early",
    look: "border-apricot bg-apricot text-on-apricot",
  },
  { status: "madeUp", label: "Made it up", counted: "made up", look: "border-pine bg-pine text-on-pine" },
];

const others = new Map<AttendanceStatus | null, string>(
  marks.slice(4).map(({ status, label }) => [status, label]),
);
