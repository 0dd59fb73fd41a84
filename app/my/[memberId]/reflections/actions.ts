"use server";

import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { revalidatePath } from "next/cache";
import { notFound, redirect } from "next/navigation";
import { participant } from "#lib/auth/who.ts";
import { changeReflection, deleteReflection } from "#lib/reflections/change.ts";
import {
  changeReflectionSchema,
  reflectionIdSchema,
  writeReflectionSchema,
} from "#lib/reflections/schema.ts";
import { writeReflection } from "#lib/reflections/write.ts";

type Answer = Promise<SubmissionResult | null>;

export async function writeReflectionAction(_: unknown, form: FormData): Answer {
  const actor = await participant();
  const submission = parseWithZod(form, { schema: writeReflectionSchema });
  if (submission.status !== "success") return submission.reply();
  const outcome = await writeReflection(actor, submission.value);
  if (!outcome.ok) notFound();
  redirect(pathOf(submission.value.memberId));
}

export async function changeReflectionAction(_: unknown, form: FormData): Answer {
  const actor = await participant();
  const submission = parseWithZod(form, { schema: changeReflectionSchema });
  if (submission.status !== "success") return submission.reply();
  const outcome = await changeReflection(actor, submission.value);
  if (!outcome.ok) notFound();
  redirect(pathOf(submission.value.memberId));
}

export async function deleteReflectionAction(_: unknown, form: FormData): Answer {
  const actor = await participant();
  const submission = parseWithZod(form, { schema: reflectionIdSchema });
  if (submission.status !== "success") return submission.reply();
  const outcome = await deleteReflection(actor, submission.value);
  if (!outcome.ok) notFound();
  redirect(pathOf(submission.value.memberId));
}

function pathOf(memberId: string): string {
  const path = `/my/${memberId}/reflections`;
  revalidatePath(path);
  return path;
}
