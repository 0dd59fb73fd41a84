import { ButtonLink } from "../../../_components/button.tsx";
import { PageTitle } from "../../../_components/page-title.tsx";
import { ClinicMail } from "../../_cohorts/clinic-mail.tsx";
import { datesWords, weekdayWords, whereWords } from "../../_cohorts/words.ts";
import { GoOn } from "./go-on.tsx";
import { Held } from "./held.tsx";
import { InLine, PauseOrResume } from "./in-line.tsx";
import { LeaveLink, type PlaceProps, Screen, WaitForNext } from "./screen.tsx";

type StandingProps = PlaceProps & {
  /** Whether it is the party's only place. */
  alone: boolean;
};

/** How it stands with a party's place, in words, and what its member can do now. */
export function Standing({ place, token, alone }: StandingProps) {
  const me = place.members.find((member) => member.me);
  if (me?.ranOut)
    return (
      <Gone
        title="The time to answer has passed"
        lead="Your name and address are erased here. You are welcome to join again."
      />
    );
  if (me?.gone)
    return (
      <Gone title="You gave up your place" lead="We are glad you asked. You are welcome in another group." />
    );
  switch (place.state) {
    case "held":
      return <Held place={place} token={token} me={me} />;
    case "waitlisted":
      return <InLine place={place} token={token} alone={alone} saidYes={me?.saidYes ?? false} />;
    case "confirmed":
      return <Enrolled place={place} token={token} />;
    case "applied":
      return (
        <Screen
          place={place}
          title="We have your application"
          lead="Somebody reads it with care and writes to you. You keep your place by the time you applied."
          actions={<PauseOrResume place={place} token={token} />}
          quieter={
            <LeaveLink place={place} token={token}>
              Take it back
            </LeaveLink>
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
          lead={
            <>
              Another may be. Write to <ClinicMail />, and we look for it together.
            </>
          }
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

/** Without the group's name: the others may be in another one by now. */
function Gone({ title, lead }: { title: string; lead: string }) {
  return (
    <section>
      <PageTitle title={title} lead={lead} />
      <div className="mt-6">
        <OpenGroups />
      </div>
    </section>
  );
}

function Enrolled({ place, token }: PlaceProps) {
  return (
    <Screen
      place={place}
      title="You are enrolled"
      lead={`${weekdayWords(place.cohort)}, ${datesWords(place.cohort)}. ${whereWords(place.cohort)}.`}
      actions={<ButtonLink href="/my">See your sessions</ButtonLink>}
      quieter={
        <LeaveLink place={place} token={token}>
          Give up my place
        </LeaveLink>
      }
    >
      <p>All dates are in the calendar file that came with our e-mail.</p>
    </Screen>
  );
}

function JoinAgain({ place }: Pick<PlaceProps, "place">) {
  if (!place.joinable) return <OpenGroups />;
  return <ButtonLink href={`/cohorts/${place.cohort.id}/join?new`}>Join again</ButtonLink>;
}

function OpenGroups() {
  return <ButtonLink href="/">See the open groups</ButtonLink>;
}
