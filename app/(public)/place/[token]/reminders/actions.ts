"use server";

import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { redirect } from "next/navigation";
import { z } from "zod";
import { chooseReminders, remindersSchema } from "#lib/people/choose-reminders.ts";
import { memberBehind } from "#lib/people/member-behind.ts";
import { placePath } from "../path.ts";

const schema = remindersSchema.extend({ token: z.string().max(100) });

/** For whoever holds a member's own link, and for that member alone. */
export async function chooseRemindersByLinkAction(
  _: unknown,
  form: FormData,
): Promise<SubmissionResult | null> {
  const submission = parseWithZod(form, { schema });
  if (submission.status !== "success") return submission.reply();
  const { token, kinds } = submission.value;
  const actor = await memberBehind(token);
  const outcome = actor && (await chooseReminders(actor, { memberId: actor.memberId, kinds }));
  if (!outcome?.ok)
    return submission.reply({
      formErrors: ["That link has had its day. The newest e-mail from us has the one that works."],
    });
  redirect(`${placePath(token, {}, "/reminders")}?saved`);
}
