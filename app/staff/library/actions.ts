"use server";

import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { revalidatePath } from "next/cache";
import { notFound, redirect } from "next/navigation";
import { staff } from "#lib/auth/who.ts";
import { addMaterial } from "#lib/library/add.ts";
import { archiveMaterial, editMaterial, restoreMaterial } from "#lib/library/edit.ts";
import { addVersion } from "#lib/library/new-version.ts";
import {
  addVersionSchema,
  editMaterialSchema,
  materialIdSchema,
  newMaterialSchema,
} from "#lib/library/schema.ts";
import { storeWords } from "./store-words.ts";

export async function addMaterialAction(_: unknown, form: FormData): Promise<SubmissionResult | null> {
  const actor = await staff();
  const submission = parseWithZod(form, { schema: newMaterialSchema });
  if (submission.status !== "success") return submission.reply({ hideFields: ["upload"] });
  const outcome = await addMaterial(actor, submission.value);
  if (!outcome.ok)
    return submission.reply({
      fieldErrors: { upload: [storeWords[outcome.reason]] },
      hideFields: ["upload"],
    });
  revalidatePath("/staff/library");
  redirect(`/staff/library/${outcome.value.materialId}`);
}

export async function editMaterialAction(_: unknown, form: FormData): Promise<SubmissionResult | null> {
  const actor = await staff();
  const submission = parseWithZod(form, { schema: editMaterialSchema });
  if (submission.status !== "success") return submission.reply();
  const { materialId, ...about } = submission.value;
  await editMaterial(actor, materialId, about);
  revalidatePath("/staff/library", "layout");
  return submission.reply({ resetForm: true });
}

export async function addVersionAction(_: unknown, form: FormData): Promise<SubmissionResult | null> {
  const actor = await staff();
  const submission = parseWithZod(form, { schema: addVersionSchema });
  if (submission.status !== "success") return submission.reply({ hideFields: ["upload"] });
  const { materialId, ...content } = submission.value;
  const outcome = await addVersion(actor, materialId, content);
  if (outcome.ok) {
    revalidatePath("/staff/library", "layout");
    return submission.reply({ resetForm: true });
  }
  if (outcome.reason === "not_there") notFound();
  return submission.reply({ fieldErrors: { upload: [storeWords[outcome.reason]] }, hideFields: ["upload"] });
}

export async function archiveMaterialAction(_: unknown, form: FormData): Promise<SubmissionResult | null> {
  return putAway(archiveMaterial, form);
}

export async function restoreMaterialAction(_: unknown, form: FormData): Promise<SubmissionResult | null> {
  return putAway(restoreMaterial, form);
}

async function putAway(verb: typeof archiveMaterial, form: FormData): Promise<SubmissionResult | null> {
  const actor = await staff();
  const submission = parseWithZod(form, { schema: materialIdSchema });
  if (submission.status !== "success") return submission.reply();
  await verb(actor, submission.value.materialId);
  revalidatePath("/staff/library", "layout");
  return null;
}
