import type { MySession } from "#lib/materials/my-queries.ts";
import { materialsWords, sessionLabel } from "../words.ts";
import { SessionRows } from "./session-rows.tsx";

/** Every session with something to come back to; nobody's absence is counted. */
export function SoFar({ sessions }: { sessions: MySession[] }) {
  return (
    <section aria-labelledby="so-far">
      <h2 id="so-far" className="mb-2 text-xl">
        So far
      </h2>
      <SessionRows
        rows={sessions.map((session) => ({
          id: session.id,
          label: sessionLabel(session),
          title: session.title,
          words: sharedWords(session),
          materials: session.materials.map(({ id, kind, title }) => ({ id, kind, title })),
        }))}
      />
    </section>
  );
}

function sharedWords({ wasAway, materials }: MySession): string {
  if (materials.length === 0) return "Nothing was shared from this one yet.";
  return wasAway ? "You were away. It is all here." : materialsWords(materials);
}
