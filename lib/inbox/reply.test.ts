import { buffer, text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import { pathOf } from "#lib/files/folder.ts";
import { attachmentsOf, renderMessage } from "#lib/mail/render.ts";
import { arrive } from "#lib/testing/arrive.ts";
import { aCohort, alex, monday, robin, sam } from "#lib/testing/cast.ts";
import { aHandout } from "#lib/testing/demo-files.ts";
import { aMail } from "#lib/testing/incoming.ts";
import { openAttachment } from "./attachment.ts";
import { loadThread, type ThreadShown } from "./load-thread.ts";
import { mergeThreads } from "./merge.ts";
import { putIn } from "./put-in.ts";
import { reply, takeBackReply } from "./reply.ts";
import { deleteAnswer, loadSavedAnswers, saveAnswer } from "./saved-answers.ts";

const later = monday.add({ minutes: 5 });

async function answered(threadId: string, changes: Partial<Parameters<typeof reply>[1]> = {}) {
  return reply(await alex(), { threadId, text: "There is room.", files: [], ...changes }, later);
}

const letterOf = (id: string) => db.message.findUniqueOrThrow({ where: { id } });

test("an answer goes to who wrote, answers their message, and waits a little", async () => {
  const { threadId, messageId } = await arrive(aMail({ "Message-ID": "<first@example.org>" }));
  const outcome = await answered(threadId, { text: "Hello {name},\r\n\r\nyour form: {link}\n\n{clinic}" });
  if (!outcome.ok) throw new Error(outcome.reason);
  const letter = await letterOf(outcome.value.messageId);
  expect(letter).toMatchObject({
    state: "queued",
    address: "ana@example.org",
    inReplyTo: "first@example.org",
  });
  const thread = await db.thread.findUniqueOrThrow({ where: { id: threadId } });
  expect(thread.state).toBe("waitingForThem");
  expect(JSON.stringify(letter.props)).not.toMatch(/\/join\//);

  const rendered = await renderMessage(letter);
  expect(rendered?.subject).toBe("Re: The Tuesday group");
  expect(rendered?.text).toContain("Hello Ana Moreau,");
  expect(rendered?.text).toMatch(/https:\/\/kindroom\.example\/join\/[\w-]{40,}/);
  expect((await renderMessage(letter, { redact: true }))?.text).toContain("/join/…");
  const shown = (await loadThread(await alex(), threadId)) as ThreadShown;
  expect(shown.messages.at(-1)).toMatchObject({ by: "Alex Tremblay", state: "queued" });
  expect(shown.messages[0]?.id).toBe(messageId);

  expect((await takeBackReply(await alex(), { threadId, messageId: letter.id })).ok).toBe(true);
  expect((await letterOf(letter.id)).state).toBe("kept");
  expect((await db.thread.findUniqueOrThrow({ where: { id: threadId } })).state).toBe("needsUs");
  expect(await takeBackReply(await alex(), { threadId, messageId: letter.id })).toEqual({
    ok: false,
    reason: "letter_gone",
  });
});

test("in a thread that two write in, each gets the link to their own form alone, under their own subject", async () => {
  const [mia, jo] = [{ From: "Mia <mia@example.org>" }, { From: "Jo <jo@example.org>" }];
  const first = await arrive(aMail({ ...mia, Cc: jo.From, Subject: "Mine" }, "Jo and I would like to join."));
  const second = await arrive(aMail({ ...jo, Subject: "And mine" }, "Mia has written to you already."));
  const { threadId } = first;
  expect(await mergeThreads(await alex(), { threadId, otherId: second.threadId })).toMatchObject({
    value: { threadId },
  });
  const text = "Here it is: {link}";
  expect(await answered(threadId, { to: "jo@example.org", text })).toEqual({
    ok: false,
    reason: "missing_fields",
    fields: ["{link}"],
  });
  expect(await answered(threadId, { to: "mia@example.org", text })).toMatchObject({ ok: true });
  // Nor does anybody read what the other one wrote about.
  const outcome = await answered(threadId, { to: "jo@example.org" });
  if (!outcome.ok) throw new Error(outcome.reason);
  expect((await renderMessage(await letterOf(outcome.value.messageId)))?.subject).toBe("Re: And mine");
});

test("fields come from the draft; those that nothing is known for are refused by name", async () => {
  const { threadId } = await arrive(aMail({ From: "nameless@example.org" }));
  expect(await answered(threadId, { text: "{hello} {name} {group}" })).toEqual({
    ok: false,
    reason: "unknown_fields",
    fields: ["{hello}"],
  });
  expect(await answered(threadId, { text: "{name}, {group}" })).toEqual({
    ok: false,
    reason: "missing_fields",
    fields: ["{name}", "{group}"],
  });
  await db.inquiry.update({ where: { threadId }, data: { cohortId: await aCohort() } });
  const outcome = await answered(threadId, { text: "“{group}” begins on {first_session}." });
  if (!outcome.ok) throw new Error(outcome.reason);
  expect((await letterOf(outcome.value.messageId)).props).toMatchObject({
    text: "“Winter evenings” begins on Tuesday 12 January 2027, 6:30 pm, Toronto time.",
  });
});

test("two who answer at once: the second hears who was first, and sends when they have read it", async () => {
  const { threadId, messageId } = await arrive();
  const { newest } = (await loadThread(await alex(), threadId)) as ThreadShown;
  const seen = newest ?? messageId;
  const outcomes = await Promise.all([1, 2].map(() => answered(threadId, { seen })));
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  const refused = outcomes.find(({ ok }) => !ok);
  expect(refused).toEqual({ ok: false, reason: "answered", by: "Alex Tremblay", at: later });
  const now = (await loadThread(await alex(), threadId)) as ThreadShown;
  expect((await answered(threadId, { seen: now.newest ?? "" })).ok).toBe(true);
});

test("an answer to a thread in which they wrote again meanwhile waits for who writes it", async () => {
  const { threadId, messageId } = await arrive(aMail({ "Message-ID": "<one@example.org>" }));
  await arrive(aMail({ "In-Reply-To": "<one@example.org>" }, "One more thing."), monday.add({ minutes: 1 }));
  expect(await answered(threadId, { seen: messageId })).toEqual({ ok: false, reason: "wrote_again" });
});

test("only who wrote can be answered, never a suppressed address, and by admins alone", async () => {
  const { threadId } = await arrive(aMail({ From: "Gone <gone@example.org>" }));
  expect(await answered(threadId, { to: "stranger@example.org" })).toEqual({
    ok: false,
    reason: "no_address",
  });
  await db.suppression.create({
    data: { address: "gone@example.org", reason: "bounced", words: "No such mailbox." },
  });
  expect(await answered(threadId)).toEqual({ ok: false, reason: "suppressed", words: "No such mailbox." });
  const facilitator = await sam();
  expect(await reply(facilitator, { threadId, text: "Hello", files: [] }, later)).toMatchObject({
    ok: false,
  });
  expect(await takeBackReply(await robin(), { threadId, messageId: threadId })).toMatchObject({ ok: false });
});

test("files go along, and are what their bytes say", async () => {
  const { threadId } = await arrive();
  const file = aHandout("The dates");
  const outcome = await answered(threadId, { files: [file] });
  if (!outcome.ok) throw new Error(outcome.reason);
  const { messageId } = outcome.value;
  const [attached] = await attachmentsOf(await letterOf(messageId));
  expect(attached).toMatchObject({ filename: file.name, contentType: "application/pdf" });
  const kept = await db.file.findFirstOrThrow({ where: { attachments: { some: { messageId } } } });
  expect(attached).toMatchObject({ path: pathOf(kept.key) });
  const opened = await openAttachment(await alex(), { threadId, messageId, position: 1 });
  expect(opened?.type).toBe("application/pdf");
  expect(opened && (await buffer(opened.content)).length).toBe(file.size);
  const words = new File(["only words"], "words.txt");
  expect(await answered(threadId, { files: [words] })).toEqual({ ok: false, reason: "wrong_type" });
});

test("a file inside a message is taken out by its number, by admins alone", async () => {
  const { threadId, messageId } = await arrive(
    aMail(
      { "MIME-Version": "1.0", "Content-Type": "multipart/mixed; boundary=part" },
      [
        "--part",
        "Content-Type: text/plain",
        "",
        "See the file.",
        "--part",
        "Content-Type: image/png",
        'Content-Disposition: attachment; filename="page.html"',
        "",
        "<script>alert(1)</script>",
        "--part--",
      ].join("\r\n"),
    ),
  );
  const [message] = ((await loadThread(await alex(), threadId)) as ThreadShown).messages;
  expect(message?.attachments).toEqual([
    { position: 1, name: "page.html", type: "application/octet-stream", bytes: 25 },
  ]);
  const opened = await openAttachment(await alex(), { threadId, messageId, position: 1 });
  expect(opened).toMatchObject({ name: "page.html", type: "application/octet-stream" });
  expect(opened && (await text(opened.content))).toBe("<script>alert(1)</script>");
  expect(await openAttachment(await alex(), { threadId, messageId, position: 2 })).toBe(null);
  expect(await openAttachment(await sam(), { threadId, messageId, position: 1 })).toBe(null);
});

test("a saved answer is put below what was written, filled in; it is kept, changed and deleted", async () => {
  const admin = await alex();
  const { threadId } = await arrive(aMail({ Subject: "Fees" }, "What does it cost?"));
  expect((await saveAnswer(admin, { title: "Fees", text: "Dear {name}, {group} costs 420." })).ok).toBe(true);
  expect(await saveAnswer(admin, { title: "fees", text: "Other" })).toEqual({
    ok: false,
    reason: "same_title",
  });
  const [answer] = await loadSavedAnswers(admin);
  const answerId = answer?.id ?? "";
  expect(await putIn(admin, { threadId, text: "Hello.", answerId })).toBe(
    "Hello.\n\nDear Ana Moreau, {group} costs 420.",
  );
  expect((await saveAnswer(admin, { answerId, title: "Fees", text: "Less." })).ok).toBe(true);
  expect(await loadSavedAnswers(await sam())).toEqual([]);
  expect((await deleteAnswer(admin, answerId)).ok).toBe(true);
  expect(await saveAnswer(admin, { answerId, title: "Fees", text: "Less." })).toEqual({
    ok: false,
    reason: "not_there",
  });
});
