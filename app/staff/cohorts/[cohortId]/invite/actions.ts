"use server";

import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { redirect } from "next/navigation";
import { admin } from "#lib/auth/who.ts";
import { waveSchema } from "#lib/interest/schema.ts";
import { sendWave, type WaveRefusal } from "#lib/interest/send-wave.ts";

const words = {
  not_yours: "Only an admin sends invitations.",
  not_open: "Nobody can be invited to this group now: it is not open, or begins too soon.",
  nobody_left: "They have all been invited already, or don't wait any more. The page shows how it stands.",
} satisfies Record<WaveRefusal, string>;

export async function sendWaveAction(_: unknown, form: FormData): Promise<SubmissionResult | null> {
  const actor = await admin();
  const submission = parseWithZod(form, { schema: waveSchema });
  if (submission.status !== "success") return submission.reply();
  const outcome = await sendWave(actor, submission.value);
  if (!outcome.ok) return submission.reply({ formErrors: [words[outcome.reason]] });
  redirect(`/staff/cohorts/${submission.value.cohortId}/invite?sent=${outcome.value.invited}`);
}
