import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { loadPlaces, type Place } from "#lib/enrollment/queries.ts";
import { memberBehind } from "#lib/people/member-behind.ts";
import { ButtonLink } from "../../../../_components/button.tsx";
import { PageTitle } from "../../../../_components/page-title.tsx";
import { listWords } from "../../../_cohorts/words.ts";
import { leaveAction, leaveLineAction } from "../actions.ts";
import { AnswerForm } from "../answer-form.tsx";
import { type PlaceProps, placePath } from "../path.ts";
import { UnknownLink } from "../unknown-link.tsx";

export const metadata: Metadata = {
  title: "Give up your place",
  robots: { index: false },
  referrer: "same-origin",
};

/** Says what leaving does before anybody leaves. */
export default async function LeavePage({ params, searchParams }: PlaceProps) {
  const { token } = await params;
  const actor = await memberBehind(token);
  const { at } = await searchParams;
  const places = actor ? await loadPlaces(actor) : [];
  const place = places.find(({ enrollmentId }) => enrollmentId === at) ?? places[0];
  const me = place?.members.find((member) => member.me);
  if (!place || !me) return <UnknownLink />;
  if (me.gone || !["applied", "held", "waitlisted", "confirmed"].includes(place.state))
    redirect(`/place/${token}`);
  const elsewhere = places.length > 1;
  const waiting = place.state === "waitlisted" || place.state === "applied";
  return (
    <>
      <PageTitle
        over={place.cohort.title}
        title={waiting ? "Leave the line?" : "Give up your place?"}
        lead="This is about you alone. Nobody can give up somebody else's place."
      />
      {elsewhere && waiting && (
        <section className="mb-8 max-w-[44rem]">
          <h2 className="mb-2 text-xl">This line alone</h2>
          <p className="mb-4">
            All of you leave this line, and keep every other place that you have or wait for.
          </p>
          <AnswerForm action={leaveLineAction} token={token} place={place.enrollmentId} variant="secondary">
            Leave this line together
          </AnswerForm>
        </section>
      )}
      {elsewhere && waiting && <h2 className="mb-2 text-xl">You, everywhere</h2>}
      <ul className="mb-8 max-w-[44rem] list-disc space-y-2 ps-5">
        {[
          ...consequences(place, me),
          ...(elsewhere ? ["You leave the other groups that you come to or wait for, too."] : []),
        ].map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-3">
        <AnswerForm action={leaveAction} token={token} place={place.enrollmentId}>
          {waiting ? "Leave the line" : "Give up my place"}
        </AnswerForm>
        <ButtonLink href={placePath(token, { at: place.enrollmentId })} variant="secondary">
          No, keep it
        </ButtonLink>
      </div>
    </>
  );
}

/** What `withdraw` does, said before. */
function consequences(place: Place, me: Place["members"][number]): string[] {
  const others = place.members.filter(({ gone, position }) => !gone && position !== me.position);
  const keepsSeats = place.state === "held" || place.state === "confirmed";
  return [
    keepsSeats ? "Your place goes to whoever is next in line." : "You no longer wait for a place.",
    ...(others.length > 0 ? [forTheOthers(place, others)] : []),
    ...(me.everSaidYes ? [] : ["Your name and address are erased here."]),
  ];
}

function forTheOthers({ state }: Place, others: Place["members"]): string {
  const names = listWords(others.map(({ firstName }) => firstName));
  const [keep, them] = others.length === 1 ? ["keeps", "them"] : ["keep", "each of them"];
  if (!others.some(({ everSaidYes, position }) => everSaidYes || position === 1)) {
    return `Nobody else has said yes yet, so what we keep for ${names} is given up too.`;
  }
  if (state === "held")
    return `${names} ${keep} a place. We ask ${them} again, because they were to come with you.`;
  return state === "confirmed"
    ? `${names} ${keep} a place in the group.`
    : `${names} ${keep} a place in line.`;
}
