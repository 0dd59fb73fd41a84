import { expect, test, vi } from "vitest";
import { db } from "#lib/db/client.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { changeThread, lockThread } from "#lib/mail/change-thread.ts";
import { setThreadState } from "#lib/mail/set-thread-state.ts";
import { arrive } from "#lib/testing/arrive.ts";
import { aCohort, alex, aParty, monday, sam } from "#lib/testing/cast.ts";
import { aMail } from "#lib/testing/incoming.ts";
import { assignThread } from "./assign.ts";
import { linkParty, unlinkParty } from "./link-party.ts";
import { findParties, loadThread, type ThreadShown, threadsBesides } from "./load-thread.ts";
import { mergeThreads, undoMerge } from "./merge.ts";
import { addNote } from "./note.ts";
import { readMessage } from "./read-message.ts";
import { receiveMessage } from "./receive.ts";
import { snoozeEnd, snoozeThread, wakeThread } from "./snooze.ts";
import { splitThread } from "./split.ts";
import { markUnrelated } from "./unrelated.ts";

const shown = async (threadId: string) => (await loadThread(await alex(), threadId, monday)) as ThreadShown;
const eventsOf = async (subjectId: string) =>
  (
    await db.auditEvent.findMany({
      where: { subjectId, actorKind: "staff", action: { not: "thread.seen" } },
      orderBy: { id: "asc" },
    })
  ).map(({ action }) => action);

test("a thread is put off to nine in the morning of the clinic's day, across a change of the clocks", () => {
  const zone = "America/Toronto";
  const end = (until: Parameters<typeof snoozeEnd>[0], at = monday) => snoozeEnd(until, at, zone).toString();
  expect(end("tomorrow")).toBe("2026-11-24T14:00:00Z");
  expect(end("monday")).toBe("2026-11-30T14:00:00Z");
  expect(end("week")).toBe("2026-11-30T14:00:00Z");
  expect(end(Temporal.PlainDate.from("2027-07-01"))).toBe("2027-07-01T13:00:00Z");
  const sunday = Temporal.Instant.from("2027-03-14T03:00:00Z");
  expect(end("tomorrow", sunday)).toBe("2027-03-14T13:00:00Z");
});

test("it comes back when it is brought back, and when somebody writes", async () => {
  const admin = await alex();
  const { threadId } = await arrive(aMail({ "Message-ID": "<early@example.org>" }));
  const today = Temporal.PlainDate.from("2026-11-22");
  expect(await snoozeThread(admin, { threadId, until: today }, monday)).toEqual({
    ok: false,
    reason: "past",
  });
  await snoozeThread(admin, { threadId, until: "week" }, monday);
  expect((await shown(threadId)).snoozedUntil?.toString()).toBe("2026-11-30T14:00:00Z");
  await wakeThread(admin, threadId);
  expect((await shown(threadId)).snoozedUntil).toBe(null);
  await snoozeThread(admin, { threadId, until: "week" }, monday);
  await arrive(aMail({ "In-Reply-To": "<early@example.org>" }, "Hello again"), monday.add({ hours: 1 }));
  expect((await shown(threadId)).snoozedUntil).toBe(null);
  expect(await eventsOf(threadId)).toEqual(["thread.snoozed", "thread.woken", "thread.snoozed"]);
});

test("an admin looks after it, or nobody; not somebody who can't read it", async () => {
  const [admin, facilitator] = [await alex(), await sam()];
  const { threadId } = await arrive();
  await assignThread(admin, { threadId, userId: admin.userId });
  expect((await shown(threadId)).assignee?.name).toBe("Alex Tremblay");
  expect(await assignThread(admin, { threadId, userId: facilitator.userId })).toEqual({
    ok: false,
    reason: "no_admin",
  });
  expect(await assignThread(facilitator, { threadId, userId: null })).toMatchObject({ reason: "not_there" });
  await assignThread(admin, { threadId, userId: null });
  expect((await shown(threadId)).assignee).toBe(null);
});

test("a thread that has nothing to do with the groups is done, and gets no letter of itself", async () => {
  const { threadId } = await arrive();
  await markUnrelated(await alex(), { threadId, unrelated: true });
  const closed = await shown(threadId);
  expect([closed.state, closed.inquiry?.state]).toEqual(["done", "closed"]);
  await markUnrelated(await alex(), { threadId, unrelated: false });
  const open = await shown(threadId);
  expect([open.state, open.inquiry?.state]).toEqual(["needsUs", "open"]);
});

test("people are found by the address that they write from, and by what staff say", async () => {
  const admin = await alex();
  const cohortId = await aCohort();
  await aParty(cohortId, ["Ana", "Noor"]);
  const other = await aParty(cohortId, ["Wilhelmina"]);
  const { threadId } = await arrive();
  const [byAddress, ...none] = (await shown(threadId)).parties;
  expect(none).toEqual([]);
  expect(byAddress).toMatchObject({ words: "Ana and Noor", linked: false, enrollments: [{ state: "held" }] });
  const [found] = await findParties(admin, "wilhel");
  expect(found?.id).toBe(other.partyId);
  expect(await findParties(await sam(), "wilhel")).toEqual([]);
  await linkParty(admin, { threadId, partyId: other.partyId });
  await linkParty(admin, { threadId, partyId: other.partyId });
  expect((await shown(threadId)).parties.map(({ words }) => words)).toEqual(["Wilhelmina", "Ana and Noor"]);
  await unlinkParty(admin, { threadId, partyId: other.partyId });
  expect((await shown(threadId)).parties).toHaveLength(1);
});

test("two threads become one with everything of both, and come apart again as they were", async () => {
  const admin = await alex();
  // Somebody of this test alone: others' threads have the same instant.
  const From = "Mia <mia@example.org>";
  const first = await arrive(aMail({ From, Subject: "First" }));
  const second = await arrive(
    aMail({ From, Subject: "Second", Cc: "Noor <noor@example.org>" }, "Both of us."),
    monday.add({ hours: 1 }),
  );
  await addNote(admin, { threadId: first.threadId, text: "They called." }, monday);
  const [before] = await threadsBesides(admin, first.threadId, ["mia@example.org"]);
  expect(before?.subject).toBe("Second");
  const outcome = await mergeThreads(admin, { threadId: first.threadId, otherId: second.threadId });
  // The second one's draft says more: it has two people.
  expect(outcome).toEqual({ ok: true, value: { threadId: second.threadId } });
  expect(await loadThread(admin, first.threadId)).toEqual({ mergedIntoId: second.threadId });
  const one = await shown(second.threadId);
  expect(one.messages.map(({ subject }) => subject)).toContain("First");
  expect(one.notes.map(({ text, by }) => [text, by])).toEqual([["They called.", "Alex Tremblay"]]);
  expect(one.merged).toEqual([{ id: first.threadId, subject: "First" }]);
  expect(await mergeThreads(admin, { threadId: first.threadId, otherId: second.threadId })).toEqual({
    ok: false,
    reason: "not_there",
  });

  expect((await undoMerge(admin, { threadId: second.threadId, fromId: first.threadId })).ok).toBe(true);
  const [back, other] = [await shown(first.threadId), await shown(second.threadId)];
  expect(back.messages.map(({ subject }) => subject)).toContain("First");
  expect(other.messages.map(({ subject }) => subject)).not.toContain("First");
  expect([back.notes.length, other.notes.length]).toEqual([1, 0]);
});

test("two merges the other way round at once make one thread, and lose no message", async () => {
  const admin = await alex();
  const [a, b] = [await arrive(aMail({ Subject: "A" })), await arrive(aMail({ Subject: "B" }))];
  const outcomes = await Promise.all([
    mergeThreads(admin, { threadId: a.threadId, otherId: b.threadId }),
    mergeThreads(admin, { threadId: b.threadId, otherId: a.threadId }),
  ]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  const into = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value.threadId] : []));
  expect(await db.message.count({ where: { threadId: into[0], direction: "incoming" } })).toBe(2);
});

test("a thread that comes apart again stays as it is when somebody wrote in it since", async () => {
  const admin = await alex();
  const into = await arrive(
    aMail({
      From: "Pia <pia@example.org>",
      Cc: "Noor <noor@example.org>",
      "Message-ID": "<pia@example.org>",
    }),
  );
  const other = await arrive(aMail({ From: "Pia <pia@example.org>" }), monday.add({ hours: 1 }));
  const { threadId } = into;
  await setThreadState(admin, { threadId, state: "done" });
  await mergeThreads(admin, { threadId, otherId: other.threadId });
  await undoMerge(admin, { threadId, fromId: other.threadId });
  expect((await shown(threadId)).state).toBe("done");

  await mergeThreads(admin, { threadId, otherId: other.threadId });
  await arrive(
    aMail({ From: "Pia <pia@example.org>", "In-Reply-To": "<pia@example.org>" }, "One more thing."),
    monday.add({ hours: 2 }),
  );
  await undoMerge(admin, { threadId, fromId: other.threadId });
  expect((await shown(threadId)).state).toBe("needsUs");
});

test("what waits for us stays in sight when its thread becomes one with another that was put off", async () => {
  const admin = await alex();
  const From = "Tao <tao@example.org>";
  const later = await arrive(aMail({ From, Cc: "Noor <noor@example.org>" }));
  const waits = await arrive(aMail({ From }), monday.add({ hours: 1 }));
  await snoozeThread(admin, { threadId: later.threadId, until: "week" }, monday);
  await mergeThreads(admin, { threadId: later.threadId, otherId: waits.threadId });
  expect((await shown(later.threadId)).snoozedUntil).toBe(null);
});

test("a message that comes while its thread becomes one with another is where people look", async () => {
  const From = "Lou <lou@example.org>";
  const [from, into] = [
    await arrive(aMail({ From, "Message-ID": "<lou@example.org>" })),
    await arrive(aMail({ From })),
  ];
  const { messageId } = await receiveMessage(
    aMail({ From, "In-Reply-To": "<lou@example.org>" }, "Are you there?"),
    monday,
  );
  let reading: Promise<void> | undefined;
  await inTransaction(async (tx) => {
    await lockThread(tx, from.threadId);
    await changeThread(tx, from.threadId, { mergedIntoId: into.threadId });
    reading = readMessage(messageId, monday);
    await vi.waitFor(async () => {
      const [waiting] = await db.$queryRaw<{ count: number }[]>`
        SELECT count(*)::int AS count FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event_type = 'Lock'`;
      expect(waiting?.count).toBeGreaterThan(0);
    }, 10_000);
  });
  await reading;
  const message = await db.message.findUniqueOrThrow({ where: { id: messageId } });
  expect(message.threadId).toBe(into.threadId);
  expect((await shown(into.threadId)).state).toBe("needsUs");
});

test("from one message on, a thread becomes two, the new one with a draft of its own", async () => {
  const admin = await alex();
  const first = await arrive(aMail({ "Message-ID": "<root@example.org>" }));
  const second = await arrive(
    aMail({ Subject: "Something else", "In-Reply-To": "<root@example.org>" }, "My sister asks too."),
    monday.add({ hours: 1 }),
  );
  expect(second.threadId).toBe(first.threadId);
  const { threadId } = first;
  expect(await splitThread(admin, { threadId, messageId: first.messageId })).toMatchObject({
    reason: "first",
  });
  const outcome = await splitThread(admin, { threadId, messageId: second.messageId }, monday);
  if (!outcome.ok) throw new Error(outcome.reason);
  const fresh = await shown(outcome.value.threadId);
  expect(fresh).toMatchObject({ subject: "Something else", state: "needsUs" });
  expect(fresh.messages.map(({ id }) => id)).toEqual([second.messageId]);
  expect(fresh.inquiry?.people).toEqual([{ name: "Ana Moreau", email: "ana@example.org" }]);
  expect((await shown(threadId)).messages.map(({ id }) => id)).not.toContain(second.messageId);
});
