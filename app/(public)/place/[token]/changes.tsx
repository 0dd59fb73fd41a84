import type { Place } from "#lib/enrollment/queries.ts";
import { placePath } from "./path.ts";

type Change = { href: string; words: string };

/** What else can change about how people come; each on a page of its own that says what happens. */
export function Changes({ place, token }: { place: Place; token: string }) {
  const changes = possible(place, (below) => placePath(token, { at: place.enrollmentId }, below));
  if (changes.length === 0) return null;
  return (
    <section>
      <h2 className="mb-2 text-2xl">If something changes</h2>
      <ul className="divide-y divide-line">
        {changes.map(({ href, words }) => (
          <li key={href}>
            <a className="inline-flex min-h-12 items-center" href={href}>
              {words}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function possible({ state, members, cohort, forFewer }: Place, path: (below: string) => string): Change[] {
  const here = members.filter(({ gone }) => !gone);
  if (!here.some(({ me }) => me)) return [];
  const waits = state === "waitlisted" || state === "applied";
  const lives = waits || state === "held" || state === "confirmed";
  const mayGrow =
    state === "confirmed" || (here.length < cohort.largestParty && cohort.audience !== "individuals");
  const mayBeFewer = here.length > (cohort.audience === "partners" ? 2 : 1);
  return [
    ...(waits && mayBeFewer
      ? [{ href: path("/fewer"), words: "Some of us would come without the others" }]
      : []),
    ...(lives && mayGrow && !forFewer ? [{ href: path("/partner"), words: "Somebody else comes too" }] : []),
    ...(waits || state === "held" ? [{ href: path("/also"), words: "Wait for another group as well" }] : []),
    ...(lives && here.length > 1 ? [{ href: path("/apart"), words: "I'd rather come on my own" }] : []),
  ];
}
