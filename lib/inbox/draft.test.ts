import { expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import { arrive } from "#lib/testing/arrive.ts";
import { aCohort, alex, aParty, letters, monday, sam } from "#lib/testing/cast.ts";
import { aMail } from "#lib/testing/incoming.ts";
import { acceptDraft, correctInquiry, lackOf, listDraft } from "./draft.ts";
import type { Draft } from "./draft-schema.ts";

const ana = { name: "Ana Moreau", email: "ana@example.org" };
const noor = { name: "Noor Haddad", email: "noor@example.org" };

async function aDraft(changes: Partial<Draft> = {}): Promise<Draft> {
  const { threadId } = await arrive(aMail({ Cc: "Noor <noor@example.org>" }));
  return { threadId, intent: "enrol", seats: 2, cohortId: null, people: [ana, noor], ...changes };
}

const inquiryOf = (threadId: string) => db.inquiry.findUniqueOrThrow({ where: { threadId } });

test("what staff correct is kept, and nothing else happens", async () => {
  const admin = await alex();
  const draft = await aDraft({ cohortId: await aCohort(), intent: "question", seats: 3 });
  expect(await correctInquiry(admin, draft, monday)).toMatchObject({ ok: true });
  const inquiry = await inquiryOf(draft.threadId);
  expect(inquiry).toMatchObject({ intent: "question", seats: 3, people: [ana, noor], state: "open" });
  expect(inquiry.correctedAt).not.toBe(null);
  expect(await db.enrollment.count({ where: { cohortId: draft.cohortId ?? "" } })).toBe(0);
  const changed = { ...draft, cohortId: crypto.randomUUID() };
  expect(await correctInquiry(admin, changed, monday)).toEqual({ ok: false, reason: "no_group" });
  expect(await correctInquiry(await sam(), draft, monday)).toEqual({ ok: false, reason: "not_there" });
});

test("accepting keeps places, and each is asked by their own letter; nobody has said yes", async () => {
  const admin = await alex();
  const draft = await aDraft({ cohortId: await aCohort() });
  const outcome = await acceptDraft(admin, draft, monday);
  if (!outcome.ok) throw new Error(outcome.reason);
  expect(outcome.value.state).toBe("held");
  const { enrollmentId } = outcome.value;
  expect(await letters(enrollmentId)).toEqual([
    ["please-confirm", "ana@example.org"],
    ["please-confirm", "noor@example.org"],
  ]);
  const party = await db.party.findFirstOrThrow({
    where: { enrollments: { some: { id: enrollmentId } } },
    select: { members: { select: { state: true } }, threads: { select: { threadId: true } } },
  });
  expect(party.members).toEqual([{ state: "invited" }, { state: "invited" }]);
  expect(party.threads).toEqual([{ threadId: draft.threadId }]);
  expect((await inquiryOf(draft.threadId)).state).toBe("enrolled");
  const thread = await db.thread.findUniqueOrThrow({ where: { id: draft.threadId } });
  expect(thread.state).toBe("waitingForThem");
  expect(
    await db.auditEvent.count({ where: { action: "inquiry.accepted", actorId: admin.userId } }),
  ).toBeGreaterThan(0);
});

test("whoever doesn't ask for a place is given none by a press that was meant for something else", async () => {
  const admin = await alex();
  const draft = await aDraft({ cohortId: await aCohort() });
  for (const intent of ["withdraw", "question", "change", "partnerReply"] as const)
    expect(await acceptDraft(admin, { ...draft, intent }, monday)).toEqual({
      ok: false,
      reason: "no_place_asked",
    });
  expect(await db.enrollment.count({ where: { cohortId: draft.cohortId ?? "" } })).toBe(0);
  expect((await inquiryOf(draft.threadId)).state).toBe("open");
});

test("two who accept at the same moment enrol once", async () => {
  const admin = await alex();
  const draft = await aDraft({ cohortId: await aCohort() });
  const outcomes = await Promise.all([1, 2, 3, 4].map(() => acceptDraft(admin, draft, monday)));
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.reason]))).toEqual(
    Array(3).fill("not_open_now"),
  );
  expect(await db.enrollment.count({ where: { cohortId: draft.cohortId ?? "" } })).toBe(1);
});

test("without room they join the line, and hear so", async () => {
  const admin = await alex();
  const cohortId = await aCohort({ capacity: 2 });
  await aParty(cohortId, ["Kim"]);
  const draft = await aDraft({ cohortId });
  const outcome = await acceptDraft(admin, draft, monday);
  if (!outcome.ok) throw new Error(outcome.reason);
  expect(outcome.value.state).toBe("waitlisted");
  expect((await letters(outcome.value.enrollmentId)).map(([template]) => template)).toEqual([
    "waitlisted",
    "waitlisted",
  ]);
});

test("a group that can't take them says why, and what was corrected is kept", async () => {
  const admin = await alex();
  const draft = await aDraft({ cohortId: await aCohort({ audience: "individuals" }) });
  expect(await acceptDraft(admin, draft, monday)).toEqual({ ok: false, reason: "individuals_only" });
  const inquiry = await inquiryOf(draft.threadId);
  expect([inquiry.state, inquiry.cohortId]).toEqual(["open", draft.cohortId]);
  const small = { ...draft, cohortId: await aCohort({ largestParty: 1 }) };
  expect(await acceptDraft(admin, small, monday)).toEqual({ ok: false, reason: "too_many" });
  const shut = { ...draft, cohortId: await aCohort({ draft: true }) };
  expect(await acceptDraft(admin, shut, monday)).toEqual({ ok: false, reason: "not_open" });
  expect(await acceptDraft(admin, { ...draft, cohortId: null }, monday)).toEqual({
    ok: false,
    reason: "no_group",
  });
});

test("everybody who comes has a name and an address before they are asked", () => {
  expect(lackOf({ people: [], seats: 1 })?.reason).toBe("nobody");
  expect(lackOf({ people: [ana], seats: 3 })).toMatchObject({ reason: "unnamed", count: 2 });
  expect(lackOf({ people: [ana, noor], seats: 1 })).toMatchObject({ reason: "too_many_named" });
  expect(lackOf({ people: [{ name: "", email: "x@example.org" }], seats: 1 })?.reason).toBe("nameless");
  expect(lackOf({ people: [{ name: "Wren", email: null }], seats: 1 })?.reason).toBe("no_address");
  expect(lackOf({ people: [ana, noor], seats: 2 })).toBe(null);
});

test("on the interest list they are once, however often it is pressed", async () => {
  const admin = await alex();
  await aCohort();
  const draft = await aDraft();
  const first = await listDraft(admin, draft, monday);
  expect(first.ok).toBe(true);
  expect(await listDraft(admin, draft, monday)).toEqual({ ok: false, reason: "not_open_now" });
  const { id, state } = await inquiryOf(draft.threadId);
  expect(state).toBe("closed");
  expect(await db.interest.count({ where: { formToken: id } })).toBe(1);
});

test("one who accepts and one who puts them on the list at the same moment: one of the two happens", async () => {
  const admin = await alex();
  const cohortId = await aCohort();
  for (let round = 0; round < 6; round += 1) {
    const draft = await aDraft({ cohortId });
    const outcomes = await Promise.all([acceptDraft(admin, draft, monday), listDraft(admin, draft, monday)]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const { id } = await inquiryOf(draft.threadId);
    const enrolled = await db.enrollment.count({
      where: { party: { threads: { some: { threadId: draft.threadId } } } },
    });
    expect(enrolled + (await db.interest.count({ where: { formToken: id } }))).toBe(1);
  }
});
