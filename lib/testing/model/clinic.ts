import { isAwake } from "#lib/clock/waking.ts";
import { decide } from "#lib/waitlist/decide.ts";
import { offerEnd } from "#lib/waitlist/offer-end.ts";

// A clinic small enough to be seen through: what the verbs should do, without a database, mail or locks.

export type Member = {
  id: string;
  /** Whoever wrote the party down, or made it by going from another, is 1. */
  position: number;
  state: "invited" | "confirmed" | "declined" | "left";
};

export type Party = { members: Member[] };

export type Place = {
  /** What the database calls it, which decides between those who joined at the same instant. */
  id: string;
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
  paused: boolean;
};

export type Cohort = {
  id: string;
  capacity: number;
  largestParty: number;
  policy: "fit" | "inOrder";
  startsAt: Temporal.Instant;
  cancelled: boolean;
  places: Place[];
};

const offerHours = 48;
const cutoffHours = 24;
const savingHours = 48;

/** The newcomers' ids, which are not the model's to choose. */
export type Named = { id: string; members: string[] };

export class Clinic {
  at: Temporal.Instant;
  cohorts: Cohort[];
  /** Every place that there ever was, in the order of its making. */
  places: Place[] = [];

  constructor(at: Temporal.Instant, cohorts: Cohort[]) {
    this.at = at;
    this.cohorts = cohorts;
  }

  /** A moment later: nobody asks at the very same instant. */
  tick(): void {
    this.at = this.at.add({ milliseconds: 1 });
  }

  takes(cohort: Cohort, size: number): boolean {
    return !cohort.cancelled && !this.#hasBegun(cohort) && size <= cohort.largestParty;
  }

  enroll(cohort: Cohort, { id, members }: Named): void {
    const party: Party = {
      members: members.map((id, index) => ({ id, position: index + 1, state: "invited" })),
    };
    const place = this.#join(id, party, cohort, this.at.epochMilliseconds);
    // Where there was no room, the line is as it was; where there was, it decides about everyone.
    if (place.state === "waitlisted" && free(cohort) >= place.seats) this.#promote(cohort);
  }

  confirm(place: Place, member: Member): void {
    if (!this.#isOf(member, place)) return;
    if (place.state === "waitlisted") member.state = "confirmed";
    if (place.state !== "held" || this.#isOver(place)) return;
    member.state = "confirmed";
    place.yes.add(member);
    this.#seatIfAllSaidYes(place);
  }

  declineOffer(place: Place, member: Member): void {
    if (!this.#isOf(member, place) || place.state !== "held" || !place.offered) return;
    this.#backToLine(place, this.at.add({ hours: 24 }));
    this.#promote(place.cohort);
  }

  withdraw(place: Place, member: Member): void {
    if (!this.#isOf(member, place) || !isLive(place)) return;
    member.state = member.state === "invited" ? "declined" : "left";
    if (coming(place.party).some(({ state, position }) => state === "confirmed" || position === 1)) {
      if (place.state === "held") place.yes.clear();
      place.yes.delete(member);
      place.seats -= 1;
    } else {
      this.#end(place, "withdrawn");
      this.#forgetInvited(place.party);
    }
    this.#promote(place.cohort);
  }

  pause(place: Place, member: Member, paused: boolean): void {
    if (!this.#isOf(member, place) || place.state !== "waitlisted" || place.paused === paused) return;
    place.paused = paused;
    this.#promote(place.cohort);
  }

  canSplit(place: Place, member: Member): boolean {
    return this.#isOf(member, place) && isLive(place) && coming(place.party).length > 1;
  }

  split(place: Place, member: Member, id: string): void {
    const alone = this.#part(place, [member], id);
    this.#seatIfAllSaidYes(place);
    this.#seatIfAllSaidYes(alone);
    this.#promote(place.cohort);
  }

  /** How somebody more would come: with the party, on their own, or not at all. */
  addable(place: Place, member: Member): "grows" | "alone" | null {
    if (!this.#isOf(member, place) || !isLive(place)) return null;
    const { cohort } = place;
    if (place.state === "confirmed") return cohort.cancelled || this.#hasBegun(cohort) ? null : "alone";
    if (coming(place.party).length >= cohort.largestParty) return null;
    if (place.state === "waitlisted") return "grows";
    const fits = this.#askable(cohort).some(({ seats }) => seats <= free(cohort));
    return free(cohort) < 1 || fits ? null : "grows";
  }

  grow(place: Place, memberId: string): void {
    const position = Math.max(...place.party.members.map(({ position }) => position)) + 1;
    place.party.members.push({ id: memberId, position, state: "invited" });
    place.seats += 1;
    place.yes.clear();
    this.#promote(place.cohort);
  }

  addAlone(cohort: Cohort, { id, members }: Named): void {
    const party: Party = { members: [{ id: String(members[0]), position: 1, state: "invited" }] };
    const place = this.#join(id, party, cohort, this.at.epochMilliseconds);
    if (place.state === "waitlisted") this.#promote(cohort);
  }

  /** Whether a party can move to another cohort, which for seats of its own needs room there. */
  canMove(place: Place, to: Cohort): boolean {
    if (!isLive(place) || to === place.cohort || to.cancelled || this.#hasBegun(to)) return false;
    if (coming(place.party).length > to.largestParty) return false;
    return place.state !== "confirmed" || this.#mayComeIn(place, to) !== null;
  }

  move(place: Place, to: Cohort, id: string): void {
    const passed = place.state === "confirmed" ? this.#mayComeIn(place, to) : null;
    for (const each of passed ?? []) each.passedOver += 1;
    const yes = new Set(place.yes);
    const { paused } = place;
    this.#end(place, "withdrawn");
    const moved = this.#join(id, place.party, to, place.joined, paused);
    if (passed) {
      moved.state = "confirmed";
      moved.ends = null;
      moved.yes = yes;
    }
    this.#promote(to);
    this.#promote(place.cohort);
  }

  cancel(cohort: Cohort): void {
    const over = Temporal.Instant.compare(this.at, cohort.startsAt.add({ hours: 1 })) >= 0;
    if (cohort.cancelled || over) return;
    cohort.cancelled = true;
    for (const place of cohort.places.filter(isLive)) this.#end(place, "cancelled");
  }

  resize(cohort: Cohort, capacity: number): void {
    if (capacity < taken(cohort)) return;
    cohort.capacity = capacity;
    cohort.largestParty = Math.min(cohort.largestParty, capacity);
    this.#promote(cohort);
  }

  pass(hours: number): void {
    this.at = this.at.add({ hours });
    const due = this.places
      .filter((place) => place.state === "held" && this.#isOver(place))
      .toSorted((one, other) => Number(one.ends?.epochMilliseconds) - Number(other.ends?.epochMilliseconds));
    for (const place of due) this.#lapse(place);
    for (const cohort of this.cohorts) this.#promote(cohort);
  }

  /** Nobody loses an offer by another's silence: who had said yes waits on. */
  #lapse(place: Place): void {
    if (place.offered && place.yes.size > 0) {
      this.#forgetInvited(place.party);
      const silent = coming(place.party).filter((member) => !place.yes.has(member));
      if (silent.length > 0) this.#end(this.#part(place, silent, ""), "expired");
      this.#backToLine(place, null);
    } else {
      this.#end(place, "expired");
      this.#forgetInvited(place.party);
    }
    this.#promote(place.cohort);
  }

  #join(id: string, party: Party, cohort: Cohort, joined: number, paused = false): Place {
    const seats = coming(party).length;
    const held = !paused && free(cohort) >= seats && line(cohort).length === 0;
    const place: Place = {
      id,
      party,
      cohort,
      state: held ? "held" : "waitlisted",
      seats,
      joined,
      passedOver: 0,
      yes: new Set(),
      ends: held ? this.#firstHoldEnd(cohort) : null,
      rests: null,
      offered: false,
      paused,
    };
    cohort.places.push(place);
    this.places.push(place);
    return place;
  }

  #part(place: Place, leaving: Member[], id: string): Place {
    place.party.members = place.party.members.filter((member) => !leaving.includes(member));
    for (const [index, member] of leaving.entries()) member.position = index + 1;
    const theirs: Place = {
      ...place,
      id,
      party: { members: leaving },
      seats: leaving.length,
      yes: new Set(leaving.filter((member) => place.yes.delete(member))),
    };
    place.seats = coming(place.party).length;
    place.cohort.places.push(theirs);
    this.places.push(theirs);
    return theirs;
  }

  #seatIfAllSaidYes(place: Place): void {
    if (place.state !== "held" || place.yes.size < place.seats) return;
    place.state = "confirmed";
    place.ends = null;
  }

  #promote(cohort: Cohort): void {
    const room = this.#roomOf(cohort);
    if (!room || !isAwake(this.at)) return;
    const waiting = this.#askable(cohort);
    const { offers, passes } = decide(room, waiting.map(asWaiting));
    for (const { enrollmentId, times } of passes) waiting[Number(enrollmentId)]!.passedOver += times;
    for (const { enrollmentId } of offers) {
      const place = waiting[Number(enrollmentId)]!;
      place.state = "held";
      place.offered = true;
      place.rests = null;
      place.ends = offerEnd(this.at, { offerHours, startsAt: cohort.startsAt });
    }
  }

  /** Whom a confirmed party would pass by coming in at its place in line; null when it may not. */
  #mayComeIn(place: Place, to: Cohort): Place[] | null {
    const room = this.#roomOf(to);
    if (!room) return place.seats <= free(to) ? [] : null;
    const ahead = this.#askable(to).filter((other) => isBefore(other, place) < 0);
    const { offers } = decide(room, [...ahead, place].map(asWaiting));
    const asked = new Set(offers.map(({ enrollmentId }) => Number(enrollmentId)));
    if (!asked.has(ahead.length)) return null;
    return room.hoursOfSaving > 0 ? ahead.filter((_, index) => !asked.has(index)) : [];
  }

  #roomOf(cohort: Cohort) {
    const hoursLeft = cohort.startsAt.since(this.at).total("hours");
    if (cohort.cancelled || hoursLeft <= cutoffHours) return null;
    const { capacity, policy } = cohort;
    return { free: free(cohort), capacity, policy, hoursOfSaving: hoursLeft - savingHours };
  }

  /** Who of the line can be asked now, in order. */
  #askable(cohort: Cohort): Place[] {
    return line(cohort).filter(
      ({ paused, rests }) => !paused && (!rests || Temporal.Instant.compare(rests, this.at) <= 0),
    );
  }

  #firstHoldEnd({ startsAt }: Cohort): Temporal.Instant {
    const end = this.at.add({ hours: offerHours }).round({ smallestUnit: "hour", roundingMode: "ceil" });
    return Temporal.Instant.compare(end, startsAt) > 0 ? startsAt : end;
  }

  #isOf(member: Member, { party }: Place): boolean {
    return belongs(member) && party.members.includes(member);
  }

  #hasBegun({ startsAt }: Cohort): boolean {
    return Temporal.Instant.compare(this.at, startsAt) >= 0;
  }

  #isOver({ ends }: Place): boolean {
    return ends !== null && Temporal.Instant.compare(this.at, ends) >= 0;
  }

  #backToLine(place: Place, rests: Temporal.Instant | null): void {
    place.state = "waitlisted";
    place.ends = null;
    place.rests = rests;
    place.yes.clear();
    place.seats = coming(place.party).length;
  }

  #end(place: Place, state: "withdrawn" | "expired" | "cancelled"): void {
    place.state = state;
    place.ends = null;
    place.paused = false;
  }

  #forgetInvited({ members }: Party): void {
    for (const member of members)
      if (member.position > 1 && member.state === "invited") member.state = "declined";
  }
}

export function belongs({ state }: { state: string }): boolean {
  return state === "invited" || state === "confirmed";
}

export function taken({ places }: Cohort): number {
  return places
    .filter(({ state }) => state === "held" || state === "confirmed")
    .reduce((sum, { seats }) => sum + seats, 0);
}

/** Who waits, in order of place. */
export function line({ places }: Cohort): Place[] {
  return places.filter(({ state }) => state === "waitlisted").toSorted(isBefore);
}

function isBefore(one: Place, other: Place): number {
  return one.joined - other.joined || (one.id < other.id ? -1 : 1);
}

function asWaiting({ seats, passedOver }: Place, index: number) {
  return { enrollmentId: String(index), seats, fewest: null, passedOver };
}

function coming({ members }: Party): Member[] {
  return members.filter(belongs);
}

function isLive({ state }: Place): boolean {
  return state === "held" || state === "waitlisted" || state === "confirmed";
}

function free(cohort: Cohort): number {
  return cohort.capacity - taken(cohort);
}
