import { dayWords } from "#lib/clock/words.ts";
import type { MyMaterial, MyPlace } from "#lib/materials/my-queries.ts";
import { EmptyState } from "../../_components/empty-state.tsx";
import { Notice } from "../../_components/notice.tsx";
import { GuestEvening } from "./guest-evening.tsx";
import { More } from "./more.tsx";
import { NextSession } from "./next-session.tsx";
import { SoFar } from "./so-far.tsx";
import { Standing } from "./standing.tsx";
import { ThisWeek } from "./this-week.tsx";

/** A group as somebody in it sees it: what comes next, what is new, and everything so far. */
export function Group(place: MyPlace) {
  const { at, memberId, sessions, sharesMailbox, completion, guestEvenings } = place;
  const next = sessions.find((session) => session.cancelled === null && !hasEnded(session, at));
  const before = sessions.filter(
    (session) =>
      session !== next &&
      ((session.cancelled === null && hasEnded(session, at)) || session.materials.length > 0),
  );
  const off = sessions.filter((session) => session.cancelled !== null && !hasEnded(session, at));
  const newest = newestOf(before.flatMap(({ materials }) => materials));
  const isFresh = newest && Temporal.Instant.compare(newest.since.add({ hours: 7 * 24 }), at) > 0;
  // What the last session left to practice, until the next one.
  const practice = next && before.findLast((session) => hasEnded(session, at))?.practice;
  return (
    <div className="space-y-7">
      {off.map(({ id, title, startsLocal, cancelled }) => (
        <Notice key={id} tone="apricot" title={`${title} does not take place`}>
          <p>
            It was to be on {dayWords(startsLocal)}. {cancelled}
          </p>
        </Notice>
      ))}
      {guestEvenings.map((evening) => (
        <GuestEvening key={evening.id} evening={evening} memberId={memberId} at={at} />
      ))}
      <NextSession session={next} at={at} place={place} />
      {(isFresh || practice) && <ThisWeek material={isFresh ? newest : undefined} practice={practice} />}
      {before.length > 0 ? (
        <SoFar sessions={before.reverse()} />
      ) : (
        <EmptyState title="Nothing here yet, and that is fine">
          <p>
            After each session you find its recordings and handouts here, to go back to whenever you like.
          </p>
        </EmptyState>
      )}
      {completion && <Standing completion={completion} />}
      <More memberId={memberId} own={!sharesMailbox} complete={completion?.state === "complete"} />
    </div>
  );
}

function hasEnded({ endsAt }: { endsAt: Temporal.Instant }, at: Temporal.Instant): boolean {
  return Temporal.Instant.compare(endsAt, at) <= 0;
}

/** The one that appeared last; of those that appeared together, a recording. */
function newestOf(materials: MyMaterial[]): MyMaterial | undefined {
  return materials.reduce<MyMaterial | undefined>((newest, material) => {
    const later = newest ? Temporal.Instant.compare(material.since, newest.since) : 1;
    const preferred = later === 0 && newest?.kind !== "recording" && material.kind === "recording";
    return later > 0 || preferred ? material : newest;
  }, undefined);
}
