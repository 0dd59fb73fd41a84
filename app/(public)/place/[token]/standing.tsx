import type { ReactNode } from "react";
import { now } from "#lib/clock/now.ts";
import { momentWords, zoneWords } from "#lib/clock/words.ts";
import type { Place } from "#lib/enrollment/queries.ts";
import { chanceWords } from "#lib/waitlist/chance.ts";
import { ButtonLink } from "../../../_components/button.tsx";
import { PageTitle } from "../../../_components/page-title.tsx";
import { datesWords, listWords, weekdayWords, whereWords } from "../../_cohorts/words.ts";
import { aheadWords, placesWords } from "../../_enroll/words.ts";
import {
  keepWaitingAction,
  moreTimeAction,
  pauseAction,
  preferAction,
  resumeAction,
  sayYesAction,
} from "./actions.ts";
import { AnswerForm } from "./answer-form.tsx";
import { GoOn } from "./go-on.tsx";
import { moveToInterestAction } from "./interest-actions.ts";
import { placePath } from "./path.ts";

type StandingProps = {
  place: Place;
  token: string;
  /** Whether it is the party's only place. */
  alone: boolean;
};

/** How it stands with a party's place, in words, and what its member can do now. */
export function Standing({ place, token, alone }: StandingProps) {
  const me = place.members.find((member) => member.me);
  if (me?.ranOut)
    return (
      <Screen
        place={place}
        title="The time to answer has passed"
        lead="Your name and address are erased here. You are welcome to join again."
        actions={<OpenGroups />}
      />
    );
  if (me?.gone)
    return (
      <Screen
        place={place}
        title="You gave up your place"
        lead="We are glad you asked. You are welcome in another group."
        actions={<OpenGroups />}
      />
    );
  switch (place.state) {
    case "held":
      if (place.forFewer && !me?.comesAnyway)
        return <OthersAsked place={place} token={token} alone={alone} />;
      return me?.saidYes ? (
        <WaitingForOthers place={place} token={token} alone={alone} />
      ) : (
        <Asked place={place} token={token} alone={alone} />
      );
    case "waitlisted":
      return <InLine place={place} token={token} alone={alone} saidYes={me?.saidYes ?? false} />;
    case "confirmed":
      return <Enrolled place={place} token={token} alone={alone} />;
    case "applied":
      return (
        <Screen
          place={place}
          title="We have your application"
          lead="Somebody reads it with care and writes to you. You keep your place by the time you applied."
          actions={
            <>
              <PauseOrResume place={place} token={token} />
              <LeaveLink place={place} token={token}>
                Take it back
              </LeaveLink>
            </>
          }
        />
      );
    case "completed":
      return (
        <Screen
          place={place}
          title="You have completed this group"
          lead="Thank you for having been part of it."
          actions={<ButtonLink href="/my">See your sessions</ButtonLink>}
        />
      );
    case "expired":
      return (
        <Screen
          place={place}
          title="The time to answer has passed"
          lead="The places went on to others. That happens, and you are welcome to join again."
          actions={
            <>
              <JoinAgain place={place} />
              <WaitForNext token={token} />
            </>
          }
        />
      );
    case "declined":
      return (
        <Screen
          place={place}
          title="This group was not the right one"
          lead="Another may be. Write to us, and we look for it together."
          actions={<OpenGroups />}
        />
      );
    case "withdrawn":
      return (
        <Screen
          place={place}
          title="You have left this group"
          lead="You are welcome back, here or in another group."
          actions={<JoinAgain place={place} />}
        />
      );
    case "cancelled":
      return (
        <Screen
          place={place}
          title="This group does not take place"
          lead="We are sorry. The other groups are open to you."
          actions={
            <>
              <OpenGroups />
              <WaitForNext token={token} />
            </>
          }
        >
          <GoOn token={token} />
        </Screen>
      );
  }
}

function Asked({ place, token }: StandingProps) {
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
              {keepsPlace ? "Not this time, keep our place in line" : "Not this time, and leave the line"}
            </AnswerForm>
          )}
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
          In this group, “not this time” means that all of you leave the line. You are welcome to join it
          again.
        </p>
      )}
    </Screen>
  );
}

function MoreTimeWords({ place: { couldBeKeptUntil, cohort } }: { place: Place }) {
  if (!couldBeKeptUntil) return null;
  return (
    <p>If you need longer, you can ask once, for until {momentWords(couldBeKeptUntil, cohort.timeZone)}.</p>
  );
}

function OthersAsked({ place, token }: StandingProps) {
  const asked = place.members
    .filter(({ gone, comesAnyway }) => !gone && comesAnyway)
    .map(({ firstName }) => firstName);
  return (
    <Screen
      place={place}
      title="You wait on, in your place"
      lead={`There is room for some of you, and we are asking ${listWords(asked)}, as you had agreed. You stay in line where you are.`}
      actions={
        <LeaveLink place={place} token={token}>
          Leave the waitlist
        </LeaveLink>
      }
    />
  );
}

function WaitingForOthers({ place, token }: StandingProps) {
  const missing = place.members
    .filter(({ gone, saidYes, comesAnyway }) => !gone && !saidYes && (comesAnyway || !place.forFewer))
    .map(({ firstName }) => firstName);
  return (
    <Screen
      place={place}
      title="You have said yes"
      lead={`We wait for ${listWords(missing)}, until ${until(place)}.`}
      actions={
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

function InLine({ place, token, alone, saidYes }: StandingProps & { saidYes: boolean }) {
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
              Yes, I'd like to wait too
            </AnswerForm>
          )}
          <PauseOrResume place={place} token={token} />
          {!alone && (
            <AnswerForm action={preferAction} token={token} place={place.enrollmentId} variant="secondary">
              This is the group we'd like best
            </AnswerForm>
          )}
          {hasBegun(place) && <WaitForNext token={token} />}
          <LeaveLink place={place} token={token}>
            Leave the waitlist
          </LeaveLink>
        </>
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

function PauseOrResume({ place, token }: Pick<StandingProps, "place" | "token">) {
  return place.paused ? (
    <AnswerForm action={resumeAction} token={token} place={place.enrollmentId} variant="secondary">
      We are waiting again
    </AnswerForm>
  ) : (
    <AnswerForm action={pauseAction} token={token} place={place.enrollmentId} variant="secondary">
      Leave us out for a while
    </AnswerForm>
  );
}

function MoreTime({ place, token }: Pick<StandingProps, "place" | "token">) {
  if (!place.couldBeKeptUntil) return null;
  return (
    <AnswerForm action={moreTimeAction} token={token} place={place.enrollmentId} variant="quiet">
      Ask for more time
    </AnswerForm>
  );
}

function Enrolled({ place, token }: StandingProps) {
  return (
    <Screen
      place={place}
      title="You are enrolled"
      lead={`${weekdayWords(place.cohort)}, ${datesWords(place.cohort)}. ${whereWords(place.cohort)}.`}
      actions={
        <>
          <ButtonLink href="/my">See your sessions</ButtonLink>
          <LeaveLink place={place} token={token}>
            Give up my place
          </LeaveLink>
        </>
      }
    >
      <p>All dates are in the calendar file that came with our e-mail.</p>
    </Screen>
  );
}

type ScreenProps = { place: Place; title: string; lead: ReactNode; actions: ReactNode; children?: ReactNode };

function Screen({ place, title, lead, actions, children }: ScreenProps) {
  return (
    <section>
      <PageTitle over={`${place.cohort.title} · ${weekdayWords(place.cohort)}`} title={title} lead={lead} />
      {children}
      <div className="mt-6 flex flex-wrap items-start gap-3">{actions}</div>
    </section>
  );
}

function JoinAgain({ place }: { place: Place }) {
  if (!place.joinable) return <OpenGroups />;
  return <ButtonLink href={`/cohorts/${place.cohort.id}/join?new`}>Join again</ButtonLink>;
}

/** To the interest list, with the time that the party has waited already. */
function WaitForNext({ token }: { token: string }) {
  return (
    <AnswerForm action={moveToInterestAction} token={token} variant="secondary">
      Wait for the next group, and keep my time
    </AnswerForm>
  );
}

function hasBegun({ cohort }: Place): boolean {
  return cohort.sessions.some(({ startsAt }) => startsAt.getTime() <= now().epochMilliseconds);
}

function OpenGroups() {
  return <ButtonLink href="/">See the open groups</ButtonLink>;
}

function LeaveLink({ place, token, children }: Omit<StandingProps, "alone"> & { children: ReactNode }) {
  return (
    <ButtonLink href={placePath(token, { at: place.enrollmentId }, "/leave")} variant="quiet">
      {children}
    </ButtonLink>
  );
}

function until({ keptUntil, cohort }: Place): string {
  return keptUntil ? `${momentWords(keptUntil, cohort.timeZone)}, ${zoneWords(cohort.timeZone)} time` : "";
}
