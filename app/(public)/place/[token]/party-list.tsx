import type { Place } from "#lib/enrollment/queries.ts";
import { Pebbles } from "../../../_components/pebbles.tsx";
import { Pill } from "../../../_components/pill.tsx";
import { askPartnerAgainAction } from "./actions.ts";
import { AnswerForm } from "./answer-form.tsx";

/** Who has said yes, and nothing else of each other (design rule 4). */
export function PartyList({ place, token }: { place: Place; token: string }) {
  const here = place.members.filter(({ gone }) => !gone);
  const asking = place.state === "held" || place.state === "waitlisted" || place.state === "confirmed";
  if (!asking || here.length < 2) return null;
  return (
    <section>
      <h2 className="mb-2 text-2xl">Who has said yes</h2>
      <ul className="divide-y divide-line">
        {here.map(({ position, me, firstName, saidYes, comesAnyway }) => (
          <li key={position} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
            <Pebbles names={[firstName]} />
            <span className="min-w-24 flex-1">{me ? `${firstName} (you)` : firstName}</span>
            {place.fewest !== null && comesAnyway && <Pill tone="plain">Comes also without the others</Pill>}
            <Pill tone={saidYes ? "pine" : "apricot"}>{saidYes ? "Said yes" : "Not yet"}</Pill>
            {!saidYes && !me && place.state === "held" && (comesAnyway || !place.forFewer) && (
              <AnswerForm
                action={askPartnerAgainAction}
                token={token}
                place={place.enrollmentId}
                position={position}
                variant="secondary"
              >
                Ask {firstName} again
              </AnswerForm>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
