import { expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import { aCohort, alex, monday, robin, sam } from "#lib/testing/cast.ts";
import { countQueries } from "#lib/testing/queries.ts";
import { cancelCohort } from "./cancel.ts";
import { cancelSession } from "./cancel-session.ts";
import { clashesOfMove } from "./clashes.ts";
import { loadSessions } from "./load-sessions.ts";
import { loadMonth } from "./month.ts";
import { previewCohort } from "./plan-cohort.ts";

const january = Temporal.PlainYearMonth.from("2027-01");
const local = (text: string) => Temporal.PlainDateTime.from(text);
const day = (text: string) => Temporal.PlainDate.from(text);

/** Each is alone with what it made. */
async function emptied() {
  await db.cohort.deleteMany();
  return { sam: await sam(), robin: await robin(), alex: await alex() };
}

const firstClashes = async (actor: Awaited<ReturnType<typeof sam>>, cohortId: string) =>
  (await loadSessions(actor, cohortId, monday))?.sessions[0]?.clashes;

test("two groups in one place are told of each other, by name only where it is theirs to know", async () => {
  const staff = await emptied();
  const ours = await aCohort({ title: "Ours" });
  const theirs = await aCohort(
    { title: "Theirs", startsAt: Temporal.PlainTime.from("20:30"), place: " willow street, Second floor " },
    staff.robin,
  );
  const when = local("2027-01-12T20:30:00");
  const place = "willow street, Second floor";
  expect(await firstClashes(staff.sam, ours)).toEqual([
    { title: null, startsLocal: when, place: ` ${place} `, facilitators: [] },
  ]);
  expect((await firstClashes(staff.alex, ours))?.[0]).toMatchObject({ title: "Theirs" });
  expect((await firstClashes(staff.robin, theirs))?.[0]).toMatchObject({ title: null });
  // Half past nine, when ours is over.
  await db.cohort.delete({ where: { id: theirs } });
  const after = await aCohort({ title: "After", startsAt: Temporal.PlainTime.from("21:00") }, staff.robin);
  expect([await firstClashes(staff.sam, ours), await firstClashes(staff.robin, after)]).toEqual([[], []]);
});

test("who would be in two groups at once is named, wherever they are; other zones count by the instant", async () => {
  const staff = await emptied();
  const here = await aCohort({ title: "Here" });
  // Half past midnight of the next day in Paris is half past six in Toronto.
  await aCohort({
    title: "Online",
    format: "online",
    place: "",
    timeZone: "Europe/Paris",
    firstOn: day("2027-01-13"),
    startsAt: Temporal.PlainTime.from("00:30"),
  });
  await aCohort({ title: "Robin's", format: "online" }, staff.robin);
  expect(await firstClashes(staff.sam, here)).toEqual([
    {
      title: "Online",
      startsLocal: local("2027-01-13T00:30:00"),
      place: "",
      facilitators: ["Sam Lindqvist"],
    },
  ]);
});

test("what is cancelled clashes with nothing", async () => {
  const staff = await emptied();
  const one = await aCohort({ title: "One" });
  const other = await aCohort({ title: "Other" });
  expect((await firstClashes(staff.sam, one))?.length).toBe(1);
  const first = await db.session.findFirstOrThrow({ where: { cohortId: other, position: 1 } });
  await cancelSession(staff.sam, { sessionId: first.id, reason: "Sam is away." }, monday);
  const counts = async () =>
    (await loadSessions(staff.sam, one, monday))?.sessions.map(({ clashes }) => clashes.length);
  expect(await counts()).toEqual([0, 1, 1, 1, 1, 1, 1, 1, 1]);
  await cancelCohort(staff.sam, other, "Too few came.", monday);
  expect(await counts()).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0]);
});

test("whoever plans or moves is told before", async () => {
  const staff = await emptied();
  const id = await aCohort({ title: "There already" });
  const { programId } = await db.cohort.findUniqueOrThrow({ where: { id } });
  const plan = {
    programId,
    firstOn: day("2027-01-05"),
    startsAt: Temporal.PlainTime.from("19:00"),
    timeZone: "America/Toronto",
    skip: [],
    format: "inPerson",
    place: "",
    facilitatorIds: [],
  };
  const counts = async (actor: typeof staff.sam, changes: object = {}) =>
    (await previewCohort(actor, { ...plan, ...changes })).sessions.map(({ clashes }) => clashes.length);
  // Sam is in the other group from the second week on; its retreat is a week later.
  expect(await counts(staff.sam)).toEqual([0, 1, 1, 1, 1, 0, 1, 1, 1]);
  expect(await counts(staff.robin)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0]);
  expect(await counts(staff.robin, { place: "Willow Street, second floor" })).toEqual([
    0, 1, 1, 1, 1, 0, 1, 1, 1,
  ]);
  expect(await counts(staff.alex, { facilitatorIds: [staff.sam.userId] })).toEqual([
    0, 1, 1, 1, 1, 0, 1, 1, 1,
  ]);

  // Dates said one by one are looked at as those that were laid out.
  const { sessions } = await previewCohort(staff.sam, plan);
  const dates = sessions.map(({ startsLocal }) => local(startsLocal));
  dates[1] = local("2027-01-13T19:00");
  dates[2] = local("2027-01-13T20:30");
  const said = await previewCohort(staff.sam, {
    ...plan,
    dates,
    skip: [day("2027-01-13"), day("2027-02-02")],
  });
  expect(said.sessions.slice(0, 4)).toMatchObject([
    { startsLocal: "2027-01-05T19:00", clashes: [], skipped: false, overlaps: false },
    { startsLocal: "2027-01-13T19:00", clashes: [], skipped: true, overlaps: false },
    { startsLocal: "2027-01-13T20:30", clashes: [], skipped: true, overlaps: true },
    {
      startsLocal: "2027-01-26T19:00",
      clashes: [{ title: "There already" }],
      skipped: false,
      overlaps: false,
    },
  ]);

  const another = await aCohort({ title: "On Wednesdays", firstOn: day("2027-01-13") });
  const session = await db.session.findFirstOrThrow({ where: { cohortId: another, position: 1 } });
  const to = (when: string) => ({ sessionId: session.id, startsLocal: local(when), minutes: 60 });
  expect((await clashesOfMove(staff.sam, to("2027-01-12T20:00"))).map(({ title }) => title)).toEqual([
    "There already",
  ]);
  expect(await clashesOfMove(staff.sam, to("2027-01-12T17:30"))).toEqual([]);
  expect(await clashesOfMove(staff.robin, to("2027-01-12T20:00"))).toEqual([]);
});

test("a month has the sessions of the clinic's days in it: a facilitator's own, or all for an admin", async () => {
  const staff = await emptied();
  await aCohort({ title: "Ours" });
  await aCohort({ title: "Theirs", startsAt: Temporal.PlainTime.from("10:00") }, staff.robin);
  const shown = async (actor: typeof staff.sam) =>
    (await loadMonth(actor, january)).map(({ cohort, clinicLocal }) => `${cohort.title} ${clinicLocal.day}`);
  expect(await shown(staff.sam)).toEqual(["Ours 12", "Ours 19", "Ours 26"]);
  expect(await shown(staff.robin)).toEqual(["Theirs 12", "Theirs 19", "Theirs 26"]);
  expect(await shown(staff.alex)).toEqual([
    ...["Theirs 12", "Ours 12", "Theirs 19", "Ours 19", "Theirs 26", "Ours 26"],
  ]);
  // The last evening of the month here is in the next one in UTC.
  await aCohort({ title: "Late", firstOn: day("2027-01-31"), startsAt: Temporal.PlainTime.from("21:00") });
  expect((await shown(staff.sam)).at(-1)).toBe("Late 31");
});

test("a month of many groups is read with as many statements as one of one", async () => {
  const staff = await emptied();
  await aCohort();
  const one = await countQueries(() => loadMonth(staff.alex, january));
  for (let more = 0; more < 4; more += 1) await aCohort({ title: `More ${more}` }, staff.robin);
  expect(await countQueries(() => loadMonth(staff.alex, january))).toBe(one);
  expect((await loadMonth(staff.alex, january)).filter(({ clashes }) => clashes.length > 0)).toHaveLength(15);
});
