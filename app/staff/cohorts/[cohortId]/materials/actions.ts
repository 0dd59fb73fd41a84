"use server";

import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { revalidatePath } from "next/cache";
import { notFound } from "next/navigation";
import { staff } from "#lib/auth/who.ts";
import { attachMaterial } from "#lib/library/attach.ts";
import { changeRule, detach, release, takeBack } from "#lib/library/release.ts";
import { attachSchema, changeRuleSchema, releaseIdSchema } from "#lib/library/schema.ts";
import { storeWords } from "../../../library/store-words.ts";

export async function attachMaterialAction(_: unknown, form: FormData): Promise<SubmissionResult | null> {
  const actor = await staff();
  const submission = parseWithZod(form, { schema: attachSchema });
  if (submission.status !== "success") return submission.reply({ hideFields: ["upload"] });
  const outcome = await attachMaterial(actor, submission.value);
  if (outcome.ok) {
    revalidatePath("/staff/cohorts", "layout");
    return submission.reply({ resetForm: true });
  }
  if (outcome.reason === "not_yours") notFound();
  if (outcome.reason === "not_there" || outcome.reason === "there_already")
    return submission.reply({ fieldErrors: { materialId: [words[outcome.reason]] } });
  return submission.reply({ fieldErrors: { upload: [storeWords[outcome.reason]] }, hideFields: ["upload"] });
}

export async function changeRuleAction(_: unknown, form: FormData): Promise<SubmissionResult | null> {
  const actor = await staff();
  const submission = parseWithZod(form, { schema: changeRuleSchema });
  if (submission.status !== "success") return submission.reply();
  await changeRule(actor, submission.value.releaseId, submission.value.rule);
  revalidatePath("/staff/cohorts", "layout");
  return submission.reply({ resetForm: true });
}

export async function releaseAction(_: unknown, form: FormData): Promise<SubmissionResult | null> {
  return byHand(release, form);
}

export async function takeBackAction(_: unknown, form: FormData): Promise<SubmissionResult | null> {
  return byHand(takeBack, form);
}

export async function detachAction(_: unknown, form: FormData): Promise<SubmissionResult | null> {
  return byHand(detach, form);
}

async function byHand(verb: typeof release, form: FormData): Promise<SubmissionResult | null> {
  const actor = await staff();
  const submission = parseWithZod(form, { schema: releaseIdSchema });
  if (submission.status !== "success") return submission.reply();
  await verb(actor, submission.value.releaseId);
  revalidatePath("/staff/cohorts", "layout");
  return null;
}

const words = {
  not_there: "It is not in the library any more. Please choose another one.",
  there_already: "This session has it already.",
};
