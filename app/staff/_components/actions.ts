"use server";

import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { revalidatePath } from "next/cache";
import { staff } from "#lib/auth/who.ts";
import { askAgain } from "#lib/enrollment/ask-again.ts";
import { askAgainSchema } from "#lib/enrollment/schema.ts";

export async function askAgainAction(_: unknown, form: FormData): Promise<SubmissionResult | null> {
  const submission = parseWithZod(form, { schema: askAgainSchema });
  if (submission.status !== "success") return submission.reply();
  const { enrollmentId, memberId } = submission.value;
  const outcome = await askAgain(await staff(), enrollmentId, memberId);
  revalidatePath("/staff", "layout");
  return outcome.ok ? null : submission.reply({ formErrors: [words[outcome.reason]] });
}

const words = {
  asked_recently: "They were written to within the last 12 hours. Please give them a little time.",
  not_waiting: "Nothing is awaited from them any more.",
} satisfies Record<"asked_recently" | "not_waiting", string>;
