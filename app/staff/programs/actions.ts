"use server";

import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { revalidatePath } from "next/cache";
import { notFound, redirect } from "next/navigation";
import { staff } from "#lib/auth/who.ts";
import { defaultIdSchema, defaultSchema } from "#lib/library/schema.ts";
import { addProgramSession } from "#lib/programs/add-session.ts";
import { copyProgram } from "#lib/programs/copy.ts";
import { createProgram } from "#lib/programs/create.ts";
import { removeDefaultMaterial, setDefaultMaterial } from "#lib/programs/default-materials.ts";
import { deleteProgram } from "#lib/programs/delete.ts";
import { editProgram } from "#lib/programs/edit.ts";
import { editProgramSession } from "#lib/programs/edit-session.ts";
import { moveProgramSession } from "#lib/programs/move-session.ts";
import { removeProgramSession } from "#lib/programs/remove-session.ts";
import {
  addProgramSessionSchema,
  editProgramSchema,
  editProgramSessionSchema,
  moveProgramSessionSchema,
  programIdSchema,
  programSchema,
  programSessionIdSchema,
} from "#lib/programs/schema.ts";

export async function createProgramAction(_: unknown, form: FormData): Promise<SubmissionResult | null> {
  const actor = await staff();
  const submission = parseWithZod(form, { schema: programSchema });
  if (submission.status !== "success") return submission.reply();
  redirect(`/staff/programs/${await createProgram(actor, submission.value)}`);
}

export async function copyProgramAction(_: unknown, form: FormData): Promise<SubmissionResult | null> {
  const actor = await staff();
  const submission = parseWithZod(form, { schema: programIdSchema });
  if (submission.status !== "success") return submission.reply();
  const outcome = await copyProgram(actor, submission.value.programId);
  if (!outcome.ok) notFound();
  redirect(`/staff/programs/${outcome.value.programId}`);
}

export async function editProgramAction(_: unknown, form: FormData): Promise<SubmissionResult | null> {
  const actor = await staff();
  const submission = parseWithZod(form, { schema: editProgramSchema });
  if (submission.status !== "success") return submission.reply();
  const outcome = await editProgram(actor, submission.value);
  if (!outcome.ok) notFound();
  revalidatePath("/staff", "layout");
  revalidatePath("/interest");
  redirect(`/staff/programs/${submission.value.programId}?saved`);
}

export async function deleteProgramAction(_: unknown, form: FormData): Promise<SubmissionResult | null> {
  const actor = await staff();
  const submission = parseWithZod(form, { schema: programIdSchema });
  if (submission.status !== "success") return submission.reply();
  const outcome = await deleteProgram(actor, submission.value.programId);
  if (!outcome.ok) {
    if (outcome.reason === "not_yours") notFound();
    return submission.reply({ formErrors: [refusals[outcome.reason]] });
  }
  revalidatePath("/staff", "layout");
  redirect("/staff/programs");
}

export async function addProgramSessionAction(_: unknown, form: FormData): Promise<SubmissionResult | null> {
  const actor = await staff();
  const submission = parseWithZod(form, { schema: addProgramSessionSchema });
  if (submission.status !== "success") return submission.reply();
  const outcome = await addProgramSession(actor, submission.value);
  if (!outcome.ok) {
    if (outcome.reason === "not_yours") notFound();
    return submission.reply({ formErrors: [refusals[outcome.reason]] });
  }
  revalidatePath("/staff", "layout");
  redirect(`/staff/programs/${submission.value.programId}`);
}

export async function editProgramSessionAction(_: unknown, form: FormData): Promise<SubmissionResult | null> {
  const actor = await staff();
  const submission = parseWithZod(form, { schema: editProgramSessionSchema });
  if (submission.status !== "success") return submission.reply();
  const outcome = await editProgramSession(actor, submission.value);
  if (!outcome.ok) notFound();
  revalidatePath("/staff", "layout");
  redirect(`/staff/programs/${outcome.value.programId}`);
}

export async function moveProgramSessionAction(_: unknown, form: FormData): Promise<SubmissionResult | null> {
  const actor = await staff();
  const submission = parseWithZod(form, { schema: moveProgramSessionSchema });
  if (submission.status !== "success") return submission.reply();
  const outcome = await moveProgramSession(actor, submission.value);
  if (!outcome.ok) notFound();
  revalidatePath("/staff", "layout");
  return null;
}

export async function removeProgramSessionAction(
  _: unknown,
  form: FormData,
): Promise<SubmissionResult | null> {
  const actor = await staff();
  const submission = parseWithZod(form, { schema: programSessionIdSchema });
  if (submission.status !== "success") return submission.reply();
  const outcome = await removeProgramSession(actor, submission.value.programSessionId);
  if (!outcome.ok) notFound();
  revalidatePath("/staff", "layout");
  redirect(`/staff/programs/${outcome.value.programId}`);
}

export async function setDefaultMaterialAction(_: unknown, form: FormData): Promise<SubmissionResult | null> {
  const actor = await staff();
  const submission = parseWithZod(form, { schema: defaultSchema });
  if (submission.status !== "success") return submission.reply();
  const outcome = await setDefaultMaterial(actor, submission.value);
  if (!outcome.ok) {
    if (outcome.reason === "not_yours") notFound();
    return submission.reply({
      fieldErrors: { materialId: ["It is not in the library any more. Please choose another one."] },
    });
  }
  revalidatePath("/staff/programs", "layout");
  return submission.reply({ resetForm: true });
}

export async function removeDefaultMaterialAction(
  _: unknown,
  form: FormData,
): Promise<SubmissionResult | null> {
  const actor = await staff();
  const submission = parseWithZod(form, { schema: defaultIdSchema });
  if (submission.status !== "success") return submission.reply();
  const outcome = await removeDefaultMaterial(actor, submission.value.defaultId);
  if (!outcome.ok) notFound();
  revalidatePath("/staff/programs", "layout");
  return null;
}

const refusals = {
  in_use: "Groups were planned from it, or people wait for it, so it stays.",
  full: "A program has at most 60 sessions.",
};
