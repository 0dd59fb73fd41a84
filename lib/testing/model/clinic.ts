import { isAwake } from "#lib/clock/waking.ts";
import { decide } from "#lib/waitlist/decide.ts";
import { offerEnd } from "#lib/waitlist/offer-end.ts";

// A clinic small enough to be seen through: what the verbs should do, without a database, mail or locks.

export type Member = { state: "invited" | "confirmed" | "declined" | "left" };

export type Party = { members: Member[] };

export type Place = {
  party: Party;
  cohort: Cohort;
  state: "held" | "waitlisted" | "confirmed" | "expired" | "withdrawn" | "cancelled";
  seats: number;
  joined: number;
  passedOver: number;
  yes: Set<Member>;
  ends: Temporal.Instant | null;
  rests: Temporal.Instant | null;
  offered: boolean;
};

export type Cohort = {
  capacity: number;
  largestParty: number;
  policy: "fit" | "inOrder";
  startsAt: Temporal.Instant;
  places: Place[];
};

const offerHours = 48;
const cutoffHours = 24;
const savingHours = 48;

export class Clinic {
  at: Temporal.Instant;
  cohorts: Cohort[];
  /** Every place ever given, in the order of the asking. */
  places: Place[] = [];
  #asked = 0;

  constructor(at: Temporal.Instant, cohorts: Omit<Cohort, "places">[]) {
    this.at = at;
    this.cohorts = cohorts.map((cohort) => ({ ...cohort, places: [] }));
  }

  enroll(cohort: Cohort, size: number): Place | null {
    // Nobody asks at the very same instant.
    this.at = this.at.add({ milliseconds: 1 });
    const early = Temporal.Instant.compare(this.at, cohort.startsAt) < 0;
    if (!early || size > cohort.largestParty) return null;
    const party: Party = { members: Array.from({ length: size }, () => ({ state: "invited" })) };
    const fits = free(cohort) >= size;
    const alone = line(cohort).length === 0;
    const place: Place = {
      party,
      cohort,
      state: fits && alone ? "held" : "waitlisted",
      seats: size,
      joined: this.#asked++,
      passedOver: 0,
      yes: new Set(),
      ends: fits && alone ? this.#firstHoldEnd(cohort) : null,
      rests: null,
      offered: false,
    };
    cohort.places.push(place);
    this.places.push(place);
    if (fits && !alone) this.#promote(cohort);
    return place;
  }

  confirm(place: Place, member: Member): void {
    if (!belongs(member)) return;
    if (place.state === "waitlisted") member.state = "confirmed";
    if (place.state !== "held" || this.#isOver(place)) return;
    member.state = "confirmed";
    place.yes.add(member);
    if (place.yes.size < place.seats) return;
    place.state = "confirmed";
    place.ends = null;
  }

  declineOffer(place: Place, member: Member): void {
    if (!belongs(member) || place.state !== "held" || !place.offered) return;
    this.#backToLine(place, this.at.add({ hours: 24 }));
    this.#promote(place.cohort);
  }

  withdraw(place: Place, member: Member): void {
    if (!belongs(member) || !isLive(place)) return;
    member.state = member.state === "invited" ? "declined" : "left";
    const remaining = place.party.members.filter(belongs);
    if (remaining.some(({ state }) => state === "confirmed") || remaining.includes(place.party.members[0]!)) {
      if (place.state === "held") place.yes.clear();
      place.yes.delete(member);
      place.seats -= 1;
    } else {
      this.#end(place, "withdrawn");
    }
    this.#promote(place.cohort);
  }

  pass(hours: number): void {
    this.at = this.at.add({ hours });
    const due = this.places
      .filter((place) => place.state === "held" && this.#isOver(place))
      .toSorted((one, other) => Temporal.Instant.compare(one.ends!, other.ends!));
    for (const place of due) {
      this.#end(place, "expired");
      this.#promote(place.cohort);
    }
    for (const cohort of this.cohorts) this.#promote(cohort);
  }

  resize(cohort: Cohort, capacity: number): void {
    if (capacity < taken(cohort)) return;
    cohort.capacity = capacity;
    cohort.largestParty = Math.min(cohort.largestParty, capacity);
    this.#promote(cohort);
  }

  #promote(cohort: Cohort): void {
    const hoursLeft = cohort.startsAt.since(this.at).total("hours");
    if (!isAwake(this.at) || hoursLeft <= cutoffHours) return;
    const waiting = line(cohort).filter(
      ({ rests }) => !rests || Temporal.Instant.compare(rests, this.at) <= 0,
    );
    const { offers, passes } = decide(
      {
        free: free(cohort),
        capacity: cohort.capacity,
        policy: cohort.policy,
        hoursOfSaving: hoursLeft - savingHours,
      },
      waiting.map(({ seats, passedOver }, index) => ({
        enrollmentId: String(index),
        seats,
        fewest: null,
        passedOver,
      })),
    );
    for (const { enrollmentId, times } of passes) waiting[Number(enrollmentId)]!.passedOver += times;
    for (const { enrollmentId } of offers) {
      const place = waiting[Number(enrollmentId)]!;
      place.state = "held";
      place.offered = true;
      place.rests = null;
      place.ends = offerEnd(this.at, { offerHours, startsAt: cohort.startsAt });
    }
  }

  #firstHoldEnd({ startsAt }: Cohort): Temporal.Instant {
    const end = this.at.add({ hours: offerHours }).round({ smallestUnit: "hour", roundingMode: "ceil" });
    return Temporal.Instant.compare(end, startsAt) > 0 ? startsAt : end;
  }

  #isOver(place: Place): boolean {
    return place.ends !== null && Temporal.Instant.compare(this.at, place.ends) >= 0;
  }

  #backToLine(place: Place, rests: Temporal.Instant | null): void {
    place.state = "waitlisted";
    place.ends = null;
    place.rests = rests;
    place.yes.clear();
    place.seats = place.party.members.filter(belongs).length;
  }

  #end(place: Place, state: "withdrawn" | "expired" | "cancelled"): void {
    place.state = state;
    place.ends = null;
    const [first, ...others] = place.party.members;
    for (const member of others)
      if (member !== first && member.state === "invited") member.state = "declined";
  }
}

export function belongs({ state }: Member): boolean {
  return state === "invited" || state === "confirmed";
}

export function isLive({ state }: Place): boolean {
  return state === "held" || state === "waitlisted" || state === "confirmed";
}

export function taken({ places }: Cohort): number {
  return places
    .filter(({ state }) => state === "held" || state === "confirmed")
    .reduce((sum, { seats }) => sum + seats, 0);
}

export function free(cohort: Cohort): number {
  return cohort.capacity - taken(cohort);
}

/** Who waits, in order of place. */
export function line({ places }: Cohort): Place[] {
  return places
    .filter(({ state }) => state === "waitlisted")
    .toSorted((one, other) => one.joined - other.joined);
}
