import { momentWords, zoneWords } from "#lib/clock/words.ts";
import type { MyPlace } from "#lib/materials/my-queries.ts";
import type { EnrollmentState } from "../../../prisma/generated/enums.ts";
import { ButtonLink } from "../../_components/button.tsx";
import { Card } from "../../_components/card.tsx";
import { stateWords } from "../words.ts";

/** Somebody who holds a place, waits for one, or did not get it: all they can do is on the page behind their own link. */
export function NoSeat({ state, heldUntil, statusUrl, cohort }: MyPlace) {
  return (
    <Card title={stateWords[state]}>
      <div className="space-y-2">
        {heldUntil && (
          <p>
            Until {momentWords(heldUntil, cohort.timeZone)}, {zoneWords(cohort.timeZone)} time.
          </p>
        )}
        <p className="text-soft">
          {mayStillCome.includes(state)
            ? "When you take part, the next session and everything shared with you will be here."
            : "You are welcome another time."}
        </p>
      </div>
      <p className="mt-5">
        <ButtonLink href={statusUrl}>See how it stands</ButtonLink>
      </p>
    </Card>
  );
}

const mayStillCome: EnrollmentState[] = ["applied", "held", "waitlisted"];
