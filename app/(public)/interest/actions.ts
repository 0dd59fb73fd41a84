"use server";

import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { redirect } from "next/navigation";
import { visitor } from "#lib/audit/actor.ts";
import { joinInterest } from "#lib/interest/join.ts";
import { interestSchema } from "#lib/interest/schema.ts";

/** Anyone may send the form. */
export async function joinInterestAction(_: unknown, form: FormData): Promise<SubmissionResult | null> {
  const submission = parseWithZod(form, { schema: interestSchema });
  if (submission.status !== "success") return submission.reply();
  const outcome = await joinInterest(visitor, submission.value);
  if (!outcome.ok)
    return submission.reply({ formErrors: ["That program is not on offer any more. Please choose again."] });
  redirect("/interest?joined");
}
