import { dayWords, timeWords, zoneWords } from "#lib/clock/words.ts";
import type { MyPlace } from "#lib/materials/my-queries.ts";
import { Notice } from "../../_components/notice.tsx";
import { OwnTime } from "../../_components/own-time.tsx";
import { WayIn } from "./way-in.tsx";

type GuestEveningProps = {
  evening: MyPlace["guestEvenings"][number];
  memberId: string;
  at: Temporal.Instant;
};

/** An evening of another group at which somebody makes up what they missed in theirs. */
export function GuestEvening({ evening, memberId, at }: GuestEveningProps) {
  const { homeTitle, host, startsLocal, startsAt, endsAt, join } = evening;
  return (
    <Notice tone="pine" title={`You are a guest at “${host.title}”`}>
      <p>
        {dayWords(startsLocal)}, {timeWords(startsLocal)}, {zoneWords(host.timeZone)} time
        {host.place && `, ${host.place}`}
      </p>
      <OwnTime startsAt={String(startsAt)} timeZone={host.timeZone} before="That is" />
      <p className="mt-2">There you make up for “{homeTitle}”.</p>
      {join && (
        <div className="mt-3">
          <WayIn join={join} endsAt={endsAt} at={at} timeZone={host.timeZone} />
        </div>
      )}
      <p className="mt-2">
        <a href={`/my/${memberId}/make-up`}>Let it go, or see what else you have asked for</a>
      </p>
    </Notice>
  );
}
