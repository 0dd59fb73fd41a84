import { expect, test } from "vitest";
import { aMail, fixture } from "#lib/testing/incoming.ts";
import { readMail } from "./read-mail.ts";

async function why(raw: Buffer) {
  const outcome = await readMail(raw);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value.automatic;
}

test.each([
  ["away", "It is an automatic reply."],
  ["bounce", "It reports on the delivery of a message."],
  ["newsletter", "It went to a mailing list."],
  ["calendar-answer", "It is a calendar's answer to an invitation."],
  ["ticket", "It is an automatic reply."],
])("%s is a machine's", async (name, words) => {
  expect(await why(fixture(name))).toBe(words);
});

test.each(["couple-in-copy", "address-in-text", "html-only", "twice-by-info", "damaged", "reply-with-quote"])(
  "%s is a person's",
  async (name) => {
    expect(await why(fixture(name))).toBe(null);
  },
);

test.each<[string, string]>([
  ["Auto-Submitted", "auto-generated"],
  ["Auto-Submitted", "auto-replied (vacation)"],
  ["auto-submitted", "AUTO-NOTIFIED"],
  ["Precedence", "bulk"],
  ["Precedence", "List"],
  ["Precedence", "junk"],
  ["List-Id", "<circle.example.net>"],
  ["List-Unsubscribe", "<https://example.net/off>"],
  ["X-Auto-Response-Suppress", "OOF, AutoReply"],
  ["X-Autoreply", "yes"],
  ["X-Autorespond", ""],
  ["Return-Path", "<>"],
  ["Content-Type", 'multipart/report; report-type="delivery-status"; boundary=b'],
  ["Content-Type", "text/calendar; method=REPLY"],
  ["From", "Mail Delivery System <MAILER-DAEMON@example.net>"],
  ["From", "Groups <groups@clinic.example.org>"],
  ["From", "groups+3f@CLINIC.example.org"],
])("%s: %s alone is enough", async (name, value) => {
  expect(await why(aMail({ [name]: value }))).not.toBe(null);
});

test.each<[string, string]>([
  ["Auto-Submitted", "no"],
  ["Precedence", "first-class"],
  ["X-Auto-Response-Suppress", "None"],
  ["Return-Path", "<ana@example.org>"],
  ["Content-Type", "text/plain; charset=utf-8"],
  ["Subject", "Automatic reply: is that you?"],
])("%s: %s is nothing to go by", async (name, value) => {
  expect(await why(aMail({ [name]: value }))).toBe(null);
});

test("what a web form sends from our own address is its visitor's", async () => {
  const raw = aMail({ From: "Website <groups@clinic.example.org>", "Reply-To": "kim@example.net" });
  expect(await why(raw)).toBe(null);
});
