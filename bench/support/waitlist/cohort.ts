import { decide, type Room, type Waiting } from "../../../lib/waitlist/decide.ts";
import { type Clinic, cutoff, offerHours, type Party, start } from "./people.ts";

/** How the line is moved: what `decide` is told, and when saving ends. Or by somebody who knows the future. */
export type Rule =
  | { name: string; savingEnds: number; policy: Room["policy"]; fairChance?: number }
  | { name: string; savingEnds: "foreseen" };

type Place = Waiting & { party: Party; joinedAt: number; offeredAt: number | null; came: boolean };

export type Played = {
  /** Seats that nobody sits on when the first session begins. */
  empty: number;
  /** Every party that asked once the first had to wait: the same people under every rule. */
  later: Place[];
  /** Days that free seats stood empty while somebody waited, summed over seats. */
  idleDays: number;
};

type Event = { at: number; run: (at: number) => void };

/** One cohort from the day it opens to its first session, its line moved by the product's own `decide`. */
export function play(clinic: Clinic, people: Party[], rule: Rule): Played {
  const foreseen = rule.savingEnds === "foreseen";
  const seated = new Set<Party>();
  /** Parties that seats are held for or that sit. */
  const inRoom = new Set<Party>();
  const line: Place[] = [];
  const later: Place[] = [];
  let free = clinic.seats;
  let idleHours = 0;

  /** The last one first. */
  const events: Event[] = people
    .flatMap((party) => [
      { at: party.asksAt, run: (at: number) => ask(party, at) },
      { at: party.leavesAt, run: (at: number) => leave(party, at) },
    ])
    .filter(({ at }) => at < start)
    .sort((one, other) => other.at - one.at);
  if (rule.savingEnds === "foreseen") schedule(cutoff, () => seatThoseWhoWillCome(line, free, seated));
  else if (rule.savingEnds < cutoff) schedule(rule.savingEnds, moveLine);

  let clock = 0;
  for (let event = events.pop(); event; event = events.pop()) {
    if (line.length > 0) idleHours += free * (event.at - clock);
    clock = event.at;
    event.run(clock);
  }
  for (const place of later) place.came = seated.has(place.party);
  const taken = [...seated].reduce((sum, { size }) => sum + size, 0);
  return { empty: clinic.seats - taken, later, idleDays: idleHours / 24 };

  function schedule(at: number, run: (at: number) => void) {
    if (at >= start) return;
    let index = events.length;
    while (index > 0 && (events[index - 1]?.at ?? 0) < at) index -= 1;
    events.splice(index, 0, { at, run });
  }

  function ask(party: Party, at: number) {
    const hasRoom = line.length === 0 && free >= party.size;
    if (hasRoom && later.length === 0)
      return hold(party, at, party.confirms ? { yes: true, after: 0 } : null);
    const waiting = { enrollmentId: party.id, seats: party.size, fewest: null, passedOver: 0 };
    const place: Place = { ...waiting, party, joinedAt: at, offeredAt: null, came: false };
    later.push(place);
    if (hasRoom && !foreseen) return offer(place, at);
    line.push(place);
    moveLine(at);
  }

  function leave(party: Party, at: number) {
    const index = line.findIndex((place) => place.party === party);
    if (index >= 0) line.splice(index, 1);
    release(party, at);
  }

  function hold(party: Party, at: number, answer: Party["answer"]) {
    free -= party.size;
    inRoom.add(party);
    if (answer?.yes) schedule(at + answer.after, () => inRoom.has(party) && seated.add(party));
    else schedule(at + (answer?.after ?? offerHours), (then) => release(party, then));
  }

  function offer(place: Place, at: number) {
    place.offeredAt = at;
    hold(place.party, at, place.party.answer);
  }

  function release(party: Party, at: number) {
    seated.delete(party);
    if (inRoom.delete(party)) free += party.size;
    moveLine(at);
  }

  function moveLine(at: number) {
    if (rule.savingEnds === "foreseen" || at >= cutoff || free === 0 || line.length === 0) return;
    const { policy, fairChance } = rule;
    const hoursOfSaving = rule.savingEnds - at;
    const room = { free, capacity: clinic.seats, policy, hoursOfSaving, fairChance };
    const { offers, passes } = decide(room, line);
    for (const { enrollmentId, times } of passes) {
      const place = line.find((each) => each.enrollmentId === enrollmentId);
      if (place) place.passedOver += times;
    }
    for (const { enrollmentId } of offers) {
      const [place] = line.splice(
        line.findIndex((each) => each.enrollmentId === enrollmentId),
        1,
      );
      if (place) offer(place, at);
    }
  }
}

/**
 * The oracle. It asks nobody until the line's last moment, knows who of all that wait will say yes and stay, and
 * seats of those as many as the free seats can hold; among equally full rooms, by place in line. With the same
 * people in the room before anybody had to wait, no rule can fill more seats.
 */
function seatThoseWhoWillCome(line: Place[], free: number, seated: Set<Party>) {
  const coming = line.filter(({ party }) => party.leavesAt >= start && party.answer?.yes);
  // fills[i]: the sums that parties from the i-th on can fill exactly.
  const fills: Set<number>[] = [new Set([0])];
  for (const { seats } of coming.toReversed()) {
    const [rest = new Set()] = fills;
    fills.unshift(new Set([...rest, ...[...rest].map((sum) => sum + seats).filter((sum) => sum <= free)]));
  }
  let left = Math.max(...(fills[0] ?? [0]));
  coming.forEach((place, index) => {
    if (!fills[index + 1]?.has(left - place.seats)) return;
    place.offeredAt = cutoff;
    seated.add(place.party);
    left -= place.seats;
  });
}
