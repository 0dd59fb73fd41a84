import { timeWords } from "#lib/clock/words.ts";
import { JoinLink } from "./join-link.tsx";

type WayInProps = {
  join: { url: string | null; from: Temporal.Instant };
  endsAt: Temporal.Instant;
  at: Temporal.Instant;
  timeZone: string;
};

/** The way into an online session; before its time, when it will be here, by the group's clock. */
export function WayIn({ join, endsAt, at, timeZone }: WayInProps) {
  return (
    <JoinLink
      url={join.url}
      changesIn={(join.url ? endsAt : join.from).epochMilliseconds - at.epochMilliseconds}
      words={`The way into the meeting is here from ${timeWords(join.from.toZonedDateTimeISO(timeZone).toPlainTime())} on.`}
    />
  );
}
