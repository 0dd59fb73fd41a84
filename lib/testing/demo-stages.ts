import { mark } from "#lib/attendance/mark.ts";
import { markEveryone } from "#lib/attendance/mark-everyone.ts";
import { type Staff, visitor } from "#lib/audit/actor.ts";
import { instantOf } from "#lib/clock/convert.ts";
import { createCohort } from "#lib/cohorts/create.ts";
import { closeCohort, openCohort } from "#lib/cohorts/open.ts";
import type { CohortInput } from "#lib/cohorts/schema.ts";
import { settings } from "#lib/config/settings.ts";
import { db } from "#lib/db/client.ts";
import { confirm } from "#lib/enrollment/confirm.ts";
import { enroll } from "#lib/enrollment/enroll.ts";
import { joinInterest } from "#lib/interest/join.ts";
import type { WeekTime } from "#lib/interest/times.ts";
import { waitToo } from "#lib/interest/wait-too.ts";
import { attachMaterial } from "#lib/library/attach.ts";
import type { Content, ReleaseInput } from "#lib/library/schema.ts";
import { beNamed } from "#lib/people/be-named.ts";
import { answerQuestion } from "#lib/questions/answer.ts";
import { askQuestion } from "#lib/questions/ask.ts";
import { aHandout, aRecording } from "./demo-files.ts";

export type Clinic = { programId: string; sam: Staff; robin: Staff; at: Temporal.Instant };

type Party = { names: string[]; says?: "yes" | "first" | "nothing" };

/** Two groups that people are joining: one with room, and a full one that others wait for. */
export async function enrolling(clinic: Clinic): Promise<string[]> {
  const evenings = await aGroup(clinic, {
    title: "Winter evenings",
    description:
      "Tuesday evenings through the winter, in a warm room on the second floor. No experience is needed.",
    firstOn: weekday(clinic.at, 2, 7),
    startsAt: Temporal.PlainTime.from("18:30"),
    format: "inPerson",
    place: "Willow Street, second floor",
    fee: 420,
    feeNote: "sliding scale",
    capacity: 16,
  });
  await fill(clinic, evenings, 9, [
    { names: ["Hana Sato", "Lior Ben-Ami"] },
    { names: ["Tomas Weiss"] },
    { names: ["Grace Mensah", "Ife Mensah"] },
    { names: ["Jun Takeda"] },
    { names: ["Rosa Delgado"] },
    { names: ["Ines Duarte", "Theo Laurent"], says: "first" },
  ]);
  const saturdays = await aGroup(clinic, {
    title: "Saturday mornings, for couples and partners",
    description: "Online, for people who come with a partner or partners. Cameras are welcome, and may rest.",
    firstOn: weekday(clinic.at, 6, 10),
    startsAt: Temporal.PlainTime.from("10:00"),
    format: "online",
    joinUrl: "https://meet.example.org/saturdays",
    fee: 380,
    feeNote: "",
    capacity: 8,
    audience: "partners",
    facilitatorIds: [clinic.robin.userId],
  });
  await fill(clinic, saturdays, 20, [
    { names: ["Mika Aalto", "Dov Adler"] },
    { names: ["Rae Kim", "Sol Kim", "Emi Kim"] },
    { names: ["Nils Berg", "Ada Berg"] },
    { names: ["Yara Haddad", "Omar Haddad"], says: "nothing" },
    { names: ["Pia Rossi", "Luc Rossi"], says: "first" },
  ]);
  return [evenings, saturdays];
}

/** A group in its sixth week: four sessions with attendance, materials that appear after each. */
export async function running(clinic: Clinic): Promise<string> {
  const group = await aGroup(clinic, {
    title: "Autumn Tuesdays",
    description: "Tuesday evenings in autumn.",
    firstOn: weekday(clinic.at, 2, -5),
    startsAt: Temporal.PlainTime.from("18:30"),
    format: "hybrid",
    place: "Willow Street, second floor",
    joinUrl: "https://meet.example.org/autumn",
    fee: 420,
    feeNote: "sliding scale",
    capacity: 14,
  });
  await fill(clinic, group, 60, [
    { names: ["Ana Moreau", "Noor Haddad"] },
    { names: ["Lea Brandt", "Otis Brandt"] },
    { names: ["Jun Okada"] },
    { names: ["Zofia Nowak"] },
    { names: ["Bea Flynn", "Cal Flynn", "Dana Ruiz"] },
    { names: ["Eli Stern"] },
  ]);
  await closeCohort(clinic.sam, group);
  await runSessions(clinic, group);
  await atTheirPlaces(clinic, group);
  return group;
}

/** A group that has met for the last time. */
export async function finished(clinic: Clinic): Promise<string> {
  const group = await aGroup(clinic, {
    title: "Spring mornings",
    description: "Thursday mornings in spring.",
    firstOn: weekday(clinic.at, 4, -24),
    startsAt: Temporal.PlainTime.from("10:00"),
    format: "inPerson",
    place: "Willow Street, garden room",
    fee: 400,
    feeNote: "",
    capacity: 10,
  });
  await fill(clinic, group, 200, [
    { names: ["Uma Rao", "Finn Daly"] },
    { names: ["Vera Lund"] },
    { names: ["Pat Osei"] },
  ]);
  await closeCohort(clinic.sam, group);
  await runSessions(clinic, group);
  return group;
}

/** Parties that wait for a group that suits them. */
export async function interested({ programId, at }: Clinic): Promise<void> {
  await waits(["Selin Arslan", "Marek Novak"], ["tue-evening", "thu-evening"], 34);
  await waits(["Ola Nilsen"], [], 21, "I am away for the whole of March.");
  await waits(["Gita Rao", "Ben Sharp", "Lou Marsh"], ["sat-morning", "sun-morning"], 6);

  async function waits(names: string[], suits: WeekTime[], daysAgo: number, note = "") {
    const since = at.subtract({ hours: daysAgo * 24 });
    const people = names.map((name) => ({ name, email: addressOf(name) }));
    const form = { programId, formToken: crypto.randomUUID(), people, suits, format: null, note };
    const outcome = await joinInterest(visitor, form, since);
    if (!outcome.ok) throw new Error(`The demo could not put a party on the list: ${outcome.reason}.`);
    const { interestId } = outcome.value;
    const first = await db.member.findFirstOrThrow({
      where: { position: 1, party: { interests: { some: { id: interestId } } } },
      select: { id: true },
    });
    await waitToo({ kind: "member", memberId: first.id }, interestId, since.add({ hours: 2 }));
  }
}

type Group = Pick<
  CohortInput,
  "title" | "description" | "firstOn" | "startsAt" | "format" | "fee" | "feeNote" | "capacity"
> &
  Partial<CohortInput>;

async function aGroup(clinic: Clinic, group: Group): Promise<string> {
  const id = await createCohort(clinic.sam, {
    programId: clinic.programId,
    timeZone: settings().CLINIC_ZONE,
    skip: [],
    place: "",
    largestParty: 4,
    audience: "anyone",
    facilitatorIds: [],
    ...group,
  });
  await openCohort(clinic.sam, id);
  return id;
}

/** Parties enrol one after the other, beginning so many days ago, and say yes or keep us waiting. */
async function fill({ at }: Clinic, cohortId: string, daysAgo: number, parties: Party[]): Promise<void> {
  let when = at.subtract({ hours: daysAgo * 24 });
  for (const { names, says = "yes" } of parties) {
    // Who has not answered yet came today: their hold still stands.
    if (says !== "yes") when = at.subtract({ hours: 5 });
    const outcome = await enroll(
      visitor,
      {
        cohortId,
        formToken: crypto.randomUUID(),
        inquiry: undefined,
        people: names.map((name) => ({ name, email: addressOf(name) })),
      },
      when,
    );
    if (!outcome.ok) throw new Error(`The demo could not enrol a party: ${outcome.reason}.`);
    const { enrollmentId } = outcome.value;
    const members = await db.member.findMany({
      where: { party: { enrollments: { some: { id: enrollmentId } } } },
      orderBy: { position: "asc" },
      select: { id: true },
    });
    const answering = { yes: members, first: members.slice(0, 1), nothing: [] }[says];
    for (const { id } of answering)
      await confirm({ kind: "member", memberId: id }, enrollmentId, when.add({ hours: 2 }));
    when = when.add({ hours: 7 });
  }
}

/** What some of a group did at their own place: asked something, and agreed to be named to the others. */
async function atTheirPlaces({ at, sam }: Clinic, cohortId: string): Promise<void> {
  const members = await db.member.findMany({
    where: { state: "confirmed", party: { enrollments: { some: { cohortId, state: "confirmed" } } } },
    select: { id: true, person: { select: { name: true, email: true } } },
  });
  const who = (name: string) => {
    const member = members.find(({ person }) => person.name === name);
    if (!member) throw new Error(`The demo has nobody called ${name} in this group.`);
    const actor = {
      kind: "participant",
      userId: crypto.randomUUID(),
      email: member.person.email ?? "",
    } as const;
    return { memberId: member.id, actor };
  };
  for (const name of ["Ana Moreau", "Lea Brandt", "Jun Okada", "Bea Flynn", "Eli Stern"]) {
    const { memberId, actor } = who(name);
    await beNamed(actor, { memberId, given: true }, at.subtract({ hours: 400 }));
  }
  const zofia = who("Zofia Nowak");
  const lying = {
    memberId: zofia.memberId,
    text: "May I lie down for the longer practices? My back likes it.",
  };
  const asked = await askQuestion(zofia.actor, lying, at.subtract({ hours: 190 }));
  if (!asked.ok) throw new Error(`The demo could not ask: ${asked.reason}.`);
  const answer = "Please do. There are mats by the window, and nobody minds if you fall asleep.";
  await answerQuestion(sam, { questionId: asked.value.questionId, answer }, at.subtract({ hours: 170 }));
  const eli = who("Eli Stern");
  const parking = { memberId: eli.memberId, text: "Is there somewhere to leave a bicycle inside?" };
  await askQuestion(eli.actor, parking, at.subtract({ hours: 20 }));
}

/** Attendance and materials of each session that is over; the next session's material waits for its end. */
async function runSessions({ at, sam }: Clinic, cohortId: string): Promise<void> {
  const sessions = await db.session.findMany({
    where: { cohortId },
    orderBy: { position: "asc" },
    select: { id: true, title: true, position: true, startsAt: true, endsAt: true },
  });
  const people = await db.person.findMany({
    where: {
      members: {
        some: { state: "confirmed", party: { enrollments: { some: { cohortId, state: "confirmed" } } } },
      },
    },
    orderBy: { name: "asc" },
    select: { id: true },
  });
  const past = sessions.filter(({ endsAt }) => Temporal.Instant.compare(instantOf(endsAt), at) <= 0);
  for (const { id, position, startsAt } of past) {
    const when = instantOf(startsAt).add({ minutes: 10 });
    const late = people[position % people.length];
    const away = people[(position * 3) % people.length];
    if (late) await mark(sam, { sessionId: id, personId: late.id, status: "late" }, when);
    if (away)
      await mark(
        sam,
        { sessionId: id, personId: away.id, status: position % 2 ? "excused" : "absent" },
        when,
      );
    await markEveryone(sam, id, when);
  }
  for (const { id, title } of sessions.slice(0, past.length + 1)) {
    const recording = aRecording(title);
    const handout = aHandout(title);
    await give(id, { kind: "recording", title: `${title}: a guided practice`, upload: recording });
    await give(id, { kind: "handout", title: `${title}: what to remember`, upload: handout });
  }

  async function give(sessionId: string, added: Content & { title: string }) {
    const material = { ...added, language: "en", transcript: "", licence: "" };
    const outcome = await attachMaterial(sam, {
      sessionId,
      rule: whenItEnds,
      material: { added: material, inLibrary: false },
    });
    if (!outcome.ok) throw new Error(`The demo could not add a material: ${outcome.reason}.`);
  }
}

const whenItEnds: ReleaseInput = {
  rule: "afterSession",
  offsetMinutes: 0,
  appearsLocal: null,
  forMissed: "too",
  missedOffsetMinutes: 0,
};

/** The date of a weekday (1 is Monday), so many weeks from now. */
function weekday(at: Temporal.Instant, day: number, weeks: number): Temporal.PlainDate {
  const today = at.toZonedDateTimeISO(settings().CLINIC_ZONE).toPlainDate();
  return today.add({ weeks }).add({ days: day - today.dayOfWeek });
}

function addressOf(name: string): string {
  const plain = name
    .normalize("NFD")
    .replaceAll(/[^a-zA-Z ]/g, "")
    .toLowerCase();
  return name === "Noor Haddad" ? "noor@example.org" : `${plain.replaceAll(" ", ".")}@example.org`;
}
