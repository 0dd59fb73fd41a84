import { dateWords, momentWords, zoneWords } from "#lib/clock/words.ts";
import { settings } from "#lib/config/settings.ts";
import type { InterestShown } from "#lib/interest/queries.ts";
import { suitsWords } from "#lib/interest/times.ts";
import { ButtonLink } from "../../../_components/button.tsx";
import { DetailsList } from "../../../_components/details-list.tsx";
import { PageTitle } from "../../../_components/page-title.tsx";
import { Pebbles } from "../../../_components/pebbles.tsx";
import { Pill } from "../../../_components/pill.tsx";
import { ClinicMail } from "../../_cohorts/clinic-mail.tsx";
import { datesWords, listWords, weekdayWords, whereWords } from "../../_cohorts/words.ts";
import { placesWords } from "../../_enroll/words.ts";
import { AnswerForm } from "./answer-form.tsx";
import {
  acceptInvitationAction,
  declineInvitationAction,
  leaveInterestAction,
  waitAloneAction,
  waitTooAction,
} from "./interest-actions.ts";
import { WishForm } from "./wish-form.tsx";

type InterestedProps = { interest: InterestShown; token: string };

/** How it stands with a party on the interest list, and what its member can do now. */
export function Interested({ interest, token }: InterestedProps) {
  const me = interest.members.find((member) => member.me);
  if (interest.state !== "waiting" || !me || me.gone) return <Left program={interest.program} />;
  return (
    <div className="max-w-[44rem] space-y-10">
      {interest.invitation ? (
        <Invited interest={interest} invitation={interest.invitation} token={token} />
      ) : (
        <Waiting interest={interest} token={token} saidYes={me.saidYes} />
      )}
      <WhoWaits members={interest.members} />
      <div>
        <WishForm interest={interest} token={token} />
        <WaitAlone interest={interest} token={token} />
        <Leave interest={interest} token={token} everSaidYes={me.saidYes} />
      </div>
    </div>
  );
}

type InvitedProps = InterestedProps & { invitation: NonNullable<InterestShown["invitation"]> };

function Invited({ interest, invitation, token }: InvitedProps) {
  const { cohort, replyBy, barrier } = invitation;
  const [my, places] = [interest.seats === 1 ? "my" : "our", placesWords(interest.seats)];
  return (
    <section>
      <PageTitle
        over={`You are invited · ${weekdayWords(cohort)}`}
        title={cohort.title}
        lead={`${datesWords(cohort)}. ${whereWords(cohort)}.`}
      />
      {barrier ? (
        <p>
          Your party has changed, and this group can't take it as it is now. Write to <ClinicMail />, and we
          find a way. You keep your place on the interest list.
        </p>
      ) : (
        <p>
          Please answer until {momentWords(replyBy, cohort.timeZone)}, {zoneWords(cohort.timeZone)} time.{" "}
          {interest.seats > 1 &&
            "When one of you accepts, we keep the places and ask the others for their own yes. "}
          Whatever you answer, the time that you waited isn't lost.
        </p>
      )}
      <div className="mt-6 flex flex-wrap items-start gap-3">
        {!barrier && (
          <AnswerForm action={acceptInvitationAction} token={token}>
            Yes, keep {places}
          </AnswerForm>
        )}
        <AnswerForm action={declineInvitationAction} token={token} variant="secondary">
          Not this time, keep {my} place on the list
        </AnswerForm>
      </div>
    </section>
  );
}

function Waiting({ interest, token, saidYes }: InterestedProps & { saidYes: boolean }) {
  const since = interest.since.toZonedDateTimeISO(settings().CLINIC_ZONE).toPlainDate();
  return (
    <section>
      <PageTitle
        over={interest.program}
        title="You are on the interest list"
        lead="We write to you when a group is planned that may suit you, before it opens to everyone."
      />
      <DetailsList
        items={[
          { term: "Waiting since", value: dateWords(since) },
          { term: "What suits you", value: suitsWords(interest.suits) },
        ]}
      />
      <div className="mt-6 flex flex-wrap items-start gap-3">
        {!saidYes && (
          <AnswerForm action={waitTooAction} token={token}>
            {interest.seats > 1 ? "Yes, I'd like to wait too" : "Yes, I'd like to wait"}
          </AnswerForm>
        )}
        <ButtonLink href="/" variant={saidYes ? "secondary" : "quiet"}>
          See the open groups
        </ButtonLink>
      </div>
    </section>
  );
}

function WhoWaits({ members }: Pick<InterestShown, "members">) {
  const here = members.filter(({ gone }) => !gone);
  if (here.length < 2) return null;
  return (
    <section>
      <h2 className="mb-2 text-2xl">Who waits</h2>
      <ul className="divide-y divide-line">
        {here.map(({ position, me, firstName, saidYes }) => (
          <li key={position} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
            <Pebbles names={[firstName]} />
            <span className="min-w-24 flex-1">{me ? `${firstName} (you)` : firstName}</span>
            <Pill tone={saidYes ? "pine" : "apricot"}>{saidYes ? "Said yes" : "Not yet"}</Pill>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What coming apart does, said before anybody does (design rule 12). */
function WaitAlone({ interest, token }: InterestedProps) {
  if (interest.seats < 2) return null;
  return (
    <details>
      <summary>I'd rather wait on my own</summary>
      <ul className="mt-2 mb-4 list-disc space-y-2 ps-5">
        <li>
          You wait from the same day as before, and so do they.
          {interest.invitation && " Each of you answers the invitation separately."}
        </li>
        <li>Neither of you sees the other on these pages any more.</li>
        <li>We write to everyone concerned that each goes on separately. We don't say who decided it.</li>
        <li>This can't be taken back here. If you change your mind, write to us.</li>
      </ul>
      <AnswerForm action={waitAloneAction} token={token} variant="secondary">
        Go on separately
      </AnswerForm>
    </details>
  );
}

/** What leaving does stands beside the button that does it. */
function Leave({ interest, token, everSaidYes }: InterestedProps & { everSaidYes: boolean }) {
  const others = interest.members.filter(({ me, gone }) => !me && !gone);
  const staying = others.some(({ saidYes, position }) => saidYes || position === 1);
  const names = listWords(others.map(({ firstName }) => firstName));
  return (
    <details>
      <summary>I no longer want to wait</summary>
      <p className="mt-2 mb-4">
        We don't write to you about new groups any more.{" "}
        {others.length > 0 &&
          (staying
            ? `${names} ${others.length === 1 ? "keeps" : "keep"} the place on the list. `
            : `Nobody else has said yet that they wait, so ${names} ${others.length === 1 ? "leaves" : "leave"} the list with you. `)}
        {!everSaidYes && "Your name and address are erased here."}
      </p>
      <AnswerForm action={leaveInterestAction} token={token} variant="secondary">
        Leave the list
      </AnswerForm>
    </details>
  );
}

function Left({ program }: { program: string }) {
  return (
    <>
      <PageTitle
        over={program}
        title="You are not on the interest list any more"
        lead="You are welcome back at any time."
      />
      <div className="flex flex-wrap gap-3">
        <ButtonLink href="/">See the open groups</ButtonLink>
        <ButtonLink href="/interest" variant="secondary">
          Join the list again
        </ButtonLink>
      </div>
    </>
  );
}
