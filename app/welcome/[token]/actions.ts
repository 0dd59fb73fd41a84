"use server";

import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { redirect } from "next/navigation";
import { createFirstAdmin } from "#lib/auth/first-admin.ts";
import { signIn } from "#lib/auth/sign-in.ts";
import { welcomeSchema } from "../../sign-in/schema.ts";

export async function createFirstAdminAction(_: unknown, form: FormData): Promise<SubmissionResult | null> {
  const submission = parseWithZod(form, { schema: welcomeSchema });
  if (submission.status !== "success") return submission.reply();
  const { token, ...input } = submission.value;
  const outcome = await createFirstAdmin(token, input);
  if (!outcome.ok)
    return submission.reply({ formErrors: ["This link has been used. Please sign in instead."] });
  await signIn(outcome.value.token);
  redirect("/staff");
}
