import { counted, momentWords, spanWords } from "#lib/clock/words.ts";
import type { lineShown } from "#lib/waitlist/line.ts";
import { Pebbles } from "../../_components/pebbles.tsx";
import { Pill } from "../../_components/pill.tsx";
import { Contact } from "./contact.tsx";

type LineProps = {
  parties: ReturnType<typeof lineShown>["parties"];
  timeZone: string;
  now: Temporal.Instant;
  withContact?: boolean;
};

/** The parties in line, in order. */
export function Line({ parties, timeZone, now, withContact }: LineProps) {
  return (
    <ol className="mt-4 divide-y divide-line border-t border-line">
      {parties.map((party) => (
        <li key={party.enrollmentId} className="grid grid-cols-[4.5rem_1fr_auto] items-center gap-x-4 py-3">
          <Pebbles names={party.members.map(({ name }) => name)} />
          <div className="min-w-0">
            <p className="font-semibold">{party.names}</p>
            <p className="text-sm text-soft">
              {counted(party.seats, "place")}, waiting {spanWords(party.joinedAt, now)}
              {party.restsUntil && `, not asked before ${momentWords(party.restsUntil, timeZone)}`}
            </p>
            {withContact && <Contact members={party.members} />}
          </div>
          {party.saved ? (
            <Pill tone="apricot">saved for them</Pill>
          ) : (
            <Pill tone={party.next ? "plum" : "periwinkle"}>
              {party.next ? "asked next" : `place ${party.place}`}
            </Pill>
          )}
        </li>
      ))}
    </ol>
  );
}
