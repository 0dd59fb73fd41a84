"use server";

import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { revalidatePath } from "next/cache";
import { z } from "zod";
import { admin } from "#lib/auth/who.ts";
import { liftSuppression } from "#lib/mail/lift-suppression.ts";
import { resendMessage } from "#lib/mail/resend.ts";

const schema = z.object({ messageId: z.uuid() });

export async function resendMessageAction(_: unknown, form: FormData): Promise<SubmissionResult | null> {
  const actor = await admin();
  const submission = parseWithZod(form, { schema });
  if (submission.status !== "success") return submission.reply();
  const outcome = await resendMessage(actor, submission.value.messageId);
  revalidatePath("/staff/messages", "layout");
  return outcome.ok ? null : submission.reply({ formErrors: [words[outcome.reason]] });
}

export async function liftSuppressionAction(_: unknown, form: FormData): Promise<SubmissionResult | null> {
  const actor = await admin();
  const submission = parseWithZod(form, { schema });
  if (submission.status !== "success") return submission.reply();
  const outcome = await liftSuppression(actor, submission.value.messageId);
  revalidatePath("/staff/messages", "layout");
  return outcome.ok ? null : submission.reply({ formErrors: ["This address gets mail again already."] });
}

const words = {
  no_smtp: "No mail server is set, so nothing can go out yet.",
  not_waiting: "This message is on its way already.",
} satisfies Record<"no_smtp" | "not_waiting", string>;
