import { expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import { arrive } from "#lib/testing/arrive.ts";
import { alex, monday, sam } from "#lib/testing/cast.ts";
import { aMail } from "#lib/testing/incoming.ts";
import { countQueries } from "#lib/testing/queries.ts";
import { Prisma } from "../../prisma/generated/client.ts";
import { assignThread } from "./assign.ts";
import { loadThread, type ThreadShown } from "./load-thread.ts";
import { loadOriginal } from "./original.ts";
import { countNeedsUs, listSchema, loadInbox } from "./queries.ts";
import { searched } from "./search.ts";
import { snoozeThread } from "./snooze.ts";

test("an admin reads the mailbox, and a facilitator doesn't", async () => {
  const [admin, facilitator] = [await alex(), await sam()];
  const raw = aMail({}, "What does it cost?");
  const first = await arrive(raw, monday);
  const second = await arrive(
    aMail({ From: "kim@example.net", Subject: "" }, "And for me?"),
    monday.add({ hours: 1 }),
  );
  await arrive(aMail({ "List-Id": "<news.example.net>" }), monday.add({ hours: 2 }));

  const fresh = listSchema.parse({});
  const common = { state: "new", intent: "question", assignee: null, messages: 2, snoozedUntil: null };
  expect(await loadInbox(admin, fresh)).toEqual({
    threads: [
      {
        ...common,
        id: second.threadId,
        subject: "",
        at: monday.add({ hours: 1 }),
        from: "kim@example.net",
        beginning: [{ text: "And for me?", found: false }],
        people: ["kim@example.net"],
      },
      {
        ...common,
        id: first.threadId,
        subject: "The Tuesday group",
        at: monday,
        from: "Ana Moreau",
        beginning: [{ text: "What does it cost?", found: false }],
        people: ["Ana Moreau"],
      },
    ],
    hasNext: false,
  });
  expect((await loadInbox(admin, { ...fresh, state: "done" })).threads).toHaveLength(1);
  expect((await loadInbox(admin, { ...fresh, page: 2 })).threads).toEqual([]);
  expect(await countNeedsUs(admin)).toBe(2);

  const thread = (await loadThread(admin, first.threadId)) as ThreadShown;
  expect(thread.messages.map(({ direction, text }) => [direction, text])).toEqual([
    ["incoming", "What does it cost?"],
    ["outgoing", ""],
  ]);
  expect(Buffer.concat(await (await loadOriginal(admin, first))!.toArray())).toEqual(raw);
  expect(await loadOriginal(admin, { ...first, threadId: second.threadId })).toBe(null);
  expect(await loadThread(admin, "nonsense")).toBe(null);
  const seen = await db.auditEvent.findMany({
    where: { actorId: admin.userId },
    select: { action: true, subjectId: true },
  });
  expect(seen).toEqual([
    { action: "thread.seen", subjectId: first.threadId },
    { action: "message.original-seen", subjectId: first.messageId },
  ]);

  expect(await loadInbox(facilitator, fresh)).toEqual({ threads: [], hasNext: false });
  expect(await countNeedsUs(facilitator)).toBe(0);
  expect(await loadThread(facilitator, first.threadId)).toBe(null);
  expect(await loadOriginal(facilitator, first)).toBe(null);
});

const all = listSchema.parse({});

async function subjects(found: Promise<{ threads: { subject: string }[] }>): Promise<string[]> {
  return (await found).threads.map(({ subject }) => subject);
}

test("words are found wherever they stand, the last one from its beginning on, and marked", async () => {
  const admin = await alex();
  await arrive(aMail({ From: "Bo <bo@sunday.example>", Subject: "Sundays" }, "We walk by the lighthouse."));
  await arrive(aMail({ From: "Cy <cy@example.net>", Subject: "Lighthouse keepers" }, "Only a question."));
  const search = (q: string) => subjects(loadInbox(admin, { ...all, q }));
  expect((await search("lighthouse")).toSorted()).toEqual(["Lighthouse keepers", "Sundays"]);
  expect(await search("walk lighth")).toEqual(["Sundays"]);
  expect(await search("lighthouse -walk")).toEqual(["Lighthouse keepers"]);
  expect(await search('"the lighthouse"')).toEqual(["Sundays"]);
  expect(await search("bo@sund")).toEqual(["Sundays"]);
  expect(await search("nobody at all")).toEqual([]);
  for (const odd of ["'", '"', "& | !", "a:*", "-", "(", "\\", "<->"]) await search(odd);
  const { threads } = await loadInbox(admin, { ...all, q: "lighth" });
  const marked = threads.map(({ beginning }) =>
    beginning.filter(({ found }) => found).map(({ text }) => text),
  );
  expect(marked.flat().map((word) => word.toLowerCase())).toEqual(["lighthouse", "lighthouse"]);
  // The index is only used while the query's expression is the index's own.
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL enable_seqscan = off`;
    const plan = await tx.$queryRaw<{ "QUERY PLAN": string }[]>(
      Prisma.sql`EXPLAIN SELECT m."id" FROM "Message" m WHERE ${searched} @@ to_tsquery('simple', 'walk')`,
    );
    expect(plan.map((line) => line["QUERY PLAN"]).join("\n")).toContain("Message_search_idx");
  });
});

test("what was put off is under Later until its day, and then where it was, without anything having run", async () => {
  const admin = await alex();
  const { threadId } = await arrive(aMail({ Subject: "Put off" }));
  await snoozeThread(admin, { threadId, until: "tomorrow" }, monday);
  const has = async (list: Partial<typeof all>, at: Temporal.Instant) =>
    (await subjects(loadInbox(admin, { ...all, ...list }, at))).includes("Put off");
  expect(await has({}, monday)).toBe(false);
  expect(await has({ state: "later" }, monday)).toBe(true);
  const nine = Temporal.Instant.from("2026-11-24T14:00:00Z");
  expect(await has({}, nine)).toBe(true);
  expect(await has({ state: "later" }, nine)).toBe(false);
});

test("what is mine is listed by itself", async () => {
  const admin = await alex();
  const { threadId } = await arrive(aMail({ Subject: "Mine" }));
  await assignThread(admin, { threadId, userId: admin.userId });
  expect(await subjects(loadInbox(admin, { ...all, who: "me" }))).toEqual(["Mine"]);
});

test("a page of many threads is read with as many queries as one of few, and is a page", async () => {
  const admin = await alex();
  for (let index = 0; index < 33; index += 1)
    await arrive(aMail({ From: `p${index}@example.net`, Subject: `crowd${index}` }, "One of the crowd."));
  const first = await loadInbox(admin, { ...all, q: "crowd" });
  expect([first.threads.length, first.hasNext]).toEqual([30, true]);
  const second = await loadInbox(admin, { ...all, q: "crowd", page: 2 });
  expect([second.threads.length, second.hasNext]).toEqual([3, false]);
  const one = await countQueries(() => loadInbox(admin, { ...all, q: "crowd32" }));
  expect(await countQueries(() => loadInbox(admin, { ...all, q: "crowd" }))).toBe(one);
});
