import { expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { renderMessage } from "#lib/mail/render.ts";
import { type Mail, readMail } from "#lib/reading/read-mail.ts";
import { aCohort, aParty, monday } from "#lib/testing/cast.ts";
import { aMail } from "#lib/testing/incoming.ts";
import { answerTo } from "./answer-to.ts";

async function asked(intent: Mail["reading"]["intent"], { from = "ana@example.org", confidence = 0.9 } = {}) {
  const outcome = await readMail(aMail({ From: `Ana <${from}>` }));
  if (!outcome.ok) throw new Error(outcome.reason);
  const { id: threadId } = await db.thread.create({ data: { subject: "", lastMessageAt: new Date(0) } });
  const inquiry = await db.inquiry.create({ data: { threadId, address: from, people: [] } });
  const mail = { ...outcome.value, reading: { ...outcome.value.reading, intent, confidence } };
  const props = await inTransaction((tx) => answerTo(tx, { inquiryId: inquiry.id, mail }));
  const letter = props && (await renderMessage({ template: "acknowledgement", name: "Ana", props }));
  return { props, text: letter?.text.replaceAll(/\s+/g, " ") ?? "" };
}

test("who would like to come gets the form, and nobody says yes for somebody else", async () => {
  expect((await asked("enrol")).text).toContain("https://kindroom.example/join/");
  const { text } = await asked("referral");
  expect(text).toContain("https://kindroom.example/join/");
  expect(text).toContain("Nobody can say yes for somebody else.");
});

test("a question gets a person, and the groups' page meanwhile", async () => {
  const { text } = await asked("question");
  expect(text).toContain("One of us reads it, and answers you.");
  expect(text).not.toContain("/join/");
});

test.each(["change", "withdraw", "partnerReply"] as const)(
  "%s gets their own page again, if they have one",
  async (intent) => {
    const party = await aParty(await aCohort(), ["Una"], monday);
    const { props, text } = await asked(intent, { from: "una@example.org" });
    expect(props).toEqual({ answer: "page", memberId: expect.any(String) });
    expect(text).toContain("https://kindroom.example/place/");
    await db.enrollment.update({
      where: { id: party.id },
      data: { state: "withdrawn", holdExpiresAt: null, endedAt: new Date(0) },
    });
    expect((await asked(intent, { from: "una@example.org" })).props).toEqual({ answer: "person" });
  },
);

test("a mailbox that two people share gets nobody's own page", async () => {
  await aParty(await aCohort(), ["Bo", "Cy"], monday);
  await db.person.updateMany({ where: { name: { in: ["Bo", "Cy"] } }, data: { email: "home@example.org" } });
  expect((await asked("change", { from: "home@example.org" })).props).toEqual({ answer: "person" });
});

test("what is unrelated gets no answer", async () => {
  expect((await asked("unrelated")).props).toBeNull();
  expect((await asked("automatic")).props).toBeNull();
});

test("what is not sure is asked, not assumed", async () => {
  const { text } = await asked("enrol", { confidence: 0.4 });
  expect(text).toContain(
    "We understood that you would like to come to one of our groups. If that's not so, just answer",
  );
  expect((await asked("enrol", { confidence: 0.6 })).text).not.toContain("We understood");
});
