import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { loadPlace } from "#lib/enrollment/queries.ts";
import { memberBehind } from "#lib/people/member-behind.ts";
import { ButtonLink } from "../../../../_components/button.tsx";
import { PageTitle } from "../../../../_components/page-title.tsx";
import { type PlaceProps, placePath } from "../path.ts";
import { UnknownLink } from "../unknown-link.tsx";
import { FewerForm } from "./fewer-form.tsx";

export const metadata: Metadata = {
  title: "If there isn't room for all of you",
  robots: { index: false },
  referrer: "same-origin",
};

/** Who of a party would come without the others. Everybody in it sees what is said here. */
export default async function FewerPage({ params, searchParams }: PlaceProps) {
  const { token } = await params;
  const { at } = await searchParams;
  const actor = await memberBehind(token);
  const place = actor && (await loadPlace(actor, undefined, at));
  if (!place) return <UnknownLink />;
  const here = place.members.filter(({ gone }) => !gone);
  const waits = place.state === "waitlisted" || place.state === "applied";
  if (here.length < 2 || !here.some(({ me }) => me)) redirect(placePath(token, { at }));
  if (!waits)
    return (
      <>
        <PageTitle
          over={place.cohort.title}
          title="You are not waiting just now"
          lead="Who would come without the others can be said while you wait in line together."
        />
        <ButtonLink href={placePath(token, { at })}>See how it stands</ButtonLink>
      </>
    );
  return (
    <>
      <PageTitle
        over={place.cohort.title}
        title="If there isn't room for all of you"
        lead="You wait together until there is a place for each of you. If some of you would rather come than wait, say who."
      />
      <ul className="mb-8 max-w-[44rem] list-disc space-y-2 ps-5">
        <li>When there is room for just so many, only those are asked, and each says yes for themselves.</li>
        <li>The others keep the place in line where you all were.</li>
        <li>All of you see on your own page what is said here, and any of you can change it.</li>
      </ul>
      <FewerForm
        token={token}
        place={place.enrollmentId}
        people={here.map(({ position, firstName, me }) => ({
          value: String(position),
          label: me ? `${firstName} (you)` : firstName,
        }))}
        chosen={here.filter(({ comesAnyway }) => comesAnyway).map(({ position }) => String(position))}
        back={placePath(token, { at })}
      />
    </>
  );
}
