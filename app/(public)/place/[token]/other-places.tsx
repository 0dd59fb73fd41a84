import { momentWords } from "#lib/clock/words.ts";
import type { Place } from "#lib/enrollment/queries.ts";
import { ButtonLink } from "../../../_components/button.tsx";
import { Card } from "../../../_components/card.tsx";
import { weekdayWords } from "../../_cohorts/words.ts";
import { aheadWords, placesWords } from "../../_enroll/words.ts";
import { resumeAction } from "./actions.ts";
import { AnswerForm } from "./answer-form.tsx";
import { placePath } from "./path.ts";
import { isSingle } from "./screen.tsx";

/** Where else the party has a place, or waits for one; what it can do there is a press away. */
export function OtherPlaces({ places, token }: { places: Place[]; token: string }) {
  if (places.length === 0) return null;
  return (
    <section>
      <h2 className="mb-4 text-2xl">Your other groups</h2>
      <div className="grid gap-4">
        {places.map((place) => (
          <Card key={place.enrollmentId} title={place.cohort.title} titleAs="h3">
            <p className="text-soft">{weekdayWords(place.cohort)}</p>
            <p className="mt-2">{standingWords(place)}</p>
            <div className="mt-4 flex flex-wrap items-start gap-3">
              {place.paused && (
                <AnswerForm
                  action={resumeAction}
                  token={token}
                  place={place.enrollmentId}
                  variant="secondary"
                >
                  {isSingle(place) ? "I still wait for" : "We still wait for"} {place.cohort.title}
                </AnswerForm>
              )}
              <ButtonLink
                href={placePath(token, { at: place.enrollmentId })}
                variant={place.paused ? "quiet" : "secondary"}
              >
                See {place.cohort.title}
              </ButtonLink>
              {place.paused && (
                <ButtonLink href={placePath(token, { at: place.enrollmentId }, "/leave")} variant="quiet">
                  Leave that line
                </ButtonLink>
              )}
            </div>
          </Card>
        ))}
      </div>
    </section>
  );
}

function standingWords({ state, paused, seats, keptUntil, ahead, cohort }: Place): string {
  if (paused)
    return "Your place in line is kept, and you are offered nothing until you say that you still wait.";
  if (state === "held" && keptUntil) {
    return `We keep ${placesWords(seats)} for you, until ${momentWords(keptUntil, cohort.timeZone)}.`;
  }
  if (state === "waitlisted" && ahead) return aheadWords(ahead);
  if (state === "applied") return "We have your application.";
  return state === "completed" ? "You have completed this group." : "You are enrolled.";
}
