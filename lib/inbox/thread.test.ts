import { expect, test } from "vitest";
import { dateOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { db } from "#lib/db/client.ts";
import { threadAddress } from "#lib/links/thread-address.ts";
import { aCohort, aParty, monday } from "#lib/testing/cast.ts";
import { aMail } from "#lib/testing/incoming.ts";
import { readMessage } from "./read-message.ts";
import { receiveMessage } from "./receive.ts";

async function arrive(raw: Buffer, at = now()) {
  const { messageId } = await receiveMessage(raw, at);
  await readMessage(messageId, at);
  return db.message.findUniqueOrThrow({ where: { id: messageId }, include: { thread: true } });
}

function somebody(name: string) {
  const email = `${name.toLowerCase()}.${crypto.randomUUID().slice(0, 8)}@example.org`;
  return { email, from: { From: `${name} <${email}>` } };
}

test("a reply to a thread's own address joins it, whatever its other headers say", async () => {
  const ana = somebody("Ana");
  const first = await arrive(aMail(ana.from));
  const reply = await arrive(
    aMail({ ...ana.from, To: threadAddress(first.threadId!).toUpperCase() }, "And Noor"),
  );
  expect(reply.threadId).toBe(first.threadId);
  expect(reply.thread?.state).toBe("needsUs");
});

test("a stranger who writes to a thread's own address gets a thread and an answer of their own", async () => {
  const [ana, kim] = [somebody("Ana"), somebody("Kim")];
  const first = await arrive(aMail(ana.from));
  const reply = await arrive(aMail({ ...kim.from, To: threadAddress(first.threadId!) }));
  expect(reply.threadId).not.toBe(first.threadId);
  expect(await db.message.count({ where: { threadId: first.threadId } })).toBe(2);
  expect(await db.message.count({ where: { threadId: first.threadId, address: kim.email } })).toBe(0);
  const answer = await db.message.findFirstOrThrow({ where: { direction: "outgoing", address: kim.email } });
  expect(answer.threadId).toBe(reply.threadId);
});

test("the machine that reported on a letter is nobody in its thread", async () => {
  const ana = somebody("Ana");
  const first = await arrive(aMail(ana.from));
  const report = await arrive(aMail({ From: "robot@example.net", "Auto-Submitted": "auto-replied" }));
  await db.message.update({ where: { id: report.id }, data: { threadId: first.threadId } });
  const later = await arrive(aMail({ From: "robot@example.net", To: threadAddress(first.threadId!) }));
  expect(later.threadId).not.toBe(first.threadId);
});

test("a partner answers from their own address", async () => {
  await aParty(await aCohort(), ["Lena", "Mo"], monday);
  const first = await arrive(aMail({ From: "Lena <lena@example.org>" }));
  const reply = await arrive(aMail({ From: "Mo <mo@example.org>", To: threadAddress(first.threadId!) }));
  expect(reply.threadId).toBe(first.threadId);
});

test("whoever is of a party that staff linked belongs to the thread", async () => {
  const party = await aParty(await aCohort(), ["Ida", "Jo"], monday);
  const first = await arrive(aMail(somebody("Referrer").from));
  await db.threadParty.create({ data: { threadId: first.threadId!, partyId: party.partyId } });
  const reply = await arrive(aMail({ From: "Jo <jo@example.org>", To: threadAddress(first.threadId!) }));
  expect(reply.threadId).toBe(first.threadId);
});

test("threads that were merged lead on, by address and by Message-ID", async () => {
  const ana = somebody("Ana");
  const [a, b, c] = [
    await arrive(aMail(ana.from)),
    await arrive(aMail(ana.from)),
    await arrive(aMail(ana.from)),
  ];
  for (const [from, to] of [
    [a, b],
    [b, c],
  ] as const) {
    await db.message.updateMany({ where: { threadId: from.threadId }, data: { threadId: to.threadId } });
    await db.thread.update({ where: { id: from.threadId! }, data: { mergedIntoId: to.threadId } });
  }
  const byAddress = await arrive(aMail({ ...ana.from, To: threadAddress(a.threadId!) }));
  const byId = await arrive(aMail({ ...ana.from, "In-Reply-To": `<${b.messageId}>` }));
  const stranger = await arrive(aMail({ ...somebody("Kim").from, To: threadAddress(a.threadId!) }));
  expect([byAddress.threadId, byId.threadId]).toEqual([c.threadId, c.threadId]);
  expect([a, b, c].map(({ threadId }) => threadId)).not.toContain(stranger.threadId);
});

test("a reply brings back a thread that was put off", async () => {
  const ana = somebody("Ana");
  const first = await arrive(aMail(ana.from));
  await db.thread.update({
    where: { id: first.threadId! },
    data: { state: "done", snoozedUntil: dateOf(now().add({ hours: 48 })) },
  });
  const reply = await arrive(aMail({ ...ana.from, "In-Reply-To": `<${first.messageId}>` }));
  expect(reply.thread).toMatchObject({ id: first.threadId, state: "needsUs", snoozedUntil: null });
});

test("a reply that is read before its original waits in the thread where the original joins it", async () => {
  const ana = somebody("Ana");
  const original = { ...ana.from, "Message-ID": `<first.${ana.email}>` };
  const reply = await arrive(aMail({ ...ana.from, "In-Reply-To": `<first.${ana.email}>` }, "One more thing"));
  const stranger = await arrive(
    aMail({ ...somebody("Kim").from, "In-Reply-To": `<first.${ana.email}>` }, "Me too"),
  );
  const first = await arrive(aMail(original));
  expect(first.threadId).toBe(reply.threadId);
  expect(first.threadId).not.toBe(stranger.threadId);
  expect(await db.inquiry.count({ where: { address: ana.email } })).toBe(1);
});

/** The same numbers each time, so that what fails once fails again. */
function dice(seed: number) {
  let state = seed;
  return (sides: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * sides);
  };
}

test.each([1, 2, 3, 4, 5, 6])(
  "in any order and from anybody, nobody's mail is among somebody else's (%i)",
  async (seed) => {
    const roll = dice(seed);
    const people = ["Ana", "Kim", "Sol"].map(somebody);
    const sent: { id: string; threadId: string; by: string }[] = [];
    for (let step = 0; step < 14; step++) {
      const by = people[roll(people.length)]!;
      const id = `${crypto.randomUUID()}@example.org`;
      const about = sent[roll(Math.max(sent.length, 1))];
      const pointer: Record<string, string>[] = [{}];
      if (about)
        pointer.push(
          { "In-Reply-To": `<${about.id}>` },
          { To: threadAddress(about.threadId) },
          { References: `<unknown@example.net> <${about.id}>` },
          { References: `<${about.id}>`, To: threadAddress(sent[0]!.threadId) },
        );
      const message = await arrive(
        aMail(
          {
            ...by.from,
            Subject: "Re: The Tuesday group",
            "Message-ID": `<${id}>`,
            ...pointer[roll(pointer.length)],
          },
          `Words ${step}`,
        ),
      );
      sent.push({ id, threadId: message.threadId!, by: by.email });
    }
    const threads = await db.thread.findMany({
      where: { id: { in: sent.map(({ threadId }) => threadId) } },
      select: { messages: { select: { address: true } } },
    });
    for (const { messages } of threads) expect(new Set(messages.map(({ address }) => address)).size).toBe(1);
  },
);
