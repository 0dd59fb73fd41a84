import { beforeAll, expect, test } from "vitest";
import type { Participant, Staff } from "#lib/audit/actor.ts";
import { removeStaff } from "#lib/auth/remove-staff.ts";
import { loadToday } from "#lib/cohorts/load-today.ts";
import { db } from "#lib/db/client.ts";
import { confirm } from "#lib/enrollment/confirm.ts";
import { renderMessage } from "#lib/mail/render.ts";
import { aCohort, alex, aParty, member, monday, robin, sam } from "#lib/testing/cast.ts";
import { countQueries } from "#lib/testing/queries.ts";
import { answerQuestion } from "./answer.ts";
import { askQuestion } from "./ask.ts";
import { loadMyQuestions, loadQuestions } from "./queries.ts";

const signedInAs = (email: string): Participant => ({
  kind: "participant",
  userId: crypto.randomUUID(),
  email,
});
const ana = signedInAs("ana@example.org");
const noor = signedInAs("noor@example.org");
const later = monday.add({ hours: 1 });

let cohortId: string;
let anaId: string;
let noorId: string;

beforeAll(async () => {
  cohortId = await aCohort();
  const party = await aParty(cohortId);
  [anaId, noorId] = party.members.map(({ id }) => id) as [string, string];
  for (const { id } of party.members) await confirm(member(id), party.id, monday);
});

async function ask(text = "May I sit by the door?", at = monday) {
  const outcome = await askQuestion(ana, { memberId: anaId, text }, at);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value.questionId;
}

/** What a person finds asked, with the answers. */
async function mine(actor: Participant, memberId: string) {
  const found = await loadMyQuestions(actor, memberId);
  return found.ok ? found.value.questions.map(({ text, answer, by }) => [text, answer, by]) : found.reason;
}

test("a question reaches the facilitators of the group, and its answer whoever asked", async () => {
  const questionId = await ask();
  expect(await mine(ana, anaId)).toEqual([["May I sit by the door?", null, null]]);
  const asked = await loadQuestions(await sam(), cohortId);
  expect(asked?.questions.map(({ name, text }) => [name, text])).toEqual([["Ana", "May I sit by the door?"]]);
  expect((await loadQuestions(await alex(), cohortId))?.questions).toHaveLength(1);
  expect(await loadQuestions(await robin(), cohortId)).toBe(null);

  const answer = { questionId, answer: "Of course." };
  expect(await answerQuestion(await robin(), answer, later)).toEqual({ ok: false, reason: "not_yours" });
  expect((await answerQuestion(await sam(), answer, later)).ok).toBe(true);
  expect(await mine(ana, anaId)).toEqual([["May I sit by the door?", "Of course.", "Sam Lindqvist"]]);
  expect(await answerQuestion(await alex(), { questionId, answer: "No." }, later)).toEqual({
    ok: false,
    reason: "answered",
  });
  const events = await db.auditEvent.findMany({ where: { subjectId: questionId }, orderBy: { id: "asc" } });
  expect(events.map(({ action, details }) => [action, details])).toEqual([
    ["question.asked", {}],
    ["question.answered", {}],
  ]);
});

test("of two who answer at once, one is second", async () => {
  const questionId = await ask("Where do I park?");
  const staff = [await sam(), await alex()];
  const outcomes = await Promise.all(
    staff.map((one) => answerQuestion(one, { questionId, answer: `From ${one.name}` }, later)),
  );
  expect(outcomes.map((outcome) => outcome.ok).toSorted()).toEqual([false, true]);
  const { answer } = await db.question.findUniqueOrThrow({ where: { id: questionId } });
  expect(answer).toBe(`From ${staff[outcomes.findIndex(({ ok }) => ok)]?.name}`);
});

test("what waits for an answer stands under today, for those whose group it is", async () => {
  const waiting = async (actor: Staff) =>
    (await loadToday(actor, monday)).asked.find(({ id }) => id === cohortId)?.questions ?? 0;
  const before = await waiting(await sam());
  const questionId = await ask("Is there tea?");
  expect(await waiting(await sam())).toBe(before + 1);
  expect(await waiting(await alex())).toBe(before + 1);
  expect(await waiting(await robin())).toBe(0);
  await answerQuestion(await sam(), { questionId, answer: "There is." }, later);
  expect(await waiting(await sam())).toBe(before);
});

test("partners never see each other's", async () => {
  await ask("Between us");
  expect(await mine(noor, noorId)).toEqual([]);
  expect(await mine(noor, anaId)).toBe("not_there");
  expect(await askQuestion(noor, { memberId: anaId, text: "As Ana" }, monday)).toEqual({
    ok: false,
    reason: "not_there",
  });
});

test("the letters say that there is something to read, and nothing of it", async () => {
  const questionId = await ask("About my panic attacks");
  const lettersOf = async () => {
    const stored = await db.message.findMany({
      where: { props: { path: ["questionId"], equals: questionId } },
      orderBy: { id: "asc" },
    });
    return Promise.all(
      stored.map(async (letter) => ({ to: letter.address, rendered: await renderMessage(letter) })),
    );
  };
  const [asked] = await lettersOf();
  expect(asked?.to).toBe("sam@willowstreet.example");
  expect(asked?.rendered?.subject).toBe("A question for you");
  expect(asked?.rendered?.text).toContain(`/staff/cohorts/${cohortId}/questions`);
  await answerQuestion(await sam(), { questionId, answer: "Breathe slowly" }, later);
  const [overtaken, answered] = await lettersOf();
  expect(overtaken?.rendered).toBe(null);
  expect(answered?.to).toBe("ana@example.org");
  expect(answered?.rendered?.text).toContain(`/my/${anaId}/questions`);
  for (const letter of [asked, answered])
    expect(JSON.stringify(letter)).not.toMatch(/panic|Breathe|Ana\b.*asks|compassion/);
});

test("only who takes part asks, and not without end", async () => {
  const held = await aParty(await aCohort({ title: "Elsewhere" }), ["Jo", "Wren"]);
  const jo = held.members[0]!;
  await confirm(member(jo.id), held.id, monday);
  expect(await askQuestion(signedInAs("jo@example.org"), { memberId: jo.id, text: "Hello" }, monday)).toEqual(
    {
      ok: false,
      reason: "not_there",
    },
  );
  const open = await db.question.count({ where: { answeredAt: null, person: { name: "Ana" } } });
  for (let count = open; count < 10; count += 1) await ask(`No. ${count}`);
  expect(await askQuestion(ana, { memberId: anaId, text: "One more" }, monday)).toEqual({
    ok: false,
    reason: "many_open",
  });
});

test("as many queries for many questions as for few, and those that wait come first", async () => {
  const actor = await sam();
  const many = await countQueries(() => loadQuestions(actor, cohortId));
  const other = await aCohort();
  expect(await countQueries(() => loadQuestions(actor, other))).toBe(many);
  const waits = (await loadQuestions(actor, cohortId))?.questions.map(({ answer }) => answer === null) ?? [];
  expect(waits).toEqual(waits.toSorted((one, two) => Number(two) - Number(one)));
});

test("a colleague who has left is told of no question, also of one that was asked before", async () => {
  await db.question.deleteMany();
  const { userId, email } = await sam();
  const before = await ask();
  await removeStaff(await alex(), userId);
  const about = async (questionId: string) =>
    db.message.findMany({
      where: { template: "question-asked", props: { path: ["questionId"], equals: questionId } },
    });
  const [letter] = await about(before);
  expect(letter?.address).toBe(email);
  expect(await renderMessage(letter!)).toBe(null);
  expect(await about(await ask())).toEqual([]);
});
