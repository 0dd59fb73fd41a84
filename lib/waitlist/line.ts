import { instantOf } from "#lib/clock/convert.ts";
import { partySelect, partyShown } from "#lib/people/party-shown.ts";
import type { CohortState, Prisma } from "../../prisma/generated/client.ts";
import { outlook } from "./outlook.ts";
import { outlookWords } from "./words.ts";

/** What `lineShown` reads of an enrolment. */
export const lineSelect = {
  ...partySelect,
  joinedAt: true,
  passedOver: true,
  restsUntil: true,
} satisfies Prisma.EnrollmentSelect;

type InLine = Prisma.EnrollmentGetPayload<{ select: typeof lineSelect }>;

type Cohort = {
  state: CohortState;
  capacity: number;
  seatsTaken: number;
  cutoffHours: number;
  /** The first one first. */
  sessions: { startsAt: Date }[];
};

/** A cohort's line as staff see it: each party in order, and what happens next and why. */
export function lineShown(cohort: Cohort, waiting: InLine[], at: Temporal.Instant) {
  const isResting = ({ restsUntil }: InLine) =>
    restsUntil !== null && restsUntil.getTime() > at.epochMilliseconds;
  const ahead = outlook(
    cohort.capacity - cohort.seatsTaken,
    waiting
      .filter((party) => !isResting(party))
      .map(({ id, seats, passedOver }) => ({ enrollmentId: id, seats, passedOver })),
  );
  const parties = waiting.map((party, index) => ({
    ...partyShown(party),
    place: index + 1,
    joinedAt: instantOf(party.joinedAt),
    restsUntil: isResting(party) && party.restsUntil ? instantOf(party.restsUntil) : null,
    saved: ahead.savedFor?.enrollmentId === party.id,
    next: ahead.next?.party.enrollmentId === party.id,
  }));
  const nameOf = (id: string) => parties.find(({ enrollmentId }) => enrollmentId === id)?.names ?? "";
  return { parties, words: hasEnded(cohort, at) ? ended : outlookWords(ahead, nameOf) };
}

const ended = "The first session is near or over, so nobody in line is asked any more.";

function hasEnded({ state, cutoffHours, sessions }: Cohort, at: Temporal.Instant): boolean {
  const [first] = sessions;
  if (!first || state === "cancelled") return true;
  return Temporal.Instant.compare(at, instantOf(first.startsAt).subtract({ hours: cutoffHours })) >= 0;
}
