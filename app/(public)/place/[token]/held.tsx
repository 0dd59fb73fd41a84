import { momentWords, zoneWords } from "#lib/clock/words.ts";
import type { Place } from "#lib/enrollment/queries.ts";
import { listWords } from "../../_cohorts/words.ts";
import { placesWords } from "../../_enroll/words.ts";
import { keepWaitingAction, moreTimeAction, sayYesAction } from "./actions.ts";
import { AnswerForm } from "./answer-form.tsx";
import { isSingle, LeaveLink, type PlaceProps, Screen } from "./screen.tsx";

type HeldProps = PlaceProps & { me: Place["members"][number] | undefined };

/** Seats are kept for the party, until a time, for its members to say yes. */
export function Held({ place, token, me }: HeldProps) {
  if (place.forFewer && !me?.comesAnyway) return <OthersAsked place={place} token={token} />;
  return me?.saidYes ? (
    <WaitingForOthers place={place} token={token} />
  ) : (
    <Asked place={place} token={token} />
  );
}

function Asked({ place, token }: PlaceProps) {
  const others = place.members.some(
    ({ me, gone, comesAnyway }) => !me && !gone && (comesAnyway || !place.forFewer),
  );
  const keepsPlace = place.cohort.declineKeeps || place.forFewer;
  return (
    <Screen
      place={place}
      title={
        place.offered
          ? `There ${place.seats === 1 ? "is a place" : `are ${placesWords(place.seats)}`} for ${place.forFewer ? "some of you" : "you"}`
          : `We keep ${placesWords(place.seats)} for you`
      }
      lead={`Until ${until(place)}. ${others ? "Everyone says yes for themselves; when all of you have, you are enrolled." : "Say yes, and you are enrolled."}`}
      actions={
        <>
          <AnswerForm action={sayYesAction} token={token} place={place.enrollmentId}>
            Yes, I'm coming
          </AnswerForm>
          {place.offered && (
            <AnswerForm
              action={keepWaitingAction}
              token={token}
              place={place.enrollmentId}
              variant="secondary"
            >
              {keepsPlace
                ? `Not this time, keep ${isSingle(place) ? "my" : "our"} place in line`
                : "Not this time, and leave the line"}
            </AnswerForm>
          )}
        </>
      }
      quieter={
        <>
          <MoreTime place={place} token={token} />
          <LeaveLink place={place} token={token}>
            {place.offered ? "Leave the waitlist" : "I can't come"}
          </LeaveLink>
        </>
      }
    >
      {place.forFewer && (
        <p className="mb-4">
          There isn't room for all of you. You had said who comes also without the others; the rest of you
          keeps the place in line.
        </p>
      )}
      <MoreTimeWords place={place} />
      {place.offered && !keepsPlace && (
        <p>
          In this group, “not this time” means that you {isSingle(place) ? "" : "all "}leave the line. You are
          welcome to join it again.
        </p>
      )}
    </Screen>
  );
}

function OthersAsked({ place, token }: PlaceProps) {
  const asked = place.members
    .filter(({ gone, comesAnyway }) => !gone && comesAnyway)
    .map(({ firstName }) => firstName);
  return (
    <Screen
      place={place}
      title="You wait on, in your place"
      lead={`There is room for some of you, and we are asking ${listWords(asked)}, as you had agreed. You stay in line where you are.`}
      quieter={
        <LeaveLink place={place} token={token}>
          Leave the waitlist
        </LeaveLink>
      }
    />
  );
}

function WaitingForOthers({ place, token }: PlaceProps) {
  const missing = place.members
    .filter(({ gone, saidYes, comesAnyway }) => !gone && !saidYes && (comesAnyway || !place.forFewer))
    .map(({ firstName }) => firstName);
  return (
    <Screen
      place={place}
      title="You have said yes"
      lead={`We wait for ${listWords(missing)}, until ${until(place)}.`}
      quieter={
        <>
          <MoreTime place={place} token={token} />
          <LeaveLink place={place} token={token}>
            I can't come after all
          </LeaveLink>
        </>
      }
    >
      <MoreTimeWords place={place} />
    </Screen>
  );
}

function MoreTime({ place, token }: PlaceProps) {
  if (!place.couldBeKeptUntil) return null;
  return (
    <AnswerForm action={moreTimeAction} token={token} place={place.enrollmentId} variant="quiet">
      Ask for more time
    </AnswerForm>
  );
}

function MoreTimeWords({ place: { couldBeKeptUntil, cohort } }: { place: Place }) {
  if (!couldBeKeptUntil) return null;
  return (
    <p>If you need longer, you can ask once, for until {momentWords(couldBeKeptUntil, cohort.timeZone)}.</p>
  );
}

function until({ keptUntil, cohort }: Place): string {
  return keptUntil ? `${momentWords(keptUntil, cohort.timeZone)}, ${zoneWords(cohort.timeZone)} time` : "";
}
