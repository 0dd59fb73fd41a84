import type { ReactNode } from "react";
import { counted, momentWords } from "#lib/clock/words.ts";
import type { loadWaitlists } from "#lib/waitlist/queries.ts";
import { Pebbles } from "../../../_components/pebbles.tsx";
import { Pill } from "../../../_components/pill.tsx";

type Cohort = NonNullable<Awaited<ReturnType<typeof loadWaitlists>>>["cohorts"][number];

/** Those who are asked, and the first of those who wait; the group's own board has them all. */
export function FirstOfLine({ cohort }: { cohort: Cohort }) {
  const { line, holds, partiesWaiting, partiesHeld, timeZone } = cohort;
  const more = partiesWaiting + partiesHeld - line.length - holds.length;
  if (line.length + holds.length === 0) return null;
  return (
    <>
      <ul className="mt-4 divide-y divide-line border-t border-line">
        {holds.map((party) => (
          <Row
            key={party.enrollmentId}
            party={party}
            pill={<Pill tone="apricot">asked</Pill>}
            words={
              party.heldUntil
                ? `${counted(party.seats, "place")}, until ${momentWords(party.heldUntil, timeZone)}`
                : ""
            }
          />
        ))}
        {line.map((party, index) => (
          <Row
            key={party.enrollmentId}
            party={party}
            pill={<Pill tone="periwinkle">place {index + 1}</Pill>}
            words={counted(party.seats, "place")}
          />
        ))}
      </ul>
      {more > 0 && (
        <p className="border-t border-line pt-3 text-sm text-soft">
          and {more} more {more === 1 ? "party" : "parties"}
        </p>
      )}
    </>
  );
}

type RowProps = { party: Cohort["line"][number]; pill: ReactNode; words: string };

function Row({ party, pill, words }: RowProps) {
  return (
    <li className="grid grid-cols-[minmax(4.5rem,auto)_1fr_auto] items-center gap-x-4 py-3">
      <Pebbles names={party.members.map(({ name }) => name)} />
      <div className="min-w-0">
        <p className="font-semibold">{party.names}</p>
        <p className="text-sm text-soft">{words}</p>
      </div>
      {pill}
    </li>
  );
}
