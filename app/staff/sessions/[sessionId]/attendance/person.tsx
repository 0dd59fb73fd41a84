import type { ReactNode, SubmitEvent } from "react";
import type { KnownTap } from "#lib/attendance/queries.ts";
import { byTime, resolve } from "#lib/attendance/resolve.ts";
import { type Told, toldOf } from "#lib/attendance/told.ts";
import { madeUpWords, statusWords } from "#lib/attendance/words.ts";
import type { AttendanceStatus, MadeUpBy } from "../../../../../prisma/generated/enums.ts";
import { Button } from "../../../../_components/button.tsx";
import { classNames } from "../../../../_components/class-names.ts";
import { Pebbles } from "../../../../_components/pebbles.tsx";
import { markAction, noteAction, wayAction } from "./actions.ts";
import { leftEarly, type Mark, madeUp, pressValue, usual } from "./marks.ts";
import type { Me, Said } from "./use-taps.ts";

export type Attendee = { id: string; name: string; guestOf: string | null; missedLastTime: boolean };

/** What one needs to know of the session to show somebody in it. */
export type Evening = {
  sessionId: string;
  /** Whether some come in person and some online. */
  hybrid: boolean;
  from: number;
  until: number;
  /** "6:42 pm", by the clock on the cohort's wall. */
  clock: (at: number) => string;
};

type PersonProps = {
  person: Attendee;
  taps: KnownTap[];
  evening: Evening;
  me: Me;
  tap: (said: Said) => void;
};

/** One person with a button for each mark. Each is a form of its own, so that it works before and without JavaScript. */
export function Person({ person, taps, evening, me, tap }: PersonProps) {
  const { sessionId, hybrid } = evening;
  const marked = resolve(taps);
  const { status, madeUpBy, online, note } = marked;
  const press = (event: SubmitEvent<HTMLFormElement>) => {
    const { submitter } = event.nativeEvent;
    if (!(submitter instanceof HTMLButtonElement)) return;
    event.preventDefault();
    const [pressed = "none", how] = submitter.value.split(" ");
    tap({
      kind: "status",
      personId: person.id,
      status: pressed === "none" ? null : (pressed as AttendanceStatus),
      madeUpBy: (how as MadeUpBy | undefined) ?? null,
    });
  };
  const marks = { sessionId, person, status, madeUpBy, press };
  const told = toldOf(taps, me.id);
  const detail = detailOf(marked, evening);
  return (
    <div className="min-w-0">
      <div className="mb-2 flex min-h-11 items-center gap-x-3">
        <Pebbles names={[person.name]} />
        <div className="min-w-0">
          <h2 className="font-sans text-base font-semibold tracking-normal">{person.name}</h2>
          <p className="text-sm text-soft empty:hidden">
            {[
              person.guestOf && `Guest from ${person.guestOf}`,
              person.missedLastTime && "missed last time",
              detail,
              told?.kind === "theirs" && (told.name ? `by ${told.name}` : "they said so"),
            ]
              .filter(Boolean)
              .join(", ")}
          </p>
        </div>
        {hybrid && (
          <form
            action={wayAction}
            className="ms-auto flex-none"
            onSubmit={(event) => {
              event.preventDefault();
              tap({ kind: "way", personId: person.id, online: !online });
            }}
          >
            <input type="hidden" name="sessionId" value={sessionId} />
            <input type="hidden" name="personId" value={person.id} />
            <button
              type="submit"
              name="online"
              value={online ? "no" : "yes"}
              aria-pressed={online ?? false}
              className={classNames(
                "min-h-11 cursor-pointer rounded-full border px-3.5 text-sm font-medium",
                online
                  ? "border-plum bg-plum-pale text-plum-ink"
                  : "border-line bg-card text-soft hover:border-soft",
              )}
            >
              Online<span className="sr-only">: {person.name}</span>
            </button>
          </form>
        )}
      </div>
      <Marks {...marks} marks={usual} columns="grid-cols-4" />
      {told && told.kind !== "theirs" && (
        <p className="mt-2 rounded-field bg-apricot-pale px-3.5 py-2 text-sm text-apricot-ink" role="status">
          {toldWords(told, evening)}
        </p>
      )}
      <details>
        <summary className="text-sm">
          {note ? "Note" : "More, or a note"}
          <span className="sr-only"> on {person.name}</span>
          {note && <span className="ms-2 font-normal text-soft">{note}</span>}
        </summary>
        <div className="grid gap-4 pb-4">
          <Marks {...marks} marks={[leftEarly]} columns="grid-cols-2" />
          <div>
            <p className="mb-1.5 text-sm text-soft" aria-hidden>
              Made it up
            </p>
            <Marks {...marks} legend={`${person.name}, made it up`} marks={madeUp} columns="grid-cols-3" />
          </div>
          <form
            action={noteAction}
            className="grid gap-2"
            onSubmit={(event) => {
              event.preventDefault();
              const words = String(new FormData(event.currentTarget).get("note") ?? "").trim();
              if (words !== note) tap({ kind: "note", personId: person.id, note: words });
            }}
          >
            <input type="hidden" name="sessionId" value={sessionId} />
            <input type="hidden" name="personId" value={person.id} />
            <label htmlFor={`note-${person.id}`} className="text-sm text-soft">
              A note. Only staff of this group read it.
            </label>
            <textarea
              key={note}
              id={`note-${person.id}`}
              name="note"
              rows={3}
              maxLength={2000}
              defaultValue={note}
              className="field-sizing-content min-h-20 rounded-field border border-soft bg-card px-3.5 py-2"
            />
            <Button variant="quiet" className="justify-self-start">
              Keep the note
            </Button>
          </form>
          <Earlier taps={taps} evening={evening} />
        </div>
      </details>
    </div>
  );
}

type MarksProps = {
  sessionId: string;
  person: Attendee;
  status: AttendanceStatus | null;
  madeUpBy: MadeUpBy | null;
  press: (event: SubmitEvent<HTMLFormElement>) => void;
  marks: Mark[];
  columns: string;
  legend?: string;
};

/** Buttons of one person: pressed again, the mark is taken back. */
function Marks({ sessionId, person, status, madeUpBy, press, marks, columns, legend }: MarksProps) {
  return (
    <form action={markAction} onSubmit={press}>
      <input type="hidden" name="sessionId" value={sessionId} />
      <input type="hidden" name="personId" value={person.id} />
      <fieldset className={classNames("grid gap-1.5", columns)}>
        <legend className="sr-only">{legend ?? person.name}</legend>
        {marks.map((mark) => {
          const chosen = status === mark.status && (!mark.madeUpBy || madeUpBy === mark.madeUpBy);
          return (
            <button
              key={pressValue(mark)}
              type="submit"
              name="status"
              value={chosen ? "none" : pressValue(mark)}
              aria-pressed={chosen}
              className={classNames(
                "min-h-12 cursor-pointer rounded-field border px-1 font-medium transition-colors",
                mark.madeUpBy && "text-sm leading-tight",
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

/** Every mark that was ever made, the newest first. */
function Earlier({ taps, evening }: { taps: KnownTap[]; evening: Evening }) {
  if (taps.length < 2) return null;
  return (
    <div>
      <h3 className="font-sans text-sm font-semibold tracking-normal">Every mark so far</h3>
      <ol className="text-sm text-soft">
        {taps
          .toSorted((one, other) => byTime(other, one))
          .slice(0, 30)
          .map((one) => (
            <li key={one.id} className="py-0.5">
              {evening.clock(one.at)}, {one.byName ?? "in their own words"}: {tapWords(one)}
            </li>
          ))}
      </ol>
    </div>
  );
}

function tapWords({ kind, status, madeUpBy, online, note }: KnownTap): ReactNode {
  if (kind === "note") return note ? `“${note}”` : "no note";
  if (kind === "way") return online ? "online" : "in person";
  if (kind === "everyone") return "here, with everyone";
  if (!status) return kind === "elsewhere" ? "not made up after all" : "no mark";
  return madeUpBy ? `${statusWords[status]} ${madeUpWords[madeUpBy]}` : statusWords[status];
}

/** What the buttons don't say by themselves. */
function detailOf({ status, madeUpBy, tap }: ReturnType<typeof resolve>, { from, until, clock }: Evening) {
  if (status === "late" && tap && tap.at >= from && tap.at <= until) return `came at ${clock(tap.at)}`;
  if (status === "leftEarly")
    return tap && tap.at >= from && tap.at <= until ? `left at ${clock(tap.at)}` : "left early";
  if (status === "madeUp") return madeUpBy ? `made up ${madeUpWords[madeUpBy]}` : "made up";
  return null;
}

function toldWords(told: Exclude<Told, { kind: "theirs" }>, { clock }: Evening): string {
  const is = told.is ? `“${statusWords[told.is]}”` : "no mark";
  const was = `“${statusWords[told.was]}”`;
  if (told.kind === "replaced mine")
    return told.name
      ? `${told.name} changed this to ${is} at ${clock(told.at)}. You had marked ${was}.`
      : `They said so themselves at ${clock(told.at)}: ${is}. You had marked ${was}.`;
  return told.name
    ? `Your mark replaces ${was}, which ${told.name} marked at ${clock(told.at)}.`
    : `Your mark replaces their own word: ${was}.`;
}
