"use server";

import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { admin } from "#lib/auth/who.ts";
import { now } from "#lib/clock/now.ts";
import { nextWaking } from "#lib/clock/waking.ts";
import { counted, momentWords } from "#lib/clock/words.ts";
import { settings } from "#lib/config/settings.ts";
import { decisionSchema, undoSchema } from "#lib/enrollment/decision-schema.ts";
import { offerNow } from "#lib/enrollment/offer-now.ts";
import { pause, resume } from "#lib/enrollment/pause.ts";
import { putBack } from "#lib/enrollment/put-back.ts";
import { takeOfferBack } from "#lib/enrollment/take-offer-back.ts";
import { takeOut } from "#lib/enrollment/take-out.ts";
import type { Happened } from "./happenings.ts";

/** The board that the form is on: where its notice is shown. */
const onBoard = z.object({ cohortId: z.uuid(), page: z.coerce.number().int().min(1).catch(1) });

export async function offerNowAction(_: unknown, form: FormData): Promise<SubmissionResult | null> {
  const actor = await admin();
  const submission = parseWithZod(form, { schema: decisionSchema.and(onBoard) });
  if (submission.status !== "success") return submission.reply();
  const at = now();
  const outcome = await offerNow(actor, submission.value, at);
  if (outcome.ok) return seeBoard(submission.value, "offered");
  switch (outcome.reason) {
    case "not_yours":
    case "changed":
      return seeBoard(submission.value, "changed");
    case "too_few": {
      const free =
        outcome.free === 0
          ? "No place is free"
          : `Only ${counted(outcome.free, "place")} ${outcome.free === 1 ? "is" : "are"} free`;
      return submission.reply({ formErrors: [`${free}, and that does not suffice for them.`] });
    }
    case "paused":
      return submission.reply({
        formErrors: ["They asked to be left out for a while. Please let them come back to the line first."],
      });
    case "asleep":
      return submission.reply({
        formErrors: [
          `Places are offered by day, so that nobody is woken or hurried. Please come back on ${momentWords(nextWaking(at), settings().CLINIC_ZONE)}.`,
        ],
      });
    case "ended":
      return submission.reply({
        formErrors: ["The first session is near or over, so nobody in line is asked any more."],
      });
  }
}

export async function takeOutAction(_: unknown, form: FormData): Promise<SubmissionResult | null> {
  const actor = await admin();
  const submission = parseWithZod(form, { schema: decisionSchema.and(onBoard) });
  if (submission.status !== "success") return submission.reply();
  const outcome = await takeOut(actor, submission.value);
  return seeBoard(submission.value, outcome.ok ? "takenOut" : "changed");
}

export async function takeOfferBackAction(form: FormData): Promise<void> {
  const actor = await admin();
  const submission = parseWithZod(form, { schema: undoSchema.and(onBoard) });
  if (submission.status !== "success") return;
  const outcome = await takeOfferBack(actor, submission.value);
  seeBoard(submission.value, outcome.ok ? "undone" : undoWords(outcome.reason));
}

export async function putBackAction(form: FormData): Promise<void> {
  const actor = await admin();
  const submission = parseWithZod(form, { schema: undoSchema.and(onBoard) });
  if (submission.status !== "success") return;
  const outcome = await putBack(actor, submission.value);
  seeBoard(submission.value, outcome.ok ? "undone" : undoWords(outcome.reason));
}

/** For a party that telephones: it is left out for a while. Coming back undoes it. */
export async function pauseWaitAction(form: FormData): Promise<void> {
  await pauseOrResume(form, pause, "paused");
}

export async function resumeWaitAction(form: FormData): Promise<void> {
  await pauseOrResume(form, resume, "resumed");
}

async function pauseOrResume(form: FormData, verb: typeof pause, happened: Happened): Promise<void> {
  const actor = await admin();
  const submission = parseWithZod(form, { schema: undoSchema.and(onBoard) });
  if (submission.status !== "success") return;
  const { enrollmentId, seen } = submission.value;
  const outcome = await verb(actor, enrollmentId, now(), seen);
  seeBoard(submission.value, outcome.ok ? happened : "changed");
}

type Place = { cohortId: string; page: number; enrollmentId: string };

/** Shows the board as it is now, with what happened on top. */
function seeBoard({ cohortId, page, enrollmentId }: Place, happened: Happened): never {
  revalidatePath("/staff", "layout");
  const search = new URLSearchParams({ happened, about: enrollmentId });
  if (page > 1) search.set("page", String(page));
  redirect(`/staff/waitlist/${cohortId}?${search}`);
}

function undoWords(reason: "not_yours" | "changed" | "letter_gone"): Happened {
  return reason === "letter_gone" ? "letterGone" : "changed";
}
