"use client";

import type { KnownTap } from "#lib/attendance/queries.ts";
import { resolve } from "#lib/attendance/resolve.ts";
import { counted } from "#lib/clock/words.ts";
import { Button, ButtonLink } from "../../../../_components/button.tsx";
import { classNames } from "../../../../_components/class-names.ts";
import { Pill } from "../../../../_components/pill.tsx";
import { markEveryoneAction } from "./actions.ts";
import { leftEarly, madeUp, usual } from "./marks.ts";
import { type Attendee, Person } from "./person.tsx";
import { type Me, useTaps } from "./use-taps.ts";

type AttendanceProps = {
  sessionId: string;
  me: Me;
  parties: Attendee[][];
  taps: KnownTap[];
  /** When the page was drawn. */
  at: number;
  hybrid: boolean;
  /** When the session is, in milliseconds. */
  from: number;
  until: number;
  timeZone: string;
  materialsHref: string;
};

/** Everyone, one tap each, those of a party side by side. */
export function Attendance(props: AttendanceProps) {
  const { sessionId, me, parties, timeZone, hybrid, from, until, materialsHref } = props;
  const { tapsOf, tap, line, left, waiting, tapped, retry } = useTaps(sessionId, me, props);
  const people = parties.flat();
  const clock = clockOf(timeZone);
  const evening = { sessionId, hybrid, from: from - quarter, until, clock };
  const statuses = people.map(({ id }) => resolve(tapsOf(id)).status);
  const counts = kinds
    .map(({ status, counted }) => ({ counted, count: statuses.filter((one) => one === status).length }))
    .filter(({ count }) => count > 0);
  return (
    <>
      <form
        action={markEveryoneAction}
        className="mb-2"
        onSubmit={(event) => {
          event.preventDefault();
          const unmarked = people.filter((_, index) => statuses[index] === null);
          tap(
            ...unmarked.map(({ id }) => ({
              kind: "everyone" as const,
              personId: id,
              status: "present" as const,
            })),
          );
        }}
      >
        <input type="hidden" name="sessionId" value={sessionId} />
        <Button variant="secondary" wide>
          Everyone is here
        </Button>
      </form>
      <ul className="grid items-start lg:grid-cols-2 lg:gap-x-10">
        {parties.map((party) => (
          <li
            key={party[0]?.id}
            className={classNames(
              "grid gap-x-10 border-b border-line",
              party.length > 1 &&
                "relative before:absolute before:inset-y-4 before:-start-3 before:w-1 before:rounded-full before:bg-pine-band lg:col-span-2 lg:grid-cols-2",
            )}
          >
            {party.map((person) => (
              <div key={person.id} className="min-w-0 pt-3 pb-1">
                <Person person={person} taps={tapsOf(person.id)} evening={evening} me={me} tap={tap} />
              </div>
            ))}
          </li>
        ))}
      </ul>
      <div className="sticky bottom-(--shell-bottom) -mx-5 mt-4 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t border-line bg-card px-5 py-3 sm:mx-0 sm:rounded-card sm:border">
        <div className="text-sm tabular-nums" role="status">
          <p>
            {counts.length === 0
              ? "Nobody is marked yet"
              : counts.map(({ count, counted }) => `${count} ${counted}`).join(", ")}
            {tapped && waiting === 0 && line === "quiet" && (
              <span className="ms-2 inline-flex">
                <Pill tone="pine">Saved</Pill>
              </span>
            )}
          </p>
          {(line === "waiting" || line === "signed out") && waiting > 0 && (
            <p className="text-apricot-ink">
              {counted(waiting, "tap")} {waiting === 1 ? "waits" : "wait"} for{" "}
              {line === "waiting" ? "the line. You can go on, and close this page." : "you to sign in again."}
            </p>
          )}
          {left > 0 && <p>{counted(left, "tap")} could not be kept: they have left this group.</p>}
        </div>
        {line === "signed out" ? (
          <ButtonLink href="/sign-in">Sign in</ButtonLink>
        ) : line === "waiting" && waiting > 0 ? (
          <Button type="button" onClick={retry}>
            Try again
          </Button>
        ) : (
          <ButtonLink href={materialsHref}>Release materials</ButtonLink>
        )}
      </div>
    </>
  );
}

const kinds = [...usual, leftEarly, ...madeUp.slice(0, 1)];
const quarter = 15 * 60_000;

const clocks = new Map<string, Intl.DateTimeFormat>();

/** The wall clock of a zone. Every browser has it, which can't be said of Temporal. */
function clockOf(timeZone: string) {
  const format =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat("en-GB", {
      timeZone,
      weekday: "short",
      hour: "numeric",
      minute: "2-digit",
      hour12: true,
    });
  clocks.set(timeZone, format);
  return (at: number) => format.format(at).replace(",", "");
}
