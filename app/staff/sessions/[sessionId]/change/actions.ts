"use server";

import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { revalidatePath } from "next/cache";
import { notFound, redirect } from "next/navigation";
import { staff } from "#lib/auth/who.ts";
import { cancelSession } from "#lib/cohorts/cancel-session.ts";
import { clashesOfMove } from "#lib/cohorts/clashes.ts";
import { loadSession } from "#lib/cohorts/load-session.ts";
import { moveSession } from "#lib/cohorts/move-session.ts";
import { cancelSessionSchema, moveSessionSchema } from "#lib/cohorts/session-schema.ts";
import { clashWords } from "../../../_components/clash-words.ts";

/** With what else takes place then, when that was asked for. */
export type MoveAnswer = SubmissionResult & { clashes?: string[] };

export async function moveSessionAction(_: unknown, form: FormData): Promise<MoveAnswer | null> {
  const actor = await staff();
  const submission = parseWithZod(form, { schema: moveSessionSchema });
  if (submission.status !== "success") return submission.reply();
  const { sessionId } = submission.value;
  const session = await loadSession(actor, sessionId);
  if (!session) notFound();
  if (form.get("press") === "look")
    return {
      ...submission.reply(),
      clashes: (await clashesOfMove(actor, submission.value)).map(clashWords),
    };
  const outcome = await moveSession(actor, submission.value);
  if (!outcome.ok) {
    if (outcome.reason === "not_yours") notFound();
    return submission.reply({ fieldErrors: { startsLocal: [refusals[outcome.reason]] } });
  }
  revalidatePath("/staff", "layout");
  redirect(`/staff/cohorts/${session.cohort.id}/sessions`);
}

export async function cancelSessionAction(_: unknown, form: FormData): Promise<SubmissionResult | null> {
  const actor = await staff();
  const submission = parseWithZod(form, { schema: cancelSessionSchema });
  if (submission.status !== "success") return submission.reply();
  const { sessionId } = submission.value;
  const session = await loadSession(actor, sessionId);
  if (!session) notFound();
  const outcome = await cancelSession(actor, submission.value);
  if (!outcome.ok) {
    if (outcome.reason === "not_yours") notFound();
    return submission.reply({ formErrors: [refusals[outcome.reason]] });
  }
  revalidatePath("/staff", "layout");
  redirect(`/staff/cohorts/${session.cohort.id}/sessions`);
}

const refusals = {
  cancelled: "It is cancelled already.",
  over: "It is over, so there is nothing to change.",
  in_the_past: "This is in the past. Please choose a later time.",
  overlaps: "Another session of this group is at that time.",
};
