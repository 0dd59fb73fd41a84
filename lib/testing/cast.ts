import type { Staff } from "#lib/audit/actor.ts";
import { addStaff } from "#lib/auth/add-staff.ts";
import { createCohort } from "#lib/cohorts/create.ts";
import { openCohort } from "#lib/cohorts/open.ts";
import type { CohortInput } from "#lib/cohorts/schema.ts";
import { db } from "#lib/db/client.ts";
import { enroll } from "#lib/enrollment/enroll.ts";
import { addProgram } from "#lib/programs/add.ts";
import { mindfulSelfCompassion } from "#lib/programs/built-in.ts";

/** An instant well before every cohort that `aCohort` makes; tests count from here. */
export const monday = Temporal.Instant.from("2026-11-23T15:00:00Z");

/** Four days before those cohorts: so late that a second seat can hardly come free in time, and none is saved. */
export const late = Temporal.Instant.from("2027-01-08T19:30:00Z");

/** The same people in every test: Sam facilitates, Robin facilitates another cohort, Alex administers. */
export const sam = () => aStaff("Sam Lindqvist", "sam@willowstreet.example", "facilitator");
export const robin = () => aStaff("Robin Okafor", "robin@willowstreet.example", "facilitator");
export const alex = () => aStaff("Alex Tremblay", "alex@willowstreet.example", "admin");

async function aStaff(name: string, email: string, role: Staff["role"]): Promise<Staff> {
  return addStaff(db, { kind: "job" }, { name, email, role });
}

/** An open cohort of sixteen, Tuesdays at 6:30 pm in Toronto from 12 January 2027, facilitated by Sam. */
export async function aCohort(
  changes: Partial<CohortInput> & { draft?: boolean } = {},
  by?: Staff,
): Promise<string> {
  const { draft = false, ...input } = changes;
  const actor = by ?? (await sam());
  const id = await createCohort(actor, {
    programId: await addProgram(db, mindfulSelfCompassion),
    title: "Winter evenings",
    description: "",
    firstOn: Temporal.PlainDate.from("2027-01-12"),
    startsAt: Temporal.PlainTime.from("18:30"),
    timeZone: "America/Toronto",
    skip: [],
    format: "inPerson",
    place: "Willow Street, second floor",
    fee: 420,
    feeNote: "sliding scale",
    capacity: 16,
    largestParty: 4,
    audience: "anyone",
    facilitatorIds: [],
    ...input,
  });
  if (!draft) await openCohort(actor, id);
  return id;
}

/** Enrols a party over the web: nobody in it has said yes. Returns the enrolment and its members in order. */
export async function aParty(cohortId: string, names: string[] = ["Ana", "Noor"], at = monday) {
  const outcome = await enroll(
    { kind: "visitor" },
    {
      cohortId,
      formToken: crypto.randomUUID(),
      inquiry: undefined,
      people: names.map((name) => ({
        name,
        email: `${name.toLowerCase().replaceAll(/\W/g, ".")}@example.org`,
      })),
    },
    at,
  );
  if (!outcome.ok) throw new Error(`not enrolled: ${outcome.reason}`);
  return enrollment(outcome.value.enrollmentId);
}

/** An enrolment as it stands, with its members in order. */
export async function enrollment(id: string) {
  const found = await db.enrollment.findUniqueOrThrow({
    where: { id },
    include: { party: { include: { members: { orderBy: { position: "asc" }, include: { person: true } } } } },
  });
  return { ...found, members: found.party.members };
}

/** The letters queued for an enrolment: template and address, oldest first. */
export async function letters(enrollmentId: string): Promise<[string, string][]> {
  const messages = await db.message.findMany({
    where: { direction: "outgoing", props: { path: ["enrollmentId"], equals: enrollmentId } },
    orderBy: [{ createdAt: "asc" }, { address: "asc" }],
  });
  return messages.map(({ template, address }) => [template ?? "", address]);
}

export const member = (id: string) => ({ kind: "member" as const, memberId: id });
