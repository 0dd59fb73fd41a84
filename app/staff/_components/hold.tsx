import type { ReactNode } from "react";
import { momentWords } from "#lib/clock/words.ts";
import type { PartyShown } from "#lib/people/party-shown.ts";
import { listWords } from "#lib/people/words.ts";
import { Pebbles } from "../../_components/pebbles.tsx";
import { askAgainAction } from "./actions.ts";
import { Press } from "./press.tsx";

type HoldProps = { party: PartyShown; timeZone: string; children?: ReactNode };

/** A party whose seats are held: who has not answered yet, until when, and a button to ask each again. */
export function Hold({ party, timeZone, children }: HoldProps) {
  const awaited = party.members.filter((member) => member.awaited);
  return (
    <div className="py-3 first:pt-0 last:pb-0">
      <div className="flex items-center gap-4">
        <Pebbles names={party.members.map(({ name }) => name)} />
        <div className="min-w-0">
          <p className="font-semibold">{party.names}</p>
          {party.heldUntil && (
            <p className="text-sm text-soft">
              {awaited.length < party.members.length && `${listWords(awaited.map(({ name }) => name))}: `}
              until {momentWords(party.heldUntil, timeZone)}
            </p>
          )}
          {children}
        </div>
      </div>
      <div className="-ms-3 flex flex-wrap">
        {awaited.map(({ id, name }) => (
          <Press key={id} action={askAgainAction} values={{ enrollmentId: party.enrollmentId, memberId: id }}>
            Ask {name} again
          </Press>
        ))}
      </div>
    </div>
  );
}
