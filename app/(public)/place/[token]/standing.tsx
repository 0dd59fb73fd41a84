import type { ReactNode } from "react";
import { now } from "#lib/clock/now.ts";
import { momentWords, zoneWords } from "#lib/clock/words.ts";
import type { Place } from "#lib/enrollment/queries.ts";
import { ButtonLink } from "../../../_components/button.tsx";
import { PageTitle } from "../../../_components/page-title.tsx";
import { datesWords, listWords, weekdayWords, whereWords } from "../../_cohorts/words.ts";
import { aheadWords, placesWords } from "../../_enroll/words.ts";
import { keepWaitingAction, sayYesAction } from "./actions.ts";
import { AnswerForm } from "./answer-form.tsx";
import { GoOn } from "./go-on.tsx";
import { moveToInterestAction } from "./interest-actions.ts";

type StandingProps = { place: Place; token: string };

/** How it stands with a party's place, in words, and what its member can do now. */
export function Standing({ place, token }: StandingProps) {
  const me = place.members.find((member) => member.me);
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
      return me?.saidYes ? (
        <WaitingForOthers place={place} token={token} />
      ) : (
        <Asked place={place} token={token} />
      );
    case "waitlisted":
      return <InLine place={place} token={token} saidYes={me?.saidYes ?? false} />;
    case "confirmed":
      return <Enrolled place={place} token={token} />;
    case "applied":
      return (
        <Screen
          place={place}
          title="We have your application"
          lead="Somebody reads it with care and writes to you. You keep your place by the time you applied."
          actions={<LeaveLink token={token}>Take it back</LeaveLink>}
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
  const others = place.members.some(({ me, gone }) => !me && !gone);
  return (
    <Screen
      place={place}
      title={
        place.offered
          ? `There ${place.seats === 1 ? "is a place" : `are ${placesWords(place.seats)}`} for you`
          : `We keep ${placesWords(place.seats)} for you`
      }
      lead={`Until ${until(place)}. ${others ? "Everyone says yes for themselves; when all of you have, you are enrolled." : "Say yes, and you are enrolled."}`}
      actions={
        <>
          <AnswerForm action={sayYesAction} token={token}>
            Yes, I'm coming
          </AnswerForm>
          {place.offered && (
            <AnswerForm action={keepWaitingAction} token={token} variant="secondary">
              Not this time, keep our place in line
            </AnswerForm>
          )}
          <LeaveLink token={token}>{place.offered ? "Leave the waitlist" : "I can't come"}</LeaveLink>
        </>
      }
    />
  );
}

function WaitingForOthers({ place, token }: StandingProps) {
  const missing = place.members
    .filter(({ gone, saidYes }) => !gone && !saidYes)
    .map(({ firstName }) => firstName);
  return (
    <Screen
      place={place}
      title="You have said yes"
      lead={`We wait for ${listWords(missing)}, until ${until(place)}.`}
      actions={<LeaveLink token={token}>I can't come after all</LeaveLink>}
    />
  );
}

function InLine({ place, token, saidYes }: StandingProps & { saidYes: boolean }) {
  return (
    <Screen
      place={place}
      title="You are in line"
      lead={place.ahead && aheadWords(place.ahead)}
      actions={
        <>
          {!saidYes && (
            <AnswerForm action={sayYesAction} token={token}>
              Yes, I'd like to wait too
            </AnswerForm>
          )}
          {hasBegun(place) && <WaitForNext token={token} />}
          <LeaveLink token={token}>Leave the waitlist</LeaveLink>
        </>
      }
    >
      <p>
        Places that come free are offered in order. When there are too few for a party, a smaller one further
        back may be asked first, at most twice; then free places are saved until there are enough. We write to
        you when it is your turn.
      </p>
    </Screen>
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
          <LeaveLink token={token}>Give up my place</LeaveLink>
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

function LeaveLink({ token, children }: { token: string; children: ReactNode }) {
  return (
    <ButtonLink href={`/place/${token}/leave`} variant="quiet">
      {children}
    </ButtonLink>
  );
}

function until({ keptUntil, cohort }: Place): string {
  return keptUntil ? `${momentWords(keptUntil, cohort.timeZone)}, ${zoneWords(cohort.timeZone)} time` : "";
}
