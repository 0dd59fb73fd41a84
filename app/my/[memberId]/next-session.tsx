import { dayWords, timeWords, zoneWords } from "#lib/clock/words.ts";
import type { MyPlace, MySession } from "#lib/materials/my-queries.ts";
import { persons } from "#lib/people/words.ts";
import { ButtonLink } from "../../_components/button.tsx";
import { Card } from "../../_components/card.tsx";
import { CalendarIcon } from "../../_components/icons.tsx";
import { Notice } from "../../_components/notice.tsx";
import { OwnTime } from "../../_components/own-time.tsx";
import { MaterialLinks } from "../material-links.tsx";
import { nextWords } from "../words.ts";
import { Away } from "./away.tsx";
import { WayIn } from "./way-in.tsx";

type NextSessionProps = {
  /** Missing when the last one is over. */
  session: MySession | undefined;
  at: Temporal.Instant;
  place: Pick<MyPlace, "memberId" | "cohort" | "sharesMailbox">;
};

export function NextSession({ session, at, place }: NextSessionProps) {
  if (!session) {
    return (
      <Card title="That was the last session">
        <p className="text-soft">Thank you for being there. Everything from your group stays here for you.</p>
      </Card>
    );
  }
  const { memberId, cohort, sharesMailbox } = place;
  const { title, startsLocal, startsAt, endsAt, bring, join, saidAway, materials } = session;
  const ahead = Temporal.Instant.compare(at, startsAt) < 0;
  return (
    <Card>
      <p className="text-sm text-soft">{nextWords(session, at, cohort.timeZone)}</p>
      <h2 className="mt-0.5 mb-2 text-3xl">{title}</h2>
      <p className="text-soft">
        {dayWords(startsLocal)}, {timeWords(startsLocal)}, {zoneWords(cohort.timeZone)} time
      </p>
      <OwnTime startsAt={String(startsAt)} timeZone={cohort.timeZone} before="That is" />
      {cohort.place && <p className="text-soft">{cohort.place}</p>}
      {cohort.smallest > 1 && !cohort.runsAt && (
        <p className="mt-2 text-sm">
          The group runs from {persons(cohort.smallest)}, and is not sure yet. We write to you as soon as it
          is.
        </p>
      )}
      {bring && (
        <p className="mt-3 whitespace-pre-line">
          <span className="font-semibold">To bring:</span> {bring}
        </p>
      )}
      {saidAway && (
        <Notice tone="pine" title="Thank you for telling us" className="mt-4">
          <p>
            Your facilitators know that you can’t come, and nobody waits for you. Everything from this session
            will be here for you afterwards.{" "}
            {!sharesMailbox && (
              <>
                To make it up, <a href={`/my/${memberId}/make-up`}>come to another group</a> where a chair is
                free, or <a href={`/my/${memberId}/questions`}>ask your facilitators</a>.
              </>
            )}
          </p>
        </Notice>
      )}
      <div className="mt-4 flex flex-wrap items-center gap-x-5 gap-y-3">
        {join && <WayIn join={join} endsAt={endsAt} at={at} timeZone={cohort.timeZone} />}
        {join && !join.url && <span className="basis-full" />}
        {ahead && !sharesMailbox && <Away memberId={memberId} session={session} />}
        <ButtonLink href={`/my/${memberId}/calendar`} variant="quiet" className="-ms-3" download>
          <CalendarIcon /> Calendar
        </ButtonLink>
      </div>
      {materials.length > 0 && (
        <div className="mt-5 border-t border-line pt-4">
          <h3 className="text-lg">For this session</h3>
          <MaterialLinks materials={materials} />
        </div>
      )}
    </Card>
  );
}
