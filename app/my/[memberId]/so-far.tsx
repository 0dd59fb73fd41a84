import type { MySession } from "#lib/materials/my-queries.ts";
import { ArrowIcon } from "../../_components/icons.tsx";
import { MaterialLinks } from "../material-links.tsx";
import { materialsWords, sessionLabel } from "../words.ts";

/** Every session with something to come back to; nobody's absence is counted. */
export function SoFar({ sessions }: { sessions: MySession[] }) {
  return (
    <section aria-labelledby="so-far">
      <h2 id="so-far" className="mb-2 text-xl">
        So far
      </h2>
      <ul className="divide-y divide-line border-y border-line">
        {sessions.map((session) => (
          <li key={session.id}>
            {session.materials.length > 0 ? (
              <WithMaterials session={session} />
            ) : (
              <div className={row}>
                <Words session={session} />
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

const row = "grid grid-cols-[4.625rem_1fr_auto] items-center py-3";

function WithMaterials({ session }: { session: MySession }) {
  return (
    <details className="group">
      <summary className={`${row} list-none font-normal text-ink [&::-webkit-details-marker]:hidden`}>
        <Words session={session} />
        <ArrowIcon className="ms-3 rotate-90 text-soft group-open:-rotate-90" />
      </summary>
      <div className="ps-[4.625rem] pb-3">
        <MaterialLinks materials={session.materials} />
      </div>
    </details>
  );
}

function Words({ session }: { session: MySession }) {
  const { title, wasAway, materials } = session;
  return (
    <>
      <span className="text-sm text-soft">{sessionLabel(session)}</span>
      <span className="min-w-0">
        <span className="block font-semibold">{title}</span>
        <span className="block text-sm text-soft">
          {materials.length === 0
            ? "Nothing was shared from this one yet."
            : wasAway
              ? "You were away. It is all here."
              : materialsWords(materials)}
        </span>
      </span>
    </>
  );
}
