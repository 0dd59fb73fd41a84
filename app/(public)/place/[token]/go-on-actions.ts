"use server";

import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { redirect } from "next/navigation";
import { z } from "zod";
import { goOnElsewhere } from "#lib/enrollment/go-on-elsewhere.ts";
import { memberBehind } from "#lib/people/member-behind.ts";

const schema = z.object({ token: z.string().max(100), cohortId: z.uuid() });

/** For whoever holds a member's own link, when their group was cancelled. */
export async function goOnElsewhereAction(_: unknown, form: FormData): Promise<SubmissionResult | null> {
  const submission = parseWithZod(form, { schema });
  if (submission.status !== "success") return submission.reply();
  const { token, cohortId } = submission.value;
  const actor = await memberBehind(token);
  if (actor) {
    const outcome = await goOnElsewhere(actor, cohortId);
    if (!outcome.ok && outcome.reason === "not_open")
      return submission.reply({
        formErrors: ["That group takes no new people any more. Please choose another one."],
      });
  }
  redirect(`/place/${encodeURIComponent(token)}`);
}
