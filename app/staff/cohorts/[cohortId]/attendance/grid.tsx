"use client";

import { type KeyboardEvent, useRef, useState, useTransition } from "react";
import { statusWords } from "#lib/attendance/words.ts";
import type { AttendanceStatus } from "../../../../../prisma/generated/enums.ts";
import { classNames } from "../../../../_components/class-names.ts";
import { Pill } from "../../../../_components/pill.tsx";
import { markAction } from "../../../sessions/[sessionId]/attendance/actions.ts";

type GridProps = {
  sessions: { id: string; title: string; date: string; short: string; cancelled: boolean }[];
  people: {
    id: string;
    name: string;
    marks: { status: AttendanceStatus | null; words: string }[];
    attended: number;
    standing: "complete" | "can" | "cannot";
    words: string;
  }[];
};

/** People by sessions. Arrow keys go from mark to mark, and a letter changes it; a session's name leads to its own page. */
export function Grid({ sessions, people }: GridProps) {
  const table = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState({ row: 0, column: 0 });
  const [typed, setTyped] = useState<Record<string, AttendanceStatus | null>>({});
  const [, startTransition] = useTransition();

  function go(row: number, column: number) {
    const to = {
      row: Math.min(Math.max(row, 0), people.length - 1),
      column: Math.min(Math.max(column, 0), sessions.length - 1),
    };
    setAt(to);
    table.current?.querySelector<HTMLElement>(`[data-cell="${to.row} ${to.column}"]`)?.focus();
  }

  function press(event: KeyboardEvent, row: number, column: number) {
    const step = steps[event.key];
    const key = keys.find(({ letter }) => letter === event.key.toLowerCase());
    if (event.ctrlKey || event.metaKey || event.altKey || (!step && !key)) return;
    event.preventDefault();
    if (step) return go(row + step[0], column + step[1]);
    const [session, person] = [sessions[column], people[row]];
    if (!key || !session || !person || session.cancelled) return;
    setTyped({ ...typed, [`${session.id} ${person.id}`]: key.status });
    const form = new FormData();
    form.set("sessionId", session.id);
    form.set("personId", person.id);
    form.set("status", key.status ?? "none");
    startTransition(() => markAction(form));
  }

  return (
    <>
      <div className="relative -mx-5 overflow-x-auto px-5">
        <table ref={table} className="w-full border-collapse text-left text-sm">
          <caption className="sr-only">Everyone’s marks, session by session</caption>
          <thead>
            <tr>
              <th scope="col" className="sticky start-0 bg-bg py-2.5 pe-4 font-medium text-soft">
                Name
              </th>
              {sessions.map(({ id, title, date, short, cancelled }) => (
                <th key={id} scope="col" className="px-1 py-1 text-center font-medium tabular-nums">
                  {cancelled ? (
                    <span className="text-soft line-through" title={`${title}, ${date}: does not take place`}>
                      {short}
                    </span>
                  ) : (
                    <a
                      href={`/staff/sessions/${id}/attendance`}
                      aria-label={`${short} ${title}, ${date}`}
                      className="inline-flex min-h-11 min-w-11 items-center justify-center"
                    >
                      {short}
                    </a>
                  )}
                </th>
              ))}
              <th scope="col" className="py-2.5 ps-4 font-medium text-soft">
                So far
              </th>
            </tr>
          </thead>
          <tbody>
            {people.map(({ id, name, marks, attended, standing, words }, row) => (
              <tr key={id} className="border-t border-line">
                <th scope="row" className="sticky start-0 min-w-32 bg-bg py-2 pe-4 font-semibold">
                  {name}
                </th>
                {sessions.map((session, column) => {
                  const key = `${session.id} ${id}`;
                  const mark = marks[column];
                  const status = key in typed ? (typed[key] ?? null) : (mark?.status ?? null);
                  const said = status === mark?.status ? mark?.words : status && statusWords[status];
                  const words = session.cancelled ? "no session" : said || "no mark";
                  return (
                    <td key={session.id} className="p-0.5 text-center">
                      <button
                        type="button"
                        data-cell={`${row} ${column}`}
                        tabIndex={row === at.row && column === at.column ? 0 : -1}
                        aria-label={`${name}, ${session.date}: ${words}`}
                        aria-disabled={session.cancelled || undefined}
                        onFocus={() => setAt({ row, column })}
                        onKeyDown={(event) => press(event, row, column)}
                        className={classNames(
                          "min-h-11 min-w-11 rounded-field border",
                          status ? looks[status] : "border-line bg-card text-soft",
                        )}
                      >
                        {session.cancelled ? "–" : status ? signs[status] : ""}
                      </button>
                      {/* Paper has no buttons. */}
                      <span className="hidden print:inline">
                        {session.cancelled ? "–" : status ? signs[status] : "·"}
                      </span>
                    </td>
                  );
                })}
                <td className="whitespace-nowrap py-2 ps-4 print:whitespace-normal">
                  <span className="me-2 tabular-nums">{attended}</span>
                  <Pill tone={tones[standing]}>{words}</Pill>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {/* Paper has no keys, and neither has a phone: there, a session's own page is made for taps. */}
      <p className="mt-4 hidden text-sm text-soft pointer-coarse:block print:block">
        {keys.flatMap(({ status, words }) => (status ? [`${signs[status]} ${words}`] : [])).join(", ")}
      </p>
      <p className="mt-4 text-sm text-soft pointer-coarse:hidden print:hidden">
        Arrow keys go from mark to mark.{" "}
        {keys.map(({ letter, words }, index) => (
          <span key={letter}>
            {index > 0 && ", "}
            <kbd className="rounded border border-line bg-card px-1.5">
              {letter === "delete" ? "Delete" : letter}
            </kbd>{" "}
            {words}
          </span>
        ))}
        . Earlier marks are kept.
      </p>
    </>
  );
}

const steps: Record<string, [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

const keys: { letter: string; status: AttendanceStatus | null; words: string }[] = [
  { letter: "h", status: "present", words: "here" },
  { letter: "l", status: "late", words: "late" },
  { letter: "e", status: "leftEarly", words: "left early" },
  { letter: "a", status: "absent", words: "away" },
  { letter: "s", status: "excused", words: "said ahead" },
  { letter: "m", status: "madeUp", words: "made up" },
  { letter: "delete", status: null, words: "no mark" },
];

const signs: Record<AttendanceStatus, string> = {
  present: "H",
  late: "L",
  leftEarly: "E",
  absent: "A",
  excused: "S",
  madeUp: "M",
};

const looks: Record<AttendanceStatus, string> = {
  present: "border-pine bg-pine-pale text-pine-ink",
  late: "border-apricot bg-apricot-pale text-apricot-ink",
  leftEarly: "border-apricot bg-apricot-pale text-apricot-ink",
  absent: "border-periwinkle bg-periwinkle-pale text-periwinkle-ink",
  excused: "border-plum bg-plum-pale text-plum-ink",
  madeUp: "border-pine bg-pine-pale text-pine-ink",
};

const tones = { complete: "pine", can: "plain", cannot: "periwinkle" } as const;
