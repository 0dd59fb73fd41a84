import { expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import { alex, monday, sam } from "#lib/testing/cast.ts";
import { aMail } from "#lib/testing/incoming.ts";
import { loadThread, type ThreadShown } from "./load-thread.ts";
import { loadOriginal } from "./original.ts";
import { countNeedsUs, listSchema, loadInbox } from "./queries.ts";
import { readMessage } from "./read-message.ts";
import { receiveMessage } from "./receive.ts";

async function arrive(raw: Buffer, at: Temporal.Instant) {
  const { messageId } = await receiveMessage(raw, at);
  await readMessage(messageId, at);
  const { threadId } = await db.message.findUniqueOrThrow({
    where: { id: messageId },
    select: { threadId: true },
  });
  return { messageId, threadId: threadId! };
}

test("an admin reads the mailbox, and a facilitator doesn't", async () => {
  const [admin, facilitator] = [await alex(), await sam()];
  const raw = aMail({}, "Is there room?");
  const first = await arrive(raw, monday);
  const second = await arrive(
    aMail({ From: "kim@example.net", Subject: "" }, "And for me?"),
    monday.add({ hours: 1 }),
  );
  await arrive(aMail({ "List-Id": "<news.example.net>" }), monday.add({ hours: 2 }));

  const fresh = listSchema.parse({});
  const common = { state: "new", intent: "enrol", assignee: null, messages: 2, snoozedUntil: null };
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
        beginning: [{ text: "Is there room?", found: false }],
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
    ["incoming", "Is there room?"],
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
