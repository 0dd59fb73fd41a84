import type { Board } from "#lib/waitlist/board.ts";
import { Button } from "../../../_components/button.tsx";
import { Pebbles } from "../../../_components/pebbles.tsx";
import { Pill } from "../../../_components/pill.tsx";
import { Contact } from "../../_components/contact.tsx";
import { Reasons } from "../_components/reasons.tsx";
import { restWords, waitingWords } from "../_components/words.ts";
import { offerNowAction, pauseWaitAction, resumeWaitAction, takeOutAction } from "./actions.ts";
import { DecideForm } from "./decide-form.tsx";

type WaitingRowProps = {
  party: Board["line"][number];
  board: Board;
  page: number;
  at: Temporal.Instant;
  decides: boolean;
};

/** One party in line: its place, who and since when, why it stands there, and what an admin can do. */
export function WaitingRow({ party, board, page, at, decides }: WaitingRowProps) {
  const { enrollmentId, names, members, seen } = party;
  const rest = restWords(party, board.timeZone);
  const values = { enrollmentId, seen, cohortId: board.id, page: String(page) };
  return (
    <li id={enrollmentId} className="scroll-mt-6 py-4 target:bg-plum-pale">
      <div className="grid grid-cols-[auto_1fr] gap-x-4 sm:grid-cols-[minmax(4.5rem,auto)_1fr_auto]">
        <Pebbles names={members.map(({ name }) => name)} />
        <div className="min-w-0">
          <p className="font-semibold">{names}</p>
          <p className="text-sm text-soft">{waitingWords(party, board.timeZone, at)}</p>
          {rest && <p className="text-sm text-soft">{rest}</p>}
          <Contact members={members} />
        </div>
        <div className="col-start-2 mt-2 flex flex-wrap gap-2 sm:col-start-3 sm:mt-0 sm:flex-col sm:items-end">
          <Pill tone="periwinkle">place {party.place}</Pill>
          {party.saved && <Pill tone="apricot">saved for them</Pill>}
          {party.next && !party.saved && <Pill tone="plum">asked next</Pill>}
          {party.paused && <Pill tone="plain">paused</Pill>}
        </div>
        <div className="col-span-full sm:col-start-2 sm:col-end-4 lg:flex lg:flex-wrap lg:gap-x-8 [&>details[open]]:basis-full">
          <Reasons reasons={party.reasons} timeZone={board.timeZone} />
          {decides && (
            <>
              {!party.paused && (
                <DecideForm
                  action={offerNowAction}
                  values={{ ...values, what: "offer" }}
                  summary={
                    <>
                      Offer now
                      <OfWhom names={names} />
                    </>
                  }
                  button={`Offer ${names} a place out of turn`}
                />
              )}
              <DecideForm
                action={takeOutAction}
                values={{ ...values, what: "take-out" }}
                summary={
                  <>
                    Take out of line
                    <OfWhom names={names} />
                  </>
                }
                button={`Take ${names} out of line`}
              />
              <form action={party.paused ? resumeWaitAction : pauseWaitAction} className="-ms-3">
                {Object.entries(values).map(([name, value]) => (
                  <input key={name} type="hidden" name={name} value={value} />
                ))}
                <Button variant="quiet">
                  {party.paused ? "Bring back to the line" : "Leave out for a while"}
                  <OfWhom names={names} />
                </Button>
              </form>
            </>
          )}
        </div>
      </div>
    </li>
  );
}

function OfWhom({ names }: { names: string }) {
  return <span className="sr-only">: {names}</span>;
}
