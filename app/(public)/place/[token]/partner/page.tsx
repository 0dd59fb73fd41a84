import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { loadPlace, type Place } from "#lib/enrollment/queries.ts";
import { memberBehind } from "#lib/people/member-behind.ts";
import { PageTitle } from "../../../../_components/page-title.tsx";
import { type PlaceProps, placePath } from "../path.ts";
import { UnknownLink } from "../unknown-link.tsx";
import { PartnerForm } from "./partner-form.tsx";

export const metadata: Metadata = {
  title: "Somebody else comes too",
  robots: { index: false },
  referrer: "same-origin",
};

/** Adds a partner to those who come together. They are asked by their own link. */
export default async function PartnerPage({ params, searchParams }: PlaceProps) {
  const { token } = await params;
  const { at } = await searchParams;
  const actor = await memberBehind(token);
  const place = actor && (await loadPlace(actor, undefined, at));
  if (!place) return <UnknownLink />;
  const lives = ["applied", "waitlisted", "held", "confirmed"].includes(place.state);
  if (!lives || !place.members.some(({ me, gone }) => me && !gone)) redirect(placePath(token, { at }));
  return (
    <>
      <PageTitle over={place.cohort.title} title="Somebody else comes too" lead={whatHappens(place)} />
      <PartnerForm token={token} place={place.enrollmentId} back={placePath(token, { at })} />
    </>
  );
}

/** What `addPartner` does, said before. */
function whatHappens({ state }: Place): string {
  if (state === "confirmed")
    return "Your own place stays as it is. We keep a place for them if one is free, or they wait in line from now. They are asked by their own link.";
  if (state === "held")
    return "If one more place is free, we keep it too, and ask each of you once more, because you would be one more.";
  return "You are one more, and keep your place in line. They get a link of their own.";
}
