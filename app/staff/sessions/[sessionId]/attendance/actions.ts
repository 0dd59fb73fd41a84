"use server";

import { parseWithZod } from "@conform-to/zod/v4";
import { revalidatePath } from "next/cache";
import { mark } from "#lib/attendance/mark.ts";
import { markEveryone } from "#lib/attendance/mark-everyone.ts";
import { everyoneSchema, markSchema, noteSchema, waySchema } from "#lib/attendance/schema.ts";
import { staff } from "#lib/auth/who.ts";

// Without JavaScript; with it taps go by taps/route.ts. What is refused has no words: whoever has left the group
// meanwhile is gone from the page that comes back.

export async function markAction(form: FormData): Promise<void> {
  const actor = await staff();
  const submission = parseWithZod(form, { schema: markSchema });
  if (submission.status !== "success") return;
  const { status: pressed, ...whom } = submission.value;
  await mark(actor, { ...whom, ...pressed });
  showAgain(whom.sessionId);
}

export async function wayAction(form: FormData): Promise<void> {
  const actor = await staff();
  const submission = parseWithZod(form, { schema: waySchema });
  if (submission.status !== "success") return;
  await mark(actor, submission.value);
  showAgain(submission.value.sessionId);
}

export async function noteAction(form: FormData): Promise<void> {
  const actor = await staff();
  const submission = parseWithZod(form, { schema: noteSchema });
  if (submission.status !== "success") return;
  await mark(actor, submission.value);
  showAgain(submission.value.sessionId);
}

export async function markEveryoneAction(form: FormData): Promise<void> {
  const actor = await staff();
  const submission = parseWithZod(form, { schema: everyoneSchema });
  if (submission.status !== "success") return;
  await markEveryone(actor, submission.value.sessionId);
  showAgain(submission.value.sessionId);
}

function showAgain(sessionId: string) {
  revalidatePath(`/staff/sessions/${sessionId}/attendance`);
  revalidatePath("/staff/cohorts/[cohortId]/attendance", "page");
}
