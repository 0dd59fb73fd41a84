import { dayWords, timeWords, zoneWords } from "#lib/clock/words.ts";
import type { MyPlace, MySession } from "#lib/materials/my-queries.ts";
import { persons } from "#lib/people/words.ts";
import { ButtonLink } from "../../_components/button.tsx";
import { Card } from "../../_components/card.tsx";
import { CalendarIcon } from "../../_components/icons.tsx";
import { OwnTime } from "../../_components/own-time.tsx";
import { MaterialLinks } from "../material-links.tsx";
import { nextWords } from "../words.ts";

type NextSessionProps = {
  /** Missing when the last one is over. */
  session: MySession | undefined;
  at: Temporal.Instant;
  cohort: MyPlace["cohort"];
  memberId: string;
};

export function NextSession({ session, at, cohort, memberId }: NextSessionProps) {
  if (!session) {
    return (
      <Card title="That was the last session">
        <p className="text-soft">Thank you for being there. Everything from your group stays here for you.</p>
      </Card>
    );
  }
  const { title, startsLocal, startsAt, materials } = session;
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
      <p className="mt-4 flex flex-wrap gap-x-2 gap-y-3">
        {cohort.joinUrl && <ButtonLink href={cohort.joinUrl}>Join the meeting</ButtonLink>}
        <ButtonLink
          href={`/my/${memberId}/calendar`}
          variant={cohort.joinUrl ? "quiet" : "secondary"}
          download
        >
          <CalendarIcon /> Calendar
        </ButtonLink>
      </p>
      <p className="mt-1">
        <a href={`/my/${memberId}/subscribe`} className="inline-flex min-h-11 items-center text-sm">
          Keep my calendar up to date
        </a>
      </p>
      {materials.length > 0 && (
        <div className="mt-5 border-t border-line pt-4">
          <h3 className="text-lg">For this session</h3>
          <MaterialLinks materials={materials} />
        </div>
      )}
    </Card>
  );
}
