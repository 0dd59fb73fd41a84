import { expect, test } from "vitest";
import { dateOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { db } from "#lib/db/client.ts";
import { liftSuppression } from "#lib/mail/lift-suppression.ts";
import { resendMessage } from "#lib/mail/resend.ts";
import { sendMessage } from "#lib/mail/send.ts";
import { alex } from "#lib/testing/cast.ts";
import { aMail } from "#lib/testing/incoming.ts";
import { readMessage } from "./read-message.ts";
import { receiveMessage } from "./receive.ts";

process.env.SMTP_URL = "smtp://127.0.0.1:1";

async function arrive(raw: Buffer, at = now()) {
  const { messageId } = await receiveMessage(raw, at);
  await readMessage(messageId, at);
  return db.message.findUniqueOrThrow({ where: { id: messageId }, include: { thread: true } });
}

/** Somebody wrote, and our answer went out: that answer. */
async function anAnswer() {
  const email = `ana.${crypto.randomUUID().slice(0, 8)}@example.org`;
  await arrive(aMail({ From: `Ana <${email}>` }));
  const { id } = await db.message.findFirstOrThrow({ where: { direction: "outgoing", address: email } });
  return db.message.update({
    where: { id },
    data: { state: "sent", handedAt: dateOf(now()), sentAt: dateOf(now()) },
  });
}

function aReport(
  { messageId, recipient }: { messageId: string | null; recipient: string },
  { action = "failed", status = "5.1.1", from = "MAILER-DAEMON@mx.example.net" } = {},
): Buffer {
  const body = `--b\r
Content-Type: text/plain\r
\r
It could not be delivered.\r
--b\r
Content-Type: message/delivery-status\r
\r
Reporting-MTA: dns; mx.example.net\r
\r
Final-Recipient: rfc822; ${recipient}\r
Action: ${action}\r
Status: ${status}\r
Diagnostic-Code: smtp; 550 ${status} User unknown\r
--b\r
Content-Type: text/rfc822-headers\r
\r
Message-ID: <${messageId}>\r
--b--`;
  return aMail(
    {
      From: from,
      Subject: "Undelivered Mail Returned to Sender",
      "Content-Type": "multipart/report; report-type=delivery-status; boundary=b",
    },
    body,
  );
}

const stateOf = (id: string) =>
  db.message.findUniqueOrThrow({ where: { id }, select: { state: true, error: true } });
const suppressed = (address: string) => db.suppression.findUnique({ where: { address } });

test("a letter that came back is marked, its address gets no more mail, and its thread needs us", async () => {
  const answer = await anAnswer();
  await db.thread.update({ where: { id: answer.threadId! }, data: { state: "waitingForThem" } });
  const report = await arrive(
    aReport({ messageId: answer.messageId, recipient: answer.address.toUpperCase() }),
  );
  expect([report.state, report.threadId, report.thread?.state]).toEqual([
    "filed",
    answer.threadId,
    "needsUs",
  ]);
  expect(await stateOf(answer.id)).toEqual({
    state: "bounced",
    error: "It came back: 550 5.1.1 User unknown",
  });
  expect(await suppressed(answer.address)).toMatchObject({
    reason: "bounced",
    words: "550 5.1.1 User unknown",
  });
  const events = await db.auditEvent.findMany({ where: { subjectId: answer.id }, select: { action: true } });
  expect(events).toEqual([{ action: "message.bounced" }]);
  expect(await db.message.count({ where: { direction: "outgoing", address: report.address } })).toBe(0);
});

test("a delay is noted, and no more", async () => {
  const answer = await anAnswer();
  const report = await arrive(
    aReport(
      { messageId: answer.messageId, recipient: answer.address },
      { action: "delayed", status: "4.4.1" },
    ),
  );
  expect(report.threadId).toBe(answer.threadId);
  expect((await stateOf(answer.id)).state).toBe("sent");
  expect(await suppressed(answer.address)).toBeNull();
  const events = await db.auditEvent.findMany({ where: { subjectId: answer.id }, select: { action: true } });
  expect(events).toEqual([{ action: "message.delayed" }]);
});

test.each([
  [
    "with a guessed Message-ID",
    (one: Answer) => ({ messageId: "guessed@clinic.example.org", recipient: one.address }),
  ],
  [
    "about somebody else's address",
    (one: Answer, other: Answer) => ({ messageId: one.messageId, recipient: other.address }),
  ],
  [
    "about what they wrote themselves",
    (one: Answer) => ({ messageId: one.inReplyTo, recipient: one.address }),
  ],
])("a forged report %s stops nobody's mail", async (_, says) => {
  const [one, other] = [await anAnswer(), await anAnswer()];
  const report = await arrive(aReport(says(one, other)));
  expect([report.state, report.thread?.state]).toEqual(["filed", "done"]);
  expect([one.threadId, other.threadId]).not.toContain(report.threadId);
  for (const { id, address } of [one, other]) {
    expect((await stateOf(id)).state).toBe("sent");
    expect(await suppressed(address)).toBeNull();
  }
});

type Answer = Awaited<ReturnType<typeof anAnswer>>;

test("a letter that never went out can't come back", async () => {
  const answer = await anAnswer();
  await db.message.update({ where: { id: answer.id }, data: { state: "queued", handedAt: null } });
  await arrive(aReport({ messageId: answer.messageId, recipient: answer.address }));
  expect((await stateOf(answer.id)).state).toBe("queued");
});

test("the report comes twice, and changes nothing more", async () => {
  const answer = await anAnswer();
  await arrive(aReport({ messageId: answer.messageId, recipient: answer.address }));
  await arrive(aReport({ messageId: answer.messageId, recipient: answer.address }));
  expect((await stateOf(answer.id)).state).toBe("bounced");
});

test("a suppressed address is never mailed, until somebody lifts that and sends again", async () => {
  const answer = await anAnswer();
  await db.message.update({ where: { id: answer.id }, data: { state: "queued", handedAt: null } });
  await db.suppression.create({ data: { address: answer.address, reason: "bounced", words: "550 No." } });
  await sendMessage(answer.id);
  expect(await stateOf(answer.id)).toEqual({
    state: "suppressed",
    error: "Mail to this address came back, so nothing more is sent there. 550 No.",
  });
  const admin = await alex();
  expect(await liftSuppression(admin, answer.id)).toEqual({ ok: true, value: undefined });
  expect(await liftSuppression(admin, answer.id)).toEqual({ ok: false, reason: "not_suppressed" });
  expect((await resendMessage(admin, answer.id)).ok).toBe(true);
  expect((await stateOf(answer.id)).state).toBe("queued");
});
