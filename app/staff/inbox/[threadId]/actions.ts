"use server";

import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { admin } from "#lib/auth/who.ts";
import { now } from "#lib/clock/now.ts";
import { counted, spanWords } from "#lib/clock/words.ts";
import { assignThread } from "#lib/inbox/assign.ts";
import { acceptDraft, correctInquiry, type Incomplete, listDraft } from "#lib/inbox/draft.ts";
import { draftSchema } from "#lib/inbox/draft-schema.ts";
import { linkParty, unlinkParty } from "#lib/inbox/link-party.ts";
import { mergeThreads, undoMerge } from "#lib/inbox/merge.ts";
import { addNote } from "#lib/inbox/note.ts";
import { putIn } from "#lib/inbox/put-in.ts";
import { type ReplyRefusal, reply, replySchema, takeBackReply } from "#lib/inbox/reply.ts";
import { snoozeThread, wakeThread } from "#lib/inbox/snooze.ts";
import { splitThread } from "#lib/inbox/split.ts";
import { markUnrelated } from "#lib/inbox/unrelated.ts";
import { setThreadState } from "#lib/mail/set-thread-state.ts";
import { ThreadState } from "../../../../prisma/generated/enums.ts";
import { inMailbox, withHappened } from "../place.ts";

const thread = z.object({ threadId: z.uuid() });
/** The list that one came from, and the thread after this one in it. */
const ways = { back: inMailbox, next: inMailbox };

/** Where the thread stands on the page that was pressed: what an undo goes back to. */
const was = z.enum(ThreadState).optional().catch(undefined);

const stateSchema = thread.extend({ state: z.enum(ThreadState), was, ...ways });

export async function setThreadStateAction(form: FormData): Promise<void> {
  const actor = await admin();
  const submission = parseWithZod(form, { schema: stateSchema });
  if (submission.status !== "success") return;
  const { threadId, state, was, back, next } = submission.value;
  await setThreadState(actor, { threadId, state });
  goOn(state === "done" ? next && withHappened(next, "done", threadId, was) : back);
}

const assignSchema = thread.extend({
  to: z.union([z.literal("me"), z.literal("nobody"), z.uuid()]),
});

export async function assignThreadAction(form: FormData): Promise<void> {
  const actor = await admin();
  const submission = parseWithZod(form, { schema: assignSchema });
  if (submission.status !== "success") return;
  const { threadId, to } = submission.value;
  await assignThread(actor, { threadId, userId: to === "me" ? actor.userId : to === "nobody" ? null : to });
  goOn();
}

const snoozeSchema = thread.extend({
  until: z.enum(["tomorrow", "monday", "week", "date"]),
  date: z.iso.date("Please choose a date.").optional(),
  ...ways,
});

export async function snoozeThreadAction(_: unknown, form: FormData): Promise<SubmissionResult | null> {
  const actor = await admin();
  const submission = parseWithZod(form, { schema: snoozeSchema });
  if (submission.status !== "success") return submission.reply();
  const { threadId, until, date, next } = submission.value;
  if (until === "date" && !date)
    return submission.reply({ fieldErrors: { date: ["Please choose a date."] } });
  const day = until === "date" ? Temporal.PlainDate.from(String(date)) : until;
  const outcome = await snoozeThread(actor, { threadId, until: day });
  if (!outcome.ok && outcome.reason === "past")
    return submission.reply({ fieldErrors: { date: ["Nine in the morning of that day is over."] } });
  goOn(next && withHappened(next, "putOff", threadId));
  return null;
}

export async function wakeThreadAction(form: FormData): Promise<void> {
  const actor = await admin();
  const submission = parseWithZod(form, { schema: thread.extend({ back: inMailbox }) });
  if (submission.status !== "success") return;
  await wakeThread(actor, submission.value.threadId);
  goOn(submission.value.back);
}

const unrelatedSchema = thread.extend({ unrelated: z.enum(["yes", "no"]), ...ways });

export async function markUnrelatedAction(form: FormData): Promise<void> {
  const actor = await admin();
  const submission = parseWithZod(form, { schema: unrelatedSchema });
  if (submission.status !== "success") return;
  const { threadId, unrelated, back, next } = submission.value;
  await markUnrelated(actor, { threadId, unrelated: unrelated === "yes" });
  goOn(unrelated === "yes" ? next && withHappened(next, "unrelated", threadId) : back);
}

const noteSchema = thread.extend({
  text: z
    .string({ error: "Please write a note." })
    .trim()
    .min(1, "Please write a note.")
    .max(4000, "Please use at most 4000 characters."),
});

export async function addNoteAction(_: unknown, form: FormData): Promise<SubmissionResult | null> {
  const actor = await admin();
  const submission = parseWithZod(form, { schema: noteSchema });
  if (submission.status !== "success") return submission.reply();
  await addNote(actor, submission.value);
  revalidatePath("/staff/inbox", "layout");
  return submission.reply({ resetForm: true });
}

const partySchema = thread.extend({ partyId: z.uuid(), back: inMailbox });

export async function linkPartyAction(form: FormData): Promise<void> {
  const actor = await admin();
  const submission = parseWithZod(form, { schema: partySchema });
  if (submission.status !== "success") return;
  await linkParty(actor, submission.value);
  goOn(submission.value.back);
}

export async function unlinkPartyAction(form: FormData): Promise<void> {
  const actor = await admin();
  const submission = parseWithZod(form, { schema: partySchema });
  if (submission.status !== "success") return;
  await unlinkParty(actor, submission.value);
  goOn(submission.value.back);
}

const mergeSchema = thread.extend({ otherId: z.uuid() });

export async function mergeThreadsAction(form: FormData): Promise<void> {
  const actor = await admin();
  const submission = parseWithZod(form, { schema: mergeSchema });
  if (submission.status !== "success") return;
  const outcome = await mergeThreads(actor, submission.value);
  goOn(outcome.ok ? withHappened(`/staff/inbox/${outcome.value.threadId}`, "merged") : undefined);
}

export async function undoMergeAction(form: FormData): Promise<void> {
  const actor = await admin();
  const submission = parseWithZod(form, { schema: mergeSchema });
  if (submission.status !== "success") return;
  const { threadId, otherId } = submission.value;
  await undoMerge(actor, { threadId, fromId: otherId });
  goOn(`/staff/inbox/${threadId}`);
}

const splitSchema = thread.extend({ messageId: z.uuid() });

export async function splitThreadAction(form: FormData): Promise<void> {
  const actor = await admin();
  const submission = parseWithZod(form, { schema: splitSchema });
  if (submission.status !== "success") return;
  const outcome = await splitThread(actor, submission.value);
  goOn(outcome.ok ? withHappened(`/staff/inbox/${outcome.value.threadId}`, "split") : undefined);
}

const press = z.object({ press: z.enum(["correct", "accept", "list"]).catch("correct"), back: inMailbox });

/** One form, three buttons: keep what was corrected; enrol them; put them on the interest list. */
export async function draftAction(_: unknown, form: FormData): Promise<SubmissionResult | null> {
  const actor = await admin();
  const submission = parseWithZod(form, { schema: draftSchema.and(press) });
  if (submission.status !== "success") return submission.reply();
  const { press: pressed, back, ...draft } = submission.value;
  const verb = { correct: correctInquiry, accept: acceptDraft, list: listDraft }[pressed];
  const outcome = await verb(actor, draft);
  revalidatePath("/staff", "layout");
  if (!outcome.ok) return submission.reply({ formErrors: [draftWords(outcome)] });
  const href = back ?? `/staff/inbox/${draft.threadId}`;
  const happened = { correct: "corrected", accept: "enrolled", list: "listed" }[pressed];
  redirect(withHappened(href, happened));
}

type DraftRefused =
  | Exclude<Awaited<ReturnType<typeof acceptDraft>>, { ok: true }>
  | Exclude<Awaited<ReturnType<typeof listDraft>>, { ok: true }>;

function draftWords(refused: DraftRefused): string {
  switch (refused.reason) {
    case "unnamed":
      return `${refused.count === 1 ? "One of them is" : `${refused.count} of them are`} not named yet. Everybody is asked by their own letter, so please ask who comes, or lower the number of places.`;
    case "too_many_named":
      return `${counted(refused.people, "person").replace("persons", "people")} ${refused.people === 1 ? "is" : "are"} written down, for ${counted(refused.seats, "place")}. Please make the two agree.`;
    case "nameless":
      return `Please write the name of ${refused.address}.`;
    case "no_address":
      return `Please write an e-mail address for ${refused.name}: they are asked by their own letter. Two people may share one.`;
    default:
      return draftSentences[refused.reason];
  }
}

const draftSentences: Record<Exclude<DraftRefused["reason"], Incomplete["reason"]> | "nobody", string> = {
  nobody: "Please write down who would come.",
  not_there: "This thread is somewhere else now. Please open it from the list again.",
  not_open_now: "Somebody has done this already. The page shows how it stands now.",
  no_group: "Please choose a group.",
  no_place_asked: "They don’t ask for a place. If they do, please say so under “They ask for”.",
  no_program: "There is no program yet that they could wait for.",
  not_open: "That group is not open for enrolment. Please choose another one, or the interest list.",
  opens_later: "That group opens for enrolment later. Please choose another one, or the interest list.",
  too_many: "They are more than may come together in that group.",
  partners_only: "That group is for couples and partners who come together.",
  individuals_only: "In that group everybody comes by themselves.",
};

const replyForm = replySchema.extend({
  text: z.string().max(20_000, "Please use at most 20,000 characters.").default(""),
  press: z.enum(["send", "put-in"]).catch("send"),
  answerId: z.uuid().optional().catch(undefined),
  back: inMailbox,
});

/** Sends an answer; or puts a saved answer below what was written, and sends nothing. */
export async function replyAction(_: unknown, form: FormData): Promise<SubmissionResult | null> {
  const actor = await admin();
  const submission = parseWithZod(form, { schema: replyForm });
  if (submission.status !== "success") return submission.reply({ hideFields: ["files"] });
  const { press: pressed, answerId, back, ...input } = submission.value;
  const again = input.files.length > 0 ? ["Please choose the files once more."] : [];
  if (pressed === "put-in") {
    const text = await putIn(actor, { ...input, answerId });
    const answer = submission.reply({ hideFields: ["files"] });
    return {
      ...answer,
      initialValue: { ...answer.initialValue, text },
      error: again.length > 0 ? { files: again } : undefined,
    };
  }
  if (!input.text.trim())
    return submission.reply({
      fieldErrors: { text: ["Please write an answer."], files: again },
      hideFields: ["files"],
    });
  const outcome = await reply(actor, { ...input, text: input.text.trim() });
  revalidatePath("/staff", "layout");
  if (!outcome.ok)
    return submission.reply({
      fieldErrors: {
        [isAboutFiles(outcome) ? "files" : "text"]: [replyWords(outcome)],
        ...(again.length > 0 && !isAboutFiles(outcome) && { files: again }),
      },
      hideFields: ["files"],
    });
  redirect(withHappened(back ?? `/staff/inbox/${input.threadId}`, "answered", outcome.value.messageId));
}

function isAboutFiles({ reason }: ReplyRefusal): boolean {
  return reason === "empty" || reason === "too_large" || reason === "wrong_type";
}

function replyWords(refused: ReplyRefusal): string {
  switch (refused.reason) {
    case "answered":
      return `${refused.by} answered ${agoWords(refused.at)}. Please read that first; your words are kept here, and you can still send them.`;
    case "wrote_again":
      return "They have written again meanwhile. Please read that first; your words are kept here.";
    case "suppressed":
      return `Nothing can be sent to this address. ${refused.words}`.trim();
    case "unknown_fields":
      return `There is no field ${refused.fields.join(" or ")}. Please write the words themselves, or take it out.`;
    case "missing_fields":
      return `There is nothing to put in for ${refused.fields.join(" and ")} here. Please write the words themselves, or choose a group in the draft first.`;
    case "no_address":
      return "There is no address to answer to in this thread.";
    case "not_there":
      return draftSentences.not_there;
    case "too_large":
      return "The files are too large. Please attach at most 15 MB.";
    case "empty":
      return "One of the files is empty.";
    case "wrong_type":
      return "One of the files is of a kind that we don’t know. A PDF or a picture can be sent.";
  }
}

/** "a minute ago". */
function agoWords(at: Temporal.Instant): string {
  const minutes = Math.max(0, Math.round(now().since(at).total("minutes")));
  if (minutes < 2) return "a minute ago";
  return minutes < 60 ? `${minutes} minutes ago` : `${spanWords(at, now())} ago`;
}

const takeBackSchema = thread.extend({ messageId: z.uuid(), back: inMailbox });

export async function takeBackReplyAction(form: FormData): Promise<void> {
  const actor = await admin();
  const submission = parseWithZod(form, { schema: takeBackSchema });
  if (submission.status !== "success") return;
  const { threadId, messageId, back } = submission.value;
  const outcome = await takeBackReply(actor, { threadId, messageId });
  goOn(withHappened(back ?? `/staff/inbox/${threadId}`, outcome.ok ? "takenBack" : "letterGone", messageId));
}

/** Shows everything as it is now; elsewhere, where the form says so. */
function goOn(to?: string): void {
  revalidatePath("/staff", "layout");
  if (to) redirect(to);
}
