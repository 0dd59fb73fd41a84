import { momentWords } from "#lib/clock/words.ts";
import type { Entry } from "#lib/waitlist/entry.ts";

/** What was written about a party's place so far, the newest first; the party reads the same. */
export function Reasons({ reasons, timeZone }: Pick<Entry, "reasons"> & { timeZone: string }) {
  if (reasons.length === 0) return null;
  return (
    <details>
      <summary>What happened so far</summary>
      <ol className="mb-3 space-y-3">
        {reasons.map(({ id, reason, at }) => (
          <li key={id}>
            <time dateTime={at.toString()} className="block text-sm text-soft">
              {momentWords(at, timeZone)}
            </time>
            {reason}
          </li>
        ))}
      </ol>
    </details>
  );
}
