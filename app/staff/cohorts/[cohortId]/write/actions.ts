"use server";

import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { revalidatePath } from "next/cache";
import { notFound, redirect } from "next/navigation";
import { announcementSchema, discardSchema, scheduleSchema, writeSchema } from "#lib/announcements/schema.ts";
import { schedule, send } from "#lib/announcements/send.ts";
import { discard, takeBack } from "#lib/announcements/take-back.ts";
import { write } from "#lib/announcements/write.ts";
import { staff } from "#lib/auth/who.ts";
import { listWords } from "#lib/people/words.ts";

type Answer = Promise<SubmissionResult | null>;

/** Keeps what was written, and shows it as each of its readers will read it. */
export async function writeAction(_: unknown, form: FormData): Answer {
  const actor = await staff();
  const submission = parseWithZod(form, { schema: writeSchema });
  if (submission.status !== "success") return submission.reply();
  const { cohortId } = submission.value;
  const outcome = await write(actor, submission.value);
  if (outcome.ok) {
    revalidatePath(`/staff/cohorts/${cohortId}/write`, "layout");
    redirect(`/staff/cohorts/${cohortId}/write/${outcome.value.announcementId}`);
  }
  if (outcome.reason === "not_yours") notFound();
  if (outcome.reason === "unknown_fields")
    return submission.reply({
      fieldErrors: {
        text: [`${listWords(outcome.fields)} can’t be filled in. Which fields there are stands beside.`],
      },
    });
  return submission.reply({ formErrors: [writeWords[outcome.reason]] });
}

const writeWords = {
  not_in_group: "They are not in this group any more. Please choose again whom it is for.",
  sent: "This message was sent meanwhile. Your words are kept here: you can use them in a new one.",
};

export async function sendAnnouncementAction(_: unknown, form: FormData): Answer {
  const actor = await staff();
  const submission = parseWithZod(form, { schema: announcementSchema });
  if (submission.status !== "success") return submission.reply();
  const outcome = await send(actor, submission.value.announcementId);
  if (!outcome.ok && outcome.reason === "not_yours") notFound();
  revalidatePath("/staff/cohorts/[cohortId]/write", "layout");
  return outcome.ok
    ? null
    : submission.reply({ formErrors: ["There is nobody with an e-mail address whom this is for just now."] });
}

export async function scheduleAnnouncementAction(_: unknown, form: FormData): Answer {
  const actor = await staff();
  const submission = parseWithZod(form, { schema: scheduleSchema });
  if (submission.status !== "success") return submission.reply();
  const outcome = await schedule(actor, submission.value);
  if (!outcome.ok && outcome.reason === "not_yours") notFound();
  revalidatePath("/staff/cohorts/[cohortId]/write", "layout");
  if (outcome.ok) return null;
  return outcome.reason === "in_the_past"
    ? submission.reply({ fieldErrors: { sendLocal: ["That time is over. Please choose a later one."] } })
    : submission.reply({ formErrors: ["It was sent meanwhile."] });
}

export async function takeBackAnnouncementAction(_: unknown, form: FormData): Answer {
  const actor = await staff();
  const submission = parseWithZod(form, { schema: announcementSchema });
  if (submission.status !== "success") return submission.reply();
  const outcome = await takeBack(actor, submission.value.announcementId);
  if (!outcome.ok && outcome.reason === "not_yours") notFound();
  revalidatePath("/staff/cohorts/[cohortId]/write", "layout");
  return outcome.ok
    ? null
    : submission.reply({
        formErrors: ["The first letter is on its way, so it can’t be taken back any more."],
      });
}

export async function discardAnnouncementAction(_: unknown, form: FormData): Answer {
  const actor = await staff();
  const submission = parseWithZod(form, {
    schema: discardSchema,
  });
  if (submission.status !== "success") return submission.reply();
  const { announcementId, cohortId } = submission.value;
  const outcome = await discard(actor, announcementId);
  if (!outcome.ok && outcome.reason === "not_yours") notFound();
  revalidatePath("/staff/cohorts/[cohortId]/write", "layout");
  if (outcome.ok) redirect(`/staff/cohorts/${cohortId}/write`);
  return submission.reply({ formErrors: ["It is going out already. Take it back first."] });
}
