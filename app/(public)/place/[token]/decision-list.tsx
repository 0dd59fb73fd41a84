import { momentWords } from "#lib/clock/words.ts";
import type { Place } from "#lib/enrollment/queries.ts";

/** What the waitlist did with this party, and why (design rule 5). */
export function DecisionList({ decisions, timeZone }: Pick<Place, "decisions"> & { timeZone: string }) {
  if (decisions.length === 0) return null;
  return (
    <section>
      <h2 className="mb-2 text-2xl">What happened so far</h2>
      <ol className="divide-y divide-line">
        {decisions.map(({ reason, at }) => (
          <li key={`${at} ${reason}`} className="py-3">
            <span className="block text-sm text-soft">{momentWords(at, timeZone)}</span>
            {reason}
          </li>
        ))}
      </ol>
    </section>
  );
}
