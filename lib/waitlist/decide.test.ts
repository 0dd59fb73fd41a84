import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decide, passLimit, type Room, type Waiting } from "./decide.ts";

const room = (free: number, more: Partial<Room> = {}): Room => ({
  free,
  capacity: 16,
  policy: "fit",
  hoursOfSaving: 0,
  ...more,
});
const party = (enrollmentId: string, seats: number, more: Partial<Waiting> = {}): Waiting => ({
  enrollmentId,
  seats,
  fewest: null,
  passedOver: 0,
  ...more,
});
const couple = party("couple", 2);
const three = party("three", 3);
const single = party("single", 1);
const other = party("other", 1);
const twoWeeks = 14 * 24;
/** So short before savings are let go that not even one more seat is to be expected. */
const soon = 12;

describe("fit", () => {
  test("offers in order to all that there is room for", () => {
    expect(decide(room(4, { hoursOfSaving: twoWeeks }), [couple, single, other, three])).toEqual({
      offers: [
        { enrollmentId: "couple", seats: 2 },
        { enrollmentId: "single", seats: 1 },
        { enrollmentId: "other", seats: 1 },
      ],
      passes: [],
      savedFor: null,
    });
  });

  test("saves a seat for a couple while there is a fair chance of a second one", () => {
    expect(decide(room(1, { hoursOfSaving: twoWeeks }), [couple, single])).toEqual({
      offers: [],
      passes: [],
      savedFor: { enrollmentId: "couple", seats: 2 },
    });
  });

  test("lets singles pass while that chance is slim, and says how often", () => {
    expect(decide(room(1, { hoursOfSaving: soon }), [couple, single, other])).toEqual({
      offers: [{ enrollmentId: "single", seats: 1 }],
      passes: [{ enrollmentId: "couple", times: 1 }],
      savedFor: null,
    });
  });

  test("lets nobody pass for the third time", () => {
    const line = [party("four", 4, { passedOver: 1 }), single, other, party("last", 1)];
    expect(decide(room(3, { hoursOfSaving: soon }), line)).toEqual({
      offers: [{ enrollmentId: "single", seats: 1 }],
      passes: [{ enrollmentId: "four", times: 1 }],
      savedFor: { enrollmentId: "four", seats: 4 },
    });
  });

  test("saves for the first in line of two that lack as much", () => {
    const line = [couple, party("another couple", 2), single];
    expect(decide(room(1, { hoursOfSaving: twoWeeks }), line).savedFor?.enrollmentId).toBe("couple");
    const fours = [party("four", 4), party("another four", 4), single, other];
    expect(decide(room(3, { hoursOfSaving: soon }), fours).savedFor?.enrollmentId).toBe("four");
  });

  test("expects more of a larger room", () => {
    const inRoomOf = (capacity: number) =>
      decide(room(1, { capacity, hoursOfSaving: 3 * 24 }), [three, single]).savedFor?.enrollmentId;
    expect([inRoomOf(8), inRoomOf(40)]).toEqual([undefined, "three"]);
  });

  test("once savings are let go, nothing stays empty", () => {
    expect(decide(room(1, { hoursOfSaving: 0 }), [party("tired", 2, { passedOver: 2 }), single])).toEqual({
      offers: [{ enrollmentId: "single", seats: 1 }],
      passes: [{ enrollmentId: "tired", times: 1 }],
      savedFor: null,
    });
  });
});

describe("in order", () => {
  const inOrder = { policy: "inOrder", hoursOfSaving: soon } as const;

  test("nobody is asked before a head that doesn't fit", () => {
    expect(decide(room(1, inOrder), [couple, single])).toEqual({
      offers: [],
      passes: [],
      savedFor: { enrollmentId: "couple", seats: 2 },
    });
  });

  test("nothing stays empty in the end", () => {
    expect(decide(room(1, { ...inOrder, hoursOfSaving: -1 }), [couple, single]).offers).toEqual([
      { enrollmentId: "single", seats: 1 },
    ]);
  });
});

describe("a party that would take fewer", () => {
  const flexible = party("flexible", 3, { fewest: 2 });

  test("is offered all of its seats when they are free", () => {
    expect(decide(room(5), [flexible]).offers).toEqual([{ enrollmentId: "flexible", seats: 3 }]);
  });

  test("is offered fewer rather than passed", () => {
    expect(decide(room(2), [flexible, single]).offers).toEqual([{ enrollmentId: "flexible", seats: 2 }]);
  });

  test("is saved for when not even those are free", () => {
    expect(decide(room(1, { hoursOfSaving: twoWeeks }), [flexible, single]).savedFor).toEqual({
      enrollmentId: "flexible",
      seats: 3,
    });
  });
});

const rooms = fc.record({
  free: fc.nat(25),
  capacity: fc.integer({ min: 1, max: 40 }),
  policy: fc.constantFrom("inOrder" as const, "fit" as const),
  hoursOfSaving: fc.integer({ min: -200, max: 2000 }),
});
const lines = fc
  .array(
    fc.record({
      seats: fc.integer({ min: 1, max: 6 }),
      fewest: fc.option(fc.integer({ min: 1, max: 6 })),
      passedOver: fc.nat(passLimit),
    }),
    { maxLength: 40 },
  )
  .map((parties) => parties.map((each, index): Waiting => ({ enrollmentId: `${index}`, ...each })));
const leastOf = ({ seats, fewest }: Waiting) => Math.min(seats, fewest ?? seats);

describe("whatever the room and the line", () => {
  const holds = (property: (room: Room, line: Waiting[]) => void) =>
    fc.assert(fc.property(rooms, lines, property), { numRuns: 2000 });

  test("never more is offered than is free, and to each what it would take", () => {
    holds((room, line) => {
      const { offers } = decide(room, line);
      expect(offers.reduce((sum, { seats }) => sum + seats, 0)).toBeLessThanOrEqual(room.free);
      for (const { enrollmentId, seats } of offers) {
        const offered = line[Number(enrollmentId)] as Waiting;
        expect(seats).toBeGreaterThanOrEqual(leastOf(offered));
        expect(seats).toBeLessThanOrEqual(offered.seats);
      }
    });
  });

  test("offers follow the line, and only a party that didn't fit is passed", () => {
    holds((room, line) => {
      const { offers, passes } = decide(room, line);
      const order = offers.map(({ enrollmentId }) => Number(enrollmentId));
      expect(order).toEqual(order.toSorted((one, next) => one - next));
      const offeredBefore = (index: number) =>
        offers
          .filter(({ enrollmentId }) => Number(enrollmentId) < index)
          .reduce((sum, { seats }) => sum + seats, 0);
      const passedBy = line.flatMap((party, index) => {
        const times = order.filter((each) => each > index).length;
        return times > 0 && !order.includes(index) ? [{ party, index, times }] : [];
      });
      expect(passes).toEqual(passedBy.map(({ index, times }) => ({ enrollmentId: `${index}`, times })));
      for (const { party, index } of passedBy)
        expect(leastOf(party)).toBeGreaterThan(room.free - offeredBefore(index));
    });
  });

  test("while places are saved, nobody is passed over more than twice, and in order nobody at all", () => {
    holds((room, line) => {
      if (room.hoursOfSaving <= 0) return;
      const { passes } = decide(room, line);
      if (room.policy === "inOrder") expect(passes).toEqual([]);
      for (const { enrollmentId, times } of passes)
        expect((line[Number(enrollmentId)]?.passedOver ?? 0) + times).toBeLessThanOrEqual(passLimit);
    });
  });

  test("a seat that somebody could take stays free only when it is saved", () => {
    holds((room, line) => {
      const { offers, savedFor } = decide(room, line);
      if (room.hoursOfSaving <= 0) expect(savedFor).toBeNull();
      if (savedFor) return;
      const left = room.free - offers.reduce((sum, { seats }) => sum + seats, 0);
      const without = line.filter(
        (party) => !offers.some((offer) => offer.enrollmentId === party.enrollmentId),
      );
      expect(without.filter((party) => leastOf(party) <= left && left > 0)).toEqual([]);
    });
  });

  test("seats are saved for somebody in line who lacks some", () => {
    holds((room, line) => {
      const { offers, savedFor } = decide(room, line);
      if (!savedFor) return;
      const left = room.free - offers.reduce((sum, { seats }) => sum + seats, 0);
      expect(left).toBeGreaterThan(0);
      expect(leastOf(line[Number(savedFor.enrollmentId)] as Waiting)).toBeGreaterThan(left);
    });
  });

  test("the same line is decided the same, and left as it was", () => {
    holds((room, line) => {
      const copy = structuredClone(line);
      expect(decide(room, line)).toEqual(decide(room, copy));
      expect(line).toEqual(copy);
    });
  });

  test("a line that is moved until it rests has every seat taken or saved, and nobody is passed a third time", () => {
    holds((room, line) => {
      if (room.hoursOfSaving <= 0) return;
      const waiting = structuredClone(line);
      for (let freed = 0; freed < 30; freed += 1) {
        const { offers, passes } = decide({ ...room, free: (freed * 7) % 4 }, waiting);
        for (const { enrollmentId, times } of passes)
          for (const party of waiting) if (party.enrollmentId === enrollmentId) party.passedOver += times;
        for (const { enrollmentId } of offers)
          waiting.splice(
            waiting.findIndex((party) => party.enrollmentId === enrollmentId),
            1,
          );
      }
      for (const { passedOver } of waiting) expect(passedOver).toBeLessThanOrEqual(passLimit);
    });
  });
});

test("a line of ten thousand is read once, however many are passed and offered", () => {
  let reads = 0;
  const counted = (party: Waiting): Waiting =>
    new Proxy(party, {
      get: (target, key) => {
        reads += 1;
        return Reflect.get(target, key);
      },
    });
  const line = Array.from({ length: 10_000 }, (_, index) =>
    counted(party(`${index}`, index % 2 ? 1 : 9_000)),
  );
  for (const hoursOfSaving of [0, soon]) {
    reads = 0;
    decide(room(5_000, { hoursOfSaving }), line);
    expect(reads).toBeLessThanOrEqual(10 * line.length);
  }
});
