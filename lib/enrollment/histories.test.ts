import fc from "fast-check";
import { expect, test } from "vitest";
import { dateOf } from "#lib/clock/convert.ts";
import { resizeCohort } from "#lib/cohorts/resize.ts";
import { db } from "#lib/db/client.ts";
import { check } from "#lib/invariants/check.ts";
import { addProgram } from "#lib/programs/add.ts";
import { mindfulSelfCompassion } from "#lib/programs/built-in.ts";
import { alex, member, monday } from "#lib/testing/cast.ts";
import { belongs, Clinic, type Cohort, line, type Place, taken } from "#lib/testing/model/clinic.ts";
import { tendWaitlists } from "#lib/waitlist/tend.ts";
import { confirm } from "./confirm.ts";
import { declineOffer } from "./decline-offer.ts";
import { enroll } from "./enroll.ts";
import { expireHolds } from "./expire.ts";
import { withdraw } from "./withdraw.ts";

// Random histories of a clinic, lived at once by the database and by a model small enough to be seen through.
// A failure prints the history, shrunk, with the seed that brings it back.

const admin = await alex();
const programId = await addProgram(db, mindfulSelfCompassion);

/** The model, and what each of its places is in the database. */
type World = { ids: Map<Place, Ids>; cohortIds: string[] };

type Ids = { id: string; members: string[] };

async function newWorld(clinic: Clinic): Promise<World> {
  const cohortIds: string[] = [];
  for (const { capacity, largestParty, policy, startsAt } of clinic.cohorts) {
    const id = crypto.randomUUID();
    cohortIds.push(id);
    await db.cohort.create({
      data: {
        id,
        programId,
        title: "A group",
        state: "open",
        timeZone: "UTC",
        capacity,
        policy,
        largestParty,
        sessions: {
          create: {
            position: 1,
            kind: "weekly",
            title: "One",
            minutes: 60,
            startsLocal: dateOf(startsAt),
            startsAt: dateOf(startsAt),
            endsAt: dateOf(startsAt.add({ hours: 1 })),
          },
        },
      },
    });
  }
  return { ids: new Map(), cohortIds };
}

type Step =
  | { do: "enroll"; cohort: number; size: number }
  | { do: "confirm" | "decline" | "withdraw"; place: number; member: number }
  | { do: "pass"; hours: number }
  | { do: "resize"; cohort: number; by: number };

const nat = fc.nat({ max: 20 });
const cohort = fc.nat({ max: 1 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant("enroll" as const),
      cohort,
      size: fc.integer({ min: 1, max: 4 }),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constantFrom("confirm" as const, "confirm" as const, "decline" as const, "withdraw" as const),
      place: nat,
      member: nat,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant("pass" as const), hours: fc.integer({ min: 1, max: 60 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("resize" as const), cohort, by: fc.integer({ min: -3, max: 3 }) }),
  },
);

const beginning = fc.record({
  capacities: fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 })),
  policy: fc.constantFrom("fit" as const, "fit" as const, "inOrder" as const),
  daysToStart: fc.integer({ min: 4, max: 30 }),
  steps: fc.array(step, { minLength: 5, maxLength: 24 }),
});

type Beginning = typeof beginning extends fc.Arbitrary<infer T> ? T : never;

const clinicOf = ({ capacities, policy, daysToStart }: Beginning) =>
  new Clinic(
    monday,
    capacities.map((capacity) => ({
      capacity,
      largestParty: Math.min(4, capacity),
      policy,
      startsAt: monday.add({ hours: daysToStart * 24 }),
    })),
  );

test("two thousand random histories end as a clinic small enough to be seen through says", async () => {
  await fc.assert(
    fc.asyncProperty(beginning, async (history) => {
      const clinic = clinicOf(history);
      const world = await newWorld(clinic);
      for (const each of history.steps) {
        await live(clinic, world, each);
        expect(await databaseSays(world)).toEqual(modelSays(clinic, world));
      }
      await forget(world);
    }),
    { numRuns: 60 },
  );
  expect(await broken()).toEqual([]);
}, 400_000);

test("the same histories, lived eight at once in the same two groups, break no rule", async () => {
  await fc.assert(
    fc.asyncProperty(
      beginning,
      fc.array(fc.array(step, { minLength: 4, maxLength: 10 }), { minLength: 8, maxLength: 8 }),
      async (history, lives) => {
        const clinic = clinicOf(history);
        const world = await newWorld(clinic);
        const places: Ids[] = [];
        await Promise.all(lives.map((steps) => liveAmongOthers(steps, world, places, clinic.at)));
        expect(await broken()).toEqual([]);
        await forget(world);
      },
    ),
    { numRuns: 60 },
  );
}, 400_000);

/** Acts without looking at what the others do: whatever is refused is refused, and nothing else may happen. */
async function liveAmongOthers(steps: Step[], { cohortIds }: World, places: Ids[], from: Temporal.Instant) {
  let at = from;
  for (const step of steps) {
    const cohortId = "cohort" in step ? String(cohortIds[step.cohort]) : "";
    const place = "place" in step ? places[step.place % Math.max(1, places.length)] : undefined;
    if (step.do === "enroll") {
      const answer = await askForPlaces(cohortId, step.size, at);
      if (answer.ok) places.push(await idsOf(answer.value.enrollmentId));
    } else if (step.do === "pass") {
      at = at.add({ hours: step.hours });
      await expireHolds(at);
      await tendWaitlists(at);
    } else if (step.do === "resize") {
      await resizeCohort(admin, cohortId, Math.max(1, 4 + step.by), at);
    } else if (place) {
      const actor = member(String(place.members[step.member % place.members.length]));
      const verb = { confirm, decline: declineOffer, withdraw }[step.do];
      await verb(actor, place.id, at);
    }
  }
}

/** The rules of the design that the data breaks now. What lapses late is the clock's of these tests, not the product's. */
async function broken() {
  const findings = await check(monday);
  return findings.filter(({ ids }) => ids.length > 0);
}

/** Does the same thing in the model and in the database. */
async function live(clinic: Clinic, world: World, step: Step): Promise<void> {
  if (step.do === "pass") {
    clinic.pass(step.hours);
    await expireHolds(clinic.at);
    await tendWaitlists(clinic.at);
    return;
  }
  if (step.do === "enroll") {
    const place = clinic.enroll(clinic.cohorts[step.cohort] as Cohort, step.size);
    const answer = await askForPlaces(String(world.cohortIds[step.cohort]), step.size, clinic.at);
    expect(answer.ok).toBe(place !== null);
    if (place && answer.ok) world.ids.set(place, await idsOf(answer.value.enrollmentId));
    return;
  }
  if (step.do === "resize") {
    const cohort = clinic.cohorts[step.cohort] as Cohort;
    const capacity = Math.max(1, cohort.capacity + step.by);
    const fits = capacity >= taken(cohort);
    clinic.resize(cohort, capacity);
    const answer = await resizeCohort(admin, String(world.cohortIds[step.cohort]), capacity, clinic.at);
    expect(answer.ok).toBe(fits);
    return;
  }
  const place = clinic.places[step.place % clinic.places.length];
  const ids = place && world.ids.get(place);
  if (!place || !ids) return;
  const index = step.member % place.party.members.length;
  const one = place.party.members[index] as Place["party"]["members"][number];
  const actor = member(String(ids.members[index]));
  if (step.do === "confirm") {
    clinic.confirm(place, one);
    await confirm(actor, ids.id, clinic.at);
  } else if (step.do === "decline") {
    clinic.declineOffer(place, one);
    await declineOffer(actor, ids.id, clinic.at);
  } else {
    clinic.withdraw(place, one);
    await withdraw(actor, ids.id, clinic.at);
  }
}

function askForPlaces(cohortId: string, size: number, at: Temporal.Instant) {
  const people = Array.from({ length: size }, (_, index) => ({
    name: `Guest ${index + 1}`,
    email: `guest-${index + 1}@example.org`,
  }));
  return enroll(
    { kind: "visitor" },
    { cohortId, formToken: crypto.randomUUID(), inquiry: undefined, people },
    at,
  );
}

async function idsOf(enrollmentId: string): Promise<Ids> {
  const { id, party } = await db.enrollment.findUniqueOrThrow({
    where: { id: enrollmentId },
    select: {
      id: true,
      party: { select: { members: { orderBy: { position: "asc" }, select: { id: true } } } },
    },
  });
  return { id, members: party.members.map(({ id }) => id) };
}

function modelSays({ cohorts }: Clinic, { ids, cohortIds }: World) {
  return cohorts.map((cohort, index) => ({
    id: cohortIds[index],
    capacity: cohort.capacity,
    seatsTaken: taken(cohort),
    partiesWaiting: line(cohort).length,
    enrollments: cohort.places
      .map((place) => ({
        id: String(ids.get(place)?.id),
        state: place.state,
        seats: place.seats,
        passedOver: place.passedOver,
        holdExpiresAt: place.ends && dateOf(place.ends),
        restsUntil: place.state === "waitlisted" && place.rests ? dateOf(place.rests) : null,
        members: place.party.members.map((one, at) => ({
          id: ids.get(place)?.members[at],
          state: one.state,
          yes: place.yes.has(one) && belongs(one),
        })),
      }))
      .toSorted(byId),
  }));
}

async function databaseSays({ cohortIds }: World) {
  const cohorts = await db.cohort.findMany({
    where: { id: { in: cohortIds } },
    select: {
      id: true,
      capacity: true,
      seatsTaken: true,
      partiesWaiting: true,
      enrollments: {
        select: {
          id: true,
          state: true,
          seats: true,
          passedOver: true,
          holdExpiresAt: true,
          restsUntil: true,
          acceptances: { select: { memberId: true } },
          party: {
            select: { members: { orderBy: { position: "asc" }, select: { id: true, state: true } } },
          },
        },
      },
    },
  });
  return cohorts
    .toSorted((one, other) => cohortIds.indexOf(one.id) - cohortIds.indexOf(other.id))
    .map(({ enrollments, ...cohort }) => ({
      ...cohort,
      enrollments: enrollments
        .map(({ acceptances, party, restsUntil, ...enrollment }) => ({
          ...enrollment,
          restsUntil: enrollment.state === "waitlisted" ? restsUntil : null,
          members: party.members.map(({ id, state }) => ({
            id,
            state,
            yes: acceptances.some(({ memberId }) => memberId === id) && belongs({ state }),
          })),
        }))
        .toSorted(byId),
    }));
}

/** Ends what lives, so that the clock of the next history finds nothing of this one. */
async function forget({ cohortIds }: World): Promise<void> {
  await db.enrollment.updateMany({
    where: { cohortId: { in: cohortIds }, state: { in: ["held", "waitlisted", "confirmed"] } },
    data: {
      state: "withdrawn",
      holdExpiresAt: null,
      endedAt: dateOf(monday),
      pausedAt: null,
      forFewer: false,
    },
  });
}

function byId(one: { id: string }, other: { id: string }): number {
  return one.id < other.id ? -1 : 1;
}
