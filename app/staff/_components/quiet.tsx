import type { loadQuiet } from "#lib/attendance/quiet.ts";
import { Card } from "../../_components/card.tsx";
import { Pebbles } from "../../_components/pebbles.tsx";

type QuietProps = { people: Awaited<ReturnType<typeof loadQuiet>>; withGroup?: boolean };

/** Who may be glad of a kind word. Nothing is sent without one. */
export function QuietPeople({ people, withGroup }: QuietProps) {
  if (people.length === 0) return null;
  return (
    <Card title="A kind word may help">
      <ul className="divide-y divide-line">
        {people.map(({ id, name, kind, sessionId, cohort }) => (
          <li
            key={`${cohort.id} ${id}`}
            className="flex flex-wrap items-center gap-x-4 gap-y-1 py-3 first:pt-0 last:pb-0"
          >
            <Pebbles names={[name]} />
            <div className="min-w-0 flex-1">
              <p className="font-semibold">{name}</p>
              <p className="text-sm text-soft">
                {words[kind]}
                {withGroup && ` ${cohort.title}.`}
              </p>
            </div>
            <a
              href={`/staff/cohorts/${cohort.id}/write?${new URLSearchParams({ to: id, about: "missed", session: sessionId })}`}
              className="inline-flex min-h-11 items-center"
            >
              Write<span className="sr-only"> to {name}</span>
            </a>
          </li>
        ))}
      </ul>
    </Card>
  );
}

const words = {
  never: "Has not been there yet, and may be unsure whether to come.",
  missed: "Was away the last two times, and may be glad to be missed.",
  cannot: "Can complete the group by making something up, and may like to know how.",
};
