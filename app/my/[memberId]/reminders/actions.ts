"use server";

import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { revalidatePath } from "next/cache";
import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { participant } from "#lib/auth/who.ts";
import { chooseReminders, remindersSchema } from "#lib/people/choose-reminders.ts";

const schema = remindersSchema.extend({ memberId: z.uuid() });

export async function chooseRemindersAction(_: unknown, form: FormData): Promise<SubmissionResult | null> {
  const actor = await participant();
  const submission = parseWithZod(form, { schema });
  if (submission.status !== "success") return submission.reply();
  const outcome = await chooseReminders(actor, submission.value);
  if (!outcome.ok) notFound();
  const path = `/my/${submission.value.memberId}/reminders`;
  revalidatePath(path);
  redirect(`${path}?saved`);
}
