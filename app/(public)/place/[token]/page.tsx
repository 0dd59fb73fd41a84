import type { Metadata } from "next";
import { loadPlaces } from "#lib/enrollment/queries.ts";
import { loadInterest } from "#lib/interest/queries.ts";
import { memberBehind } from "#lib/people/member-behind.ts";
import { Notice } from "../../../_components/notice.tsx";
import { Changes } from "./changes.tsx";
import { DecisionList } from "./decision-list.tsx";
import { Interested } from "./interested.tsx";
import { OtherPlaces } from "./other-places.tsx";
import { PartyList } from "./party-list.tsx";
import { Standing } from "./standing.tsx";
import { Tentative } from "./tentative.tsx";
import { UnknownLink } from "./unknown-link.tsx";

// Not "no-referrer": with it, browsers send a form without its origin, and the server refuses it.
export const metadata: Metadata = { title: "Your place", robots: { index: false }, referrer: "same-origin" };

type Props = {
  params: Promise<{ token: string }>;
  searchParams: Promise<{ at?: string; said?: string; gone?: string }>;
};

/** A party's status behind a member's own link. Opening it changes nothing (design rule 7). */
export default async function PlacePage({ params, searchParams }: Props) {
  const { token } = await params;
  const actor = await memberBehind(token);
  const interest = actor && (await loadInterest(actor));
  if (interest) return <Interested interest={interest} token={token} />;
  const places = actor ? await loadPlaces(actor) : [];
  const { at, said, gone } = await searchParams;
  const place = places.find(({ enrollmentId }) => enrollmentId === at) ?? places[0];
  if (!place) return <UnknownLink />;
  const others = places.filter(({ enrollmentId }) => enrollmentId !== place.enrollmentId);
  return (
    <div className="max-w-[44rem] space-y-10">
      {said === "added" && (
        <Notice tone="pine" role="status" title="We have written to them">
          They say yes for themselves, with their own link.
        </Notice>
      )}
      {said === "asked" && (
        <Notice tone="pine" role="status" title="We have written to them again">
          Their own link is in the e-mail.
        </Notice>
      )}
      {gone !== undefined && place.state === "waitlisted" && (
        <Notice tone="periwinkle" role="status" title="The places had gone when you answered">
          You are in line with the time that you waited on the interest list.
        </Notice>
      )}
      <Standing place={place} token={token} alone={others.length === 0} />
      <Tentative place={place} />
      <PartyList place={place} token={token} />
      <OtherPlaces places={others} token={token} />
      <Changes place={place} token={token} />
      <DecisionList decisions={place.decisions} timeZone={place.cohort.timeZone} />
    </div>
  );
}
