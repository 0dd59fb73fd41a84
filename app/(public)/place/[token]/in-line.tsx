import { now } from "#lib/clock/now.ts";
import type { Place } from "#lib/enrollment/queries.ts";
import { chanceWords } from "#lib/waitlist/chance.ts";
import { aheadWords } from "../../_enroll/words.ts";
import { pauseAction, preferAction, resumeAction, sayYesAction } from "./actions.ts";
import { AnswerForm } from "./answer-form.tsx";
import { isSingle, LeaveLink, type PlaceProps, Screen, WaitForNext } from "./screen.tsx";

type InLineProps = PlaceProps & {
  /** Whether it is the party's only place. */
  alone: boolean;
  saidYes: boolean;
};

/** The party waits, for seats or for the others to say that they wait too. */
export function InLine({ place, token, alone, saidYes }: InLineProps) {
  return (
    <Screen
      place={place}
      title={place.paused ? "Your place in line is kept" : "You are in line"}
      lead={
        place.paused
          ? "We offer you nothing until you say that you wait again. Nobody takes your place in line."
          : place.ahead && aheadWords(place.ahead)
      }
      actions={
        <>
          {!saidYes && (
            <AnswerForm action={sayYesAction} token={token} place={place.enrollmentId}>
              {isSingle(place) ? "Yes, I'd like to wait" : "Yes, I'd like to wait too"}
            </AnswerForm>
          )}
          <PauseOrResume place={place} token={token} />
          {!alone && (
            <AnswerForm action={preferAction} token={token} place={place.enrollmentId} variant="secondary">
              {isSingle(place) ? "This is the group I'd like best" : "This is the group we'd like best"}
            </AnswerForm>
          )}
          {hasBegun(place) && <WaitForNext token={token} />}
        </>
      }
      quieter={
        <LeaveLink place={place} token={token}>
          Leave the waitlist
        </LeaveLink>
      }
    >
      {place.chance && <p className="mb-4">{chanceWords(place.chance)}</p>}
      {!place.paused && (
        <p>
          Places that come free are offered in order. When they are too few for a party, they are saved while
          enough may still come free; when that is unlikely, a smaller party is asked first, at most twice.
          Near the first session nothing stays empty. We write to you when it is your turn.
        </p>
      )}
    </Screen>
  );
}

export function PauseOrResume({ place, token }: PlaceProps) {
  return place.paused ? (
    <AnswerForm action={resumeAction} token={token} place={place.enrollmentId} variant="secondary">
      {isSingle(place) ? "I am waiting again" : "We are waiting again"}
    </AnswerForm>
  ) : (
    <AnswerForm action={pauseAction} token={token} place={place.enrollmentId} variant="secondary">
      {isSingle(place) ? "Leave me out for a while" : "Leave us out for a while"}
    </AnswerForm>
  );
}

function hasBegun({ cohort }: Place): boolean {
  return cohort.sessions.some(({ startsAt }) => startsAt.getTime() <= now().epochMilliseconds);
}
