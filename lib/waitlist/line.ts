import { instantOf } from "#lib/clock/convert.ts";
import { partySelect, partyShown } from "#lib/people/party-shown.ts";
import type { Prisma } from "../../prisma/generated/client.ts";
import type { Room, Waiting } from "./decide.ts";
import { outlook } from "./outlook.ts";
import { roomOf } from "./room.ts";
import { outlookWords } from "./words.ts";

/** What `lineShown` reads of an enrolment. */
export const lineSelect = {
  ...partySelect,
  joinedAt: true,
  passedOver: true,
  restsUntil: true,
  pausedAt: true,
  fewest: true,
} satisfies Prisma.EnrollmentSelect;

type InLine = Prisma.EnrollmentGetPayload<{ select: typeof lineSelect }>;

type Cohort = Parameters<typeof roomOf>[0];

/** A cohort's line as staff see it: each party in order, and what happens next and why. */
export function lineShown(cohort: Cohort, waiting: InLine[], at: Temporal.Instant) {
  const isResting = ({ restsUntil }: InLine) =>
    restsUntil !== null && restsUntil.getTime() > at.epochMilliseconds;
  const { ahead, words } = whatNext(
    cohort,
    waiting
      .filter((party) => !isResting(party) && !party.pausedAt)
      .map(({ id, seats, fewest, passedOver }) => ({ enrollmentId: id, seats, fewest, passedOver })),
    at,
  );
  const parties = waiting.map((party, index) => ({
    ...partyShown(party),
    place: index + 1,
    joinedAt: instantOf(party.joinedAt),
    paused: party.pausedAt !== null,
    restsUntil: isResting(party) && party.restsUntil ? instantOf(party.restsUntil) : null,
    saved: ahead.savedFor?.enrollmentId === party.id,
    next: ahead.next?.party.enrollmentId === party.id,
  }));
  const nameOf = (id: string) => parties.find(({ enrollmentId }) => enrollmentId === id)?.names ?? "";
  return { parties, words: words(nameOf) };
}

/** What happens next with a cohort's line: those in it who can be asked. `words` says so, once it can name them. */
export function whatNext(cohort: Cohort, line: Waiting[], at: Temporal.Instant) {
  const room = roomOf(cohort, at);
  const ahead = outlook(room ?? closedRoom, line);
  return {
    ahead,
    words: (nameOf: (enrollmentId: string) => string) => (room ? outlookWords(ahead, nameOf) : ended),
  };
}

const ended = "The first session is near or over, so nobody in line is asked any more.";

const closedRoom: Room = { free: 0, capacity: 0, policy: "fit", hoursOfSaving: 0 };
