import fc from "fast-check";
import { expect, test } from "vitest";
import { dateOf } from "#lib/clock/convert.ts";
import { cancelCohort } from "#lib/cohorts/cancel.ts";
import { resizeCohort } from "#lib/cohorts/resize.ts";
import { db } from "#lib/db/client.ts";
import { check } from "#lib/invariants/check.ts";
import { addProgram } from "#lib/programs/add.ts";
import { mindfulSelfCompassion } from "#lib/programs/built-in.ts";
import { alex, member, monday } from "#lib/testing/cast.ts";
import {
  belongs,
  Clinic,
  type Cohort,
  line,
  type Named,
  type Place,
  taken,
} from "#lib/testing/model/clinic.ts";
import { tendWaitlists } from "#lib/waitlist/tend.ts";
import type { Prisma } from "../../prisma/generated/client.ts";
import { addPartner } from "./add-partner.ts";
import { confirm } from "./confirm.ts";
import { declineOffer } from "./decline-offer.ts";
import { enroll } from "./enroll.ts";
import { expireHolds } from "./expire.ts";
import { pause, resume } from "./pause.ts";
import { split } from "./split.ts";
import { transfer } from "./transfer.ts";
import { withdraw } from "./withdraw.ts";

// Random histories of a clinic, lived at once by the database and by a model small enough to be seen through.
// A failure prints the history, shrunk, with the seed that brings it back.

const admin = await alex();
const programId = await addProgram(db, mindfulSelfCompassion);
const group = { programId, title: "A group", state: "open", timeZone: "UTC" } as const;
const evening = { position: 1, kind: "weekly", title: "One", minutes: 60 } as const;

/** Two groups as the model sees them, and the same two in the database. */
async function beginning({ capacities, policy, daysToStart }: Beginning): Promise<Clinic> {
  const startsAt = monday.add({ hours: daysToStart * 24 });
  const cohorts: Cohort[] = capacities.map((capacity) => ({
    id: crypto.randomUUID(),
    capacity,
    largestParty: Math.min(4, capacity),
    policy,
    startsAt,
    cancelled: false,
    places: [],
  }));
  for (const { id, capacity, largestParty } of cohorts) {
    await db.cohort.create({
      data: { ...group, id, capacity, policy, largestParty },
      select: { id: true },
    });
    await db.session.create({
      data: {
        ...evening,
        cohortId: id,
        startsLocal: dateOf(startsAt),
        startsAt: dateOf(startsAt),
        endsAt: dateOf(startsAt.add({ hours: 1 })),
      },
      select: { id: true },
    });
  }
  return new Clinic(monday, cohorts);
}

type ByMember = "confirm" | "decline" | "withdraw" | "pause" | "resume" | "split" | "add";

type Step =
  | { do: "enroll"; cohort: number; size: number }
  | { do: ByMember; place: number; member: number }
  | { do: "move"; place: number; cohort: number }
  | { do: "pass"; hours: number }
  | { do: "resize"; cohort: number; by: number }
  | { do: "cancel"; cohort: number };

const nat = fc.nat({ max: 20 });
const cohort = fc.nat({ max: 1 });
const doing = <T extends string>(what: T) => fc.constant(what);
const byMember = (weight: number, what: ByMember) => ({
  weight,
  arbitrary: fc.record({ do: doing(what), place: nat, member: nat }),
});
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 14, arbitrary: fc.record({ do: doing("enroll"), cohort, size: fc.integer({ min: 1, max: 4 }) }) },
  byMember(14, "confirm"),
  byMember(4, "decline"),
  byMember(6, "withdraw"),
  byMember(2, "pause"),
  byMember(2, "resume"),
  byMember(3, "split"),
  byMember(3, "add"),
  { weight: 3, arbitrary: fc.record({ do: doing("move"), place: nat, cohort }) },
  { weight: 8, arbitrary: fc.record({ do: doing("pass"), hours: fc.integer({ min: 1, max: 60 }) }) },
  { weight: 3, arbitrary: fc.record({ do: doing("resize"), cohort, by: fc.integer({ min: -3, max: 3 }) }) },
  { weight: 1, arbitrary: fc.record({ do: doing("cancel"), cohort }) },
);

const beginnings = {
  capacities: fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 })),
  policy: fc.constantFrom("fit" as const, "fit" as const, "inOrder" as const),
  daysToStart: fc.integer({ min: 3, max: 20 }),
};

type Beginning = { capacities: [number, number]; policy: "fit" | "inOrder"; daysToStart: number };

test("two thousand random histories end as a clinic small enough to be seen through says", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({ ...beginnings, steps: fc.array(step, { minLength: 4, maxLength: 20 }) }),
      async ({ steps, ...rest }) => {
        const clinic = await beginning(rest);
        for (const each of steps) {
          await live(clinic, each);
          expect(await databaseSays(clinic)).toEqual(modelSays(clinic));
        }
        await forget(clinic);
      },
    ),
    { numRuns: 2000 },
  );
  expect(await broken()).toEqual([]);
}, 400_000);

test("the same histories, lived eight at once in the same two groups, break no rule", async () => {
  const lives = fc.array(fc.array(step, { minLength: 4, maxLength: 10 }), { minLength: 8, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(fc.record({ ...beginnings, lives }), async ({ lives, ...rest }) => {
      const clinic = await beginning(rest);
      const places: Named[] = [];
      await Promise.all(lives.map((steps) => liveAmongOthers(steps, clinic, places)));
      expect(await broken()).toEqual([]);
      await forget(clinic);
    }),
    { numRuns: 60 },
  );
}, 400_000);

/** Acts without looking at what the others do: whatever is refused is refused, and nothing else may happen. */
async function liveAmongOthers(steps: Step[], { cohorts, at: from }: Clinic, places: Named[]) {
  let at = from;
  for (const step of steps) {
    const cohortId = "cohort" in step ? String(cohorts[step.cohort]?.id) : "";
    const place = "place" in step ? places[step.place % Math.max(1, places.length)] : undefined;
    if (step.do === "enroll") {
      const enrolled = await askForPlaces(cohortId, step.size, at);
      if (enrolled) places.push(enrolled);
    } else if (step.do === "pass") {
      at = at.add({ hours: step.hours });
      await expireHolds(at);
      await tendWaitlists(at);
    } else if (step.do === "resize") {
      await resizeCohort(admin, cohortId, Math.max(1, 4 + step.by), at);
    } else if (step.do === "cancel") {
      await cancelCohort(admin, cohortId, "Too few came.", at);
    } else if (place && step.do === "move") {
      await transfer(admin, { enrollmentId: place.id, toCohortId: cohortId, orLine: false }, at);
    } else if (place && "member" in step) {
      await verbs[step.do](member(String(place.members[step.member % place.members.length])), place.id, at);
    }
  }
}

const verbs = {
  confirm,
  decline: declineOffer,
  withdraw,
  pause,
  resume,
  split: (actor: ReturnType<typeof member>, id: string, at: Temporal.Instant) =>
    split(actor, id, undefined, at),
  add: (actor: ReturnType<typeof member>, id: string, at: Temporal.Instant) =>
    addPartner(actor, id, { name: "Somebody more", email: "more@example.org" }, at),
} satisfies Record<ByMember, unknown>;

/** The rules of the design that the data breaks now. What lapses late is the clock's of these tests, not the product's. */
async function broken() {
  const findings = await check(monday);
  return findings.filter(({ ids }) => ids.length > 0);
}

/** Does the same thing in the database and in the model, which must agree on whether it can be done. */
async function live(clinic: Clinic, step: Step): Promise<void> {
  clinic.tick();
  const { at } = clinic;
  if (step.do === "pass") {
    clinic.pass(step.hours);
    await expireHolds(clinic.at);
    await tendWaitlists(clinic.at);
    return;
  }
  const target = "cohort" in step ? (clinic.cohorts[step.cohort] as Cohort) : undefined;
  if (target && step.do === "enroll") {
    const enrolled = await askForPlaces(target.id, step.size, at);
    expect(enrolled !== null).toBe(clinic.takes(target, step.size));
    if (enrolled) clinic.enroll(target, enrolled);
  } else if (target && step.do === "resize") {
    const capacity = Math.max(1, target.capacity + step.by);
    const answer = await resizeCohort(admin, target.id, capacity, at);
    expect(answer.ok).toBe(capacity >= taken(target));
    clinic.resize(target, capacity);
  } else if (target && step.do === "cancel") {
    await cancelCohort(admin, target.id, "Too few came.", at);
    clinic.cancel(target);
  } else if ("place" in step) {
    // The share of who let an offer lapse has no name here, and nothing can be done with it.
    const named = clinic.places.filter(({ id, party }) => id && party.members.length > 0);
    const place = named[step.place % Math.max(1, named.length)];
    if (place && target) await moveBoth(clinic, place, target);
    else if (place && "member" in step) await actBoth(clinic, step.do, place, step.member);
  }
}

async function moveBoth(clinic: Clinic, place: Place, target: Cohort): Promise<void> {
  const move = { enrollmentId: place.id, toCohortId: target.id, orLine: false };
  const answer = await transfer(admin, move, clinic.at);
  expect(answer.ok).toBe(clinic.canMove(place, target));
  if (answer.ok) clinic.move(place, target, answer.value.enrollmentId);
}

async function actBoth(clinic: Clinic, what: ByMember, place: Place, nth: number): Promise<void> {
  const one = place.party.members[nth % place.party.members.length] as Place["party"]["members"][number];
  const splits = what === "split" && clinic.canSplit(place, one);
  const adds = what === "add" ? clinic.addable(place, one) : null;
  const answer = await verbs[what](member(one.id), place.id, clinic.at);
  if (what === "confirm") clinic.confirm(place, one);
  if (what === "decline") clinic.declineOffer(place, one);
  if (what === "withdraw") clinic.withdraw(place, one);
  if (what === "pause" || what === "resume") clinic.pause(place, one, what === "pause");
  if (what === "split") expect(answer.ok).toBe(splits);
  if (what === "add") expect(answer.ok).toBe(adds !== null);
  if (splits) clinic.split(place, one, (await newestPlaceOf(one.id)).id);
  if (adds === "grows") clinic.grow(place, String((await membersOf(place.id)).at(-1)));
  if (adds === "alone") clinic.addAlone(place.cohort, await newestPlaceIn(place.cohort.id));
}

/** Asks for places by the form. Null when it was refused. */
async function askForPlaces(cohortId: string, size: number, at: Temporal.Instant): Promise<Named | null> {
  const people = Array.from({ length: size }, (_, index) => ({
    name: `Guest ${index + 1}`,
    email: `guest-${index + 1}@example.org`,
  }));
  const form = { cohortId, formToken: crypto.randomUUID(), inquiry: undefined, people };
  const answer = await enroll({ kind: "visitor" }, form, at);
  return answer.ok ? named(answer.value.enrollmentId) : null;
}

const newestPlaceOf = (memberId: string) =>
  newest({ party: { members: { some: { id: memberId } } }, state: { notIn: ["withdrawn", "expired"] } });
/** Only one who is added joins at the very instant of the clinic's clock without a form. */
const newestPlaceIn = (cohortId: string) =>
  newest({ cohortId, formToken: null, party: { members: { some: { person: { name: "Somebody more" } } } } });

async function newest(where: Prisma.EnrollmentWhereInput): Promise<Named> {
  const found = { where, orderBy: { id: "desc" }, select: { id: true } } as const;
  return named((await db.enrollment.findFirstOrThrow(found)).id);
}

async function named(enrollmentId: string): Promise<Named> {
  return { id: enrollmentId, members: await membersOf(enrollmentId) };
}

async function membersOf(enrollmentId: string): Promise<string[]> {
  const members = await db.member.findMany({
    where: { party: { enrollments: { some: { id: enrollmentId } } } },
    orderBy: { position: "asc" },
    select: { id: true },
  });
  return members.map(({ id }) => id);
}

function modelSays({ cohorts }: Clinic) {
  return cohorts.map((cohort) => ({
    id: cohort.id,
    capacity: cohort.capacity,
    seatsTaken: taken(cohort),
    partiesWaiting: line(cohort).length,
    places: cohort.places
      .map((place) => ({
        state: place.state,
        seats: place.seats,
        passedOver: place.passedOver,
        paused: place.paused,
        ends: seconds(place.ends),
        rests: place.state === "waitlisted" ? seconds(place.rests) : null,
        members: place.party.members
          .map((one) => ({ id: one.id, state: one.state, yes: place.yes.has(one) && belongs(one) }))
          .toSorted(byId),
      }))
      .toSorted(byMembers),
  }));
}

type Said = ReturnType<typeof modelSays>;

/** In one statement, planned once: this is asked twenty thousand times. */
async function databaseSays({ cohorts }: Clinic): Promise<Said> {
  const ids = cohorts.map(({ id }) => id);
  const found = await db.$queryRaw<Said>`
    SELECT
      "id", "capacity", "seatsTaken", "partiesWaiting",
      ARRAY(
        SELECT json_build_object(
          'state', e."state",
          'seats', e."seats",
          'passedOver', e."passedOver",
          'paused', e."pausedAt" IS NOT NULL,
          'ends', extract(epoch FROM e."holdExpiresAt"),
          'rests', CASE WHEN e."state" = 'waitlisted' THEN extract(epoch FROM e."restsUntil") END,
          'members', ARRAY(
            SELECT json_build_object(
              'id', m."id",
              'state', m."state",
              'yes', m."state" IN ('invited', 'confirmed') AND EXISTS (
                SELECT 1 FROM "Acceptance" a WHERE a."enrollmentId" = e."id" AND a."memberId" = m."id"
              )
            )
            FROM "Member" m WHERE m."partyId" = e."partyId" ORDER BY m."id"
          )
        )
        FROM "Enrollment" e WHERE e."cohortId" = c."id"
      ) AS "places"
    FROM "Cohort" c WHERE "id" = ANY(${ids}::uuid[]) ORDER BY array_position(${ids}::uuid[], "id")`;
  return found.map((cohort) => ({ ...cohort, places: cohort.places.toSorted(byMembers) }));
}

/** Ends what lives, so that the clock of the next history finds nothing of this one. */
async function forget({ cohorts }: Clinic): Promise<void> {
  await db.enrollment.updateMany({
    where: {
      cohortId: { in: cohorts.map(({ id }) => id) },
      state: { in: ["held", "waitlisted", "confirmed"] },
    },
    data: { state: "withdrawn", holdExpiresAt: null, endedAt: dateOf(monday), pausedAt: null },
  });
}

function seconds(at: Temporal.Instant | null): number | null {
  return at && at.epochMilliseconds / 1000;
}

function byId(one: { id: string }, other: { id: string }): number {
  return one.id < other.id ? -1 : 1;
}

function byMembers(one: object, other: object): number {
  return JSON.stringify(one) < JSON.stringify(other) ? -1 : 1;
}
