"use server";

import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { revalidatePath } from "next/cache";
import { notFound } from "next/navigation";
import { staff } from "#lib/auth/who.ts";
import type { StoreRefusal } from "#lib/files/store-bytes.ts";
import { addMaterial } from "#lib/materials/add.ts";
import { releaseMaterial, takeBackMaterial } from "#lib/materials/release.ts";
import { materialIdSchema, materialSchema } from "#lib/materials/schema.ts";

export async function addMaterialAction(_: unknown, form: FormData): Promise<SubmissionResult | null> {
  const actor = await staff();
  const submission = parseWithZod(form, { schema: materialSchema });
  if (submission.status !== "success") return submission.reply({ hideFields: ["upload"] });
  const outcome = await addMaterial(actor, submission.value);
  if (outcome.ok) {
    revalidatePath("/staff/cohorts", "layout");
    return submission.reply({ resetForm: true });
  }
  if (outcome.reason === "not_yours") notFound();
  return submission.reply({ fieldErrors: { upload: [words[outcome.reason]] }, hideFields: ["upload"] });
}

export async function releaseMaterialAction(_: unknown, form: FormData): Promise<SubmissionResult | null> {
  const submission = parseWithZod(form, { schema: materialIdSchema });
  if (submission.status !== "success") return submission.reply();
  await releaseMaterial(await staff(), submission.value.materialId);
  revalidatePath("/staff/cohorts", "layout");
  return null;
}

export async function takeBackMaterialAction(_: unknown, form: FormData): Promise<SubmissionResult | null> {
  const submission = parseWithZod(form, { schema: materialIdSchema });
  if (submission.status !== "success") return submission.reply();
  await takeBackMaterial(await staff(), submission.value.materialId);
  revalidatePath("/staff/cohorts", "layout");
  return null;
}

const words = {
  empty: "That file is empty. Please choose another one.",
  too_large: "That file is larger than 200 MB. Please choose a smaller one.",
  wrong_type:
    "That is not the kind of file we can show here. Recordings are audio, such as MP3 or M4A; handouts are PDF.",
} satisfies Record<StoreRefusal, string>;
