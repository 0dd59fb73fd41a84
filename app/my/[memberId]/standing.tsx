import type { Completion } from "#lib/attendance/completion.ts";
import { standingWords } from "../words.ts";

/** Whether somebody can still complete the group, and how: never how often they were away. */
export function Standing({ completion }: { completion: Completion }) {
  return (
    <section aria-labelledby="standing">
      <h2 id="standing" className="mb-2 text-xl">
        Completing the group
      </h2>
      <p className="max-w-[65ch]">{standingWords(completion)}</p>
    </section>
  );
}
