import { schedule } from "#lib/announcements/send.ts";
import { write } from "#lib/announcements/write.ts";
import { excuse } from "#lib/attendance/excuse.ts";
import { mark } from "#lib/attendance/mark.ts";
import type { Staff } from "#lib/audit/actor.ts";
import { firstAdminUrl } from "#lib/auth/first-admin.ts";
import { createToken } from "#lib/auth/send-sign-in.ts";
import { now } from "#lib/clock/now.ts";
import { cancelCohort } from "#lib/cohorts/cancel.ts";
import { resizeCohort } from "#lib/cohorts/resize.ts";
import { db } from "#lib/db/client.ts";
import { alsoWait } from "#lib/enrollment/also-wait.ts";
import { confirm } from "#lib/enrollment/confirm.ts";
import { expireHolds } from "#lib/enrollment/expire.ts";
import { offerNow } from "#lib/enrollment/offer-now.ts";
import { pause } from "#lib/enrollment/pause.ts";
import { takeOut } from "#lib/enrollment/take-out.ts";
import { linkParty } from "#lib/inbox/link-party.ts";
import { mergeThreads } from "#lib/inbox/merge.ts";
import { readMessage } from "#lib/inbox/read-message.ts";
import { receiveMessage } from "#lib/inbox/receive.ts";
import { reply } from "#lib/inbox/reply.ts";
import { saveAnswer } from "#lib/inbox/saved-answers.ts";
import { snoozeThread } from "#lib/inbox/snooze.ts";
import { joinInterest } from "#lib/interest/join.ts";
import { sendWave } from "#lib/interest/send-wave.ts";
import { addMaterial } from "#lib/library/add.ts";
import { attachMaterial } from "#lib/library/attach.ts";
import { archiveMaterial } from "#lib/library/edit.ts";
import { release } from "#lib/library/release.ts";
import { linkToken, sixDigits } from "#lib/links/token.ts";
import { copyProgram } from "#lib/programs/copy.ts";
import { setDefaultMaterial } from "#lib/programs/default-materials.ts";
import { askQuestion } from "#lib/questions/ask.ts";
import { writeReflection } from "#lib/reflections/write.ts";
import { standingOf } from "#lib/seats/standing.ts";
import { aCohort, alex, aParty, member, robin, sam } from "#lib/testing/cast.ts";
import { aHandout } from "#lib/testing/demo-files.ts";
import { aMail } from "#lib/testing/incoming.ts";
import { about, aRule } from "#lib/testing/releases.ts";
import { signedIn, userOf } from "./cookie.ts";

export type Cast = Awaited<ReturnType<typeof makeCast>>;

// Runs as a program of its own, with the settings of the clinic that it fills.
process.stdout.write(JSON.stringify(await makeCast()));
await db.$disconnect();

/**
 * Ana and Noor take part in Sam's cohort, Kim and Lou in Robin's; Alex is an admin. There is something of each
 * kind to see, and for each Server Action something that it could change.
 */
async function makeCast(at = now()) {
  const firstOn = at.toZonedDateTimeISO("America/Toronto").toPlainDate().add({ days: 60 });
  const staff = { sam: await sam(), robin: await robin(), alex: await alex() };

  const cohortId = await aCohort({ firstOn });
  const [ana, noor] = await enrolled(cohortId, ["Ana", "Noor"], at);
  await enrolled(cohortId, ["Pat"], at);
  const robins = await aCohort({ firstOn, title: "Summer mornings" }, staff.robin);
  const [kim, lou] = await enrolled(robins, ["Kim", "Lou"], at);

  // They were written to long enough ago to be asked again.
  const held = await aParty(cohortId, ["Jo", "Wren"], at.subtract({ hours: 13 }));
  const [jo, wren] = held.members;
  const small = await aCohort({ firstOn, title: "Two chairs", capacity: 1 });
  await enrolled(small, ["Max"], at);
  const offered = await aParty(small, ["Uma"], at);
  await resizeCohort(staff.sam, small, 2, at);
  const inDoubtId = await aCohort({ firstOn, title: "Not sure yet", smallest: 8 });
  const applied = await aParty(await aCohort({ firstOn, title: "Read first", reviews: true }), ["Ivo"], at);
  const cancelledId = await aCohort({ firstOn, title: "Does not take place" });
  const stranded = await aParty(cancelledId, ["Gus"], at);
  await cancelCohort(staff.sam, cancelledId, "Too few came.", at);
  const full = await aCohort({ firstOn, title: "No chair left", capacity: 2 });
  await enrolled(full, ["Tam", "Ines"], at);
  const waiting = await aParty(full, ["Ivy", "Kai"], at);
  const paused = await aParty(full, ["Ode"], at);
  await pause(member(paused.members[0]?.id ?? ""), paused.id, at);
  const twice = await aParty(full, ["Bo", "Cy"], at);
  const bo = member(twice.members[0]?.id ?? "");
  const second = await alsoWait(bo, twice.id, cohortId, at);
  if (!second.ok) throw new Error(second.reason);
  const line = await aLine(staff.alex, firstOn, at);
  const draftId = await aCohort({ firstOn, title: "Not open yet", draft: true });
  const programId = (await db.program.findFirstOrThrow({ where: { listed: true } })).id;
  const sams = await copyProgram(staff.sam, programId);
  if (!sams.ok) throw new Error(sams.reason);
  const lesson = await db.programSession.findFirstOrThrow({
    where: { programId: sams.value.programId },
    orderBy: { position: "asc" },
  });
  const list = {
    waiting: await interested(["Ira"], programId, at),
    couple: await interested(["Una", "Abe"], programId, at),
    invited: await interested(["Ode"], programId, at),
  };
  await sendWave(staff.alex, { cohortId, interestIds: [list.invited.interestId], days: 5 }, at);
  const lapsed = await aParty(cohortId, ["Yan"], at.subtract({ hours: 60 }));
  await expireHolds(at);
  if (!ana || !noor || !kim || !lou || !jo || !wren) throw new Error("somebody is missing");

  const anas = await db.enrollment.findFirstOrThrow({ where: { cohortId, state: "confirmed" } });
  const session = await db.session.findFirstOrThrow({ where: { cohortId }, orderBy: { position: "asc" } });
  // Ana has completed, so that there is a certificate.
  const sessions = await db.session.findMany({
    where: { cohortId },
    orderBy: { position: "asc" },
    skip: 1,
    take: 7,
  });
  for (const { id } of sessions)
    await mark(staff.sam, { sessionId: id, personId: ana.personId, status: "present" }, at);
  // Ana may ask to make one session up, has asked for another, and Kim asks to be a guest of hers.
  const byPosition = async (id: string) =>
    (await db.session.findMany({ where: { cohortId: id }, orderBy: { position: "asc" } })).map(
      (one) => one.id,
    );
  const [homes, robinsSessions] = [await byPosition(cohortId), await byPosition(robins)];
  const begunId = await aCohort({ firstOn: firstOn.subtract({ days: 67 }), title: "Under way" }, staff.robin);
  const missed = homes[8] ?? "";
  await mark(staff.sam, { sessionId: missed, personId: ana.personId, status: "excused" }, at);
  const wish = (personId: string, homeSessionId = "", hostSessionId = "") =>
    db.makeUp.create({
      data: { personId, homeSessionId, hostSessionId, askedAt: new Date(at.epochMilliseconds) },
    });
  const makeUp = {
    missed,
    chair: (await byPosition(begunId))[8] ?? "",
    anas: (await wish(ana.personId, homes[1], robinsSessions[1])).id,
    kims: (await wish(kim.personId, robinsSessions[2], homes[2])).id,
  };
  const notes = { ana: "Ana told us of her week", noor: "Noor needs a chair by the door" };
  await mark(
    staff.sam,
    { sessionId: session.id, personId: ana.personId, status: "present", note: notes.ana },
    at,
  );
  await mark(
    staff.sam,
    { sessionId: session.id, personId: noor.personId, status: "late", note: notes.noor },
    at,
  );
  const handout = await aReleasedHandout(staff.sam, session.id, at);
  const textId = await aText(staff.sam, session.id);
  const shared = await addMaterial(staff.sam, { ...about, kind: "text", text: "Breathe." });
  if (!shared.ok) throw new Error(shared.reason);
  const begins = await addMaterial(staff.sam, { ...about, kind: "text", text: "Breathe." });
  if (!begins.ok) throw new Error(begins.reason);
  await setDefaultMaterial(staff.sam, {
    programSessionId: lesson.id,
    materialId: begins.value.materialId,
    rule: aRule(),
  });
  const { id: defaultId } = await db.defaultMaterial.findFirstOrThrow({
    where: { programSessionId: lesson.id },
  });
  const awayId = await aText(staff.sam, session.id);
  await archiveMaterial(staff.sam, awayId, at);
  const written = await twoAnnouncements(staff.sam, cohortId, at);

  const asAna = {
    kind: "participant" as const,
    userId: await userOf("ana@example.org"),
    email: "ana@example.org",
  };
  const [sealed, question] = ["Ana wrote this for herself", "Ana asks where the door is"];
  const onSession = { sessionId: session.id, materialId: null };
  const reflected = await writeReflection(asAna, { memberId: ana.id, text: sealed, about: onSession }, at);
  const asked = await askQuestion(asAna, { memberId: ana.id, text: question }, at);
  const [notYet, said] = await db.session.findMany({
    where: { cohortId, position: { gt: 2 } },
    orderBy: { position: "asc" },
    take: 2,
    select: { id: true },
  });
  // After Sam's marks, not at their very instant: of two at once, either may count.
  const excused = await excuse(asAna, { memberId: ana.id, sessionId: said?.id ?? "" }, now());
  if (!reflected.ok || !asked.ok || !excused.ok || !notYet || !said) throw new Error("Ana could not write.");

  const messageId = await aMessage(mailWithAFile("Mara Lindholm <mara@example.com>"), at);
  const thread = await db.thread.findFirstOrThrow({
    select: { id: true, inquiry: { select: { id: true } } },
  });
  const mailbox = await moreMail(staff.alex, { threadId: thread.id, partyId: held.partyId }, at);
  const failed = await db.message.findFirstOrThrow({
    where: { template: "enrolled", address: ana.person.email ?? "" },
  });
  await db.message.update({
    where: { id: failed.id },
    data: { state: "failed", error: "Their mailbox was full." },
  });
  await db.suppression.create({
    data: { address: failed.address, reason: "bounced", words: "No such mailbox." },
  });
  const signIn = await createToken(db, "ana@example.org", at.add({ hours: 1 }), at);

  return {
    cookies: {
      ana: await signedIn("ana@example.org"),
      noor: await signedIn("noor@example.org"),
      lou: await signedIn("lou@example.org"),
      sam: await signedIn(staff.sam.email),
      robin: await signedIn(staff.robin.email),
      alex: await signedIn(staff.alex.email),
    },
    /** What stands for each parameter in the address of a page. */
    params: {
      cohortId,
      sessionId: session.id,
      programId: sams.value.programId,
      programSessionId: lesson.id,
      memberId: ana.id,
      enrollmentId: anas.id,
      reflectionId: reflected.value.reflectionId,
      materialId: handout.materialId,
      announcementId: written.draftId,
      threadId: thread.id,
      messageId,
      position: "1",
      formToken: held.formToken ?? "",
      template: "enrolled",
      slug: "soothing-touch",
      uploadId: crypto.randomUUID(),
    } as Record<string, string>,
    tokens: {
      place: linkToken("member", jo.id),
      join: linkToken("inquiry", thread.inquiry?.id ?? ""),
      "sign-in": signIn.token,
      unsubscribe: linkToken("unsubscribe", ana.personId),
      api: linkToken("unsubscribe", ana.personId),
      calendar: linkToken("calendar", ana.id),
      welcome: firstAdminUrl().split("/").at(-1) ?? "",
    } as Record<string, string>,
    code: sixDigits("sign-in", signIn.id),
    seatedToken: linkToken("member", ana.id),
    offeredToken: linkToken("member", offered.members[0]?.id ?? ""),
    waitingToken: linkToken("member", waiting.members[0]?.id ?? ""),
    pausedToken: linkToken("member", paused.members[0]?.id ?? ""),
    twice: {
      token: linkToken("member", bo.memberId),
      first: twice.id,
      second: second.value.enrollmentId,
    },
    held: { enrollmentId: held.id, wrenId: wren.id },
    awayFrom: { notYet: notYet.id, said: said.id },
    questionId: asked.value.questionId,
    anaPersonId: ana.personId,
    releaseId: handout.releaseId,
    textId,
    sharedId: shared.value.materialId,
    defaultId,
    awayId,
    robinId: staff.robin.userId,
    programId,
    interestId: list.waiting.interestId,
    interestedToken: list.waiting.token,
    togetherToken: list.couple.token,
    invitedToken: list.invited.token,
    lapsedToken: linkToken("member", lapsed.members[0]?.id ?? ""),
    robinsId: robins,
    makeUp,
    inDoubtId,
    appliedId: applied.id,
    cancelledToken: linkToken("member", stranded.members[0]?.id ?? ""),
    line,
    draftId,
    written,
    failedId: failed.id,
    mailbox,
    suppressedId: failed.id,
    notes,
    sealed,
    question,
  };
}

/** One that nobody has sent yet, and one that waits for its time. */
async function twoAnnouncements(by: Staff, cohortId: string, at: Temporal.Instant) {
  const one = async () => {
    const words = { to: "everyone", subject: "Before we meet", text: "Hello {first name}" } as const;
    const outcome = await write(by, { ...words, cohortId, formToken: crypto.randomUUID() }, at);
    if (!outcome.ok) throw new Error(outcome.reason);
    return outcome.value.announcementId;
  };
  const [draftId, scheduledId] = [await one(), await one()];
  const sendLocal = Temporal.PlainDateTime.from("2041-03-05T09:00");
  await schedule(by, { announcementId: scheduledId, sendLocal }, at);
  return { draftId, scheduledId };
}

async function aMessage(raw: Buffer, at: Temporal.Instant): Promise<string> {
  const { messageId } = await receiveMessage(raw, at);
  await readMessage(messageId, at);
  return messageId;
}

/** With a layout of its own and a file, so that there is something of each kind to open. */
function mailWithAFile(from: string): Buffer {
  return aMail(
    { From: from, "MIME-Version": "1.0", "Content-Type": "multipart/mixed; boundary=part" },
    [
      "--part",
      "Content-Type: text/html; charset=utf-8",
      "",
      "<p>Is there room on Tuesdays?</p>",
      "--part",
      "Content-Type: text/plain",
      "Content-Disposition: attachment; filename=about-us.txt",
      "",
      "About us",
      "--part--",
    ].join("\r\n"),
  );
}

/** A thread that is put off, linked, answered and made of two, and a saved answer. */
async function moreMail(
  admin: Staff,
  { threadId, partyId }: { threadId: string; partyId: string },
  at: Temporal.Instant,
) {
  const threadOf = async (from: string) => {
    const id = await aMessage(aMail({ From: from }), at);
    return (await db.message.findUniqueOrThrow({ where: { id } })).threadId ?? "";
  };
  const snoozedId = await threadOf("Dov <dov@example.com>");
  const mergedId = await threadOf("Dov at work <dov@work.example.com>");
  await mergeThreads(admin, { threadId: snoozedId, otherId: mergedId });
  await linkParty(admin, { threadId: snoozedId, partyId });
  const answered = await reply(admin, { threadId: snoozedId, text: "Yes.", files: [] }, at);
  if (!answered.ok) throw new Error(answered.reason);
  await snoozeThread(admin, { threadId: snoozedId, until: "week" }, at);
  await saveAnswer(admin, { title: "Fees", text: "On a sliding scale." }, at);
  const second = await db.message.findFirstOrThrow({ where: { threadId, direction: "outgoing" } });
  return {
    snoozedId,
    mergedId,
    partyId,
    replyId: answered.value.messageId,
    secondId: second.id,
    answerId: (await db.savedAnswer.findFirstOrThrow()).id,
  };
}

/** Free chairs saved for a party of four; behind it one who waits, one who was offered a chair, one who was taken out, one who paused. */
async function aLine(admin: Staff, firstOn: Temporal.PlainDate, at: Temporal.Instant) {
  const cohortId = await aCohort({ firstOn, title: "In order", capacity: 4 });
  await db.cohort.update({ where: { id: cohortId }, data: { policy: "inOrder" } });
  await enrolled(cohortId, ["Ida"], at.subtract({ minutes: 5 }));
  const before = (minutes: number) => at.subtract({ minutes });
  await aParty(cohortId, ["Rae", "Sol", "Emi", "Kai"], before(4));
  const waiting = await aParty(cohortId, ["Tove"], before(3));
  const offered = await aParty(cohortId, ["Ola"], before(2));
  const out = await aParty(cohortId, ["Ben"], before(1));
  const because = (one: typeof offered) => ({
    enrollmentId: one.id,
    seen: standingOf(one),
    reason: "They asked us to",
  });
  await offerNow(admin, because(offered), at);
  await takeOut(admin, because(out), at);
  const paused = await aParty(cohortId, ["Fay"], at);
  await pause(admin, paused.id, at);
  const stands = async (id: string) => ({
    enrollmentId: id,
    cohortId,
    seen: standingOf(await db.enrollment.findUniqueOrThrow({ where: { id } })),
  });
  return {
    waiting: await stands(waiting.id),
    offered: await stands(offered.id),
    out: await stands(out.id),
    paused: await stands(paused.id),
  };
}

async function enrolled(cohortId: string, names: string[], at: Temporal.Instant) {
  const { id, members } = await aParty(cohortId, names, at);
  for (const each of members) await confirm(member(each.id), id, at);
  return members;
}

/** A party on the interest list, and the secret part of its first member's own link. */
async function interested(names: string[], programId: string, at: Temporal.Instant) {
  const people = names.map((name) => ({ name, email: `${name.toLowerCase()}@example.org` }));
  const form = { programId, formToken: crypto.randomUUID(), people, suits: [], format: null, note: "" };
  const outcome = await joinInterest({ kind: "visitor" }, form, at);
  if (!outcome.ok) throw new Error(outcome.reason);
  const { interestId } = outcome.value;
  const { id } = await db.member.findFirstOrThrow({
    where: { position: 1, party: { interests: { some: { id: interestId } } } },
  });
  return { interestId, token: linkToken("member", id) };
}

async function aReleasedHandout(by: Staff, sessionId: string, at: Temporal.Instant) {
  const upload = aHandout("Soften, soothe, allow");
  const outcome = await attachMaterial(by, {
    sessionId,
    rule: aRule({ rule: "byHand" }),
    material: { added: { ...about, kind: "handout", upload }, inLibrary: false },
  });
  if (!outcome.ok) throw new Error(outcome.reason);
  await release(by, outcome.value.releaseId, at.subtract({ minutes: 1 }));
  return outcome.value;
}

async function aText(by: Staff, sessionId: string): Promise<string> {
  const outcome = await attachMaterial(by, {
    sessionId,
    rule: aRule(),
    material: { added: { ...about, kind: "text", text: "Breathe." }, inLibrary: false },
  });
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value.materialId;
}
