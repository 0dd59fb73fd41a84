import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { counted } from "#lib/clock/words.ts";
import { loadOtherCohorts, loadPlace } from "#lib/enrollment/queries.ts";
import { memberBehind } from "#lib/people/member-behind.ts";
import { ButtonLink } from "../../../../_components/button.tsx";
import { PageTitle } from "../../../../_components/page-title.tsx";
import { datesWords, hasRoom, waitingWords, weekdayWords } from "../../../_cohorts/words.ts";
import { type PlaceProps, placePath } from "../path.ts";
import { UnknownLink } from "../unknown-link.tsx";
import { AlsoForm } from "./also-form.tsx";

export const metadata: Metadata = {
  title: "Wait for another group as well",
  robots: { index: false },
  referrer: "same-origin",
};

/** The other open groups that a party could ask for a place in too. */
export default async function AlsoPage({ params, searchParams }: PlaceProps) {
  const { token } = await params;
  const { at } = await searchParams;
  const actor = await memberBehind(token);
  const place = actor && (await loadPlace(actor, undefined, at));
  if (!actor || !place) return <UnknownLink />;
  const waits = ["applied", "waitlisted", "held"].includes(place.state);
  if (!waits || !place.members.some(({ me, gone }) => me && !gone)) redirect(placePath(token, { at }));
  const groups = await loadOtherCohorts(actor);
  const back = placePath(token, { at });
  return (
    <>
      <PageTitle
        over={place.cohort.title}
        title="Wait for another group as well"
        lead={
          groups.length > 0
            ? "You keep your place here. When you are enrolled in one group, we ask whether you still wait for the other."
            : "No other group suits just now. When one opens, it is here."
        }
      />
      {groups.length > 0 ? (
        <AlsoForm
          token={token}
          place={place.enrollmentId}
          back={back}
          groups={groups.map((group) => ({
            value: group.id,
            label: group.title,
            hint: `${weekdayWords(group)}, ${datesWords(group)}. ${hasRoom(group) ? `${counted(group.free, "place")} left` : waitingWords(group)}.`,
          }))}
        />
      ) : (
        <ButtonLink href={back} variant="secondary">
          Back to your place
        </ButtonLink>
      )}
    </>
  );
}
