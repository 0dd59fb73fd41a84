"use server";

import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { revalidatePath } from "next/cache";
import { notFound } from "next/navigation";
import { z } from "zod";
import { participant } from "#lib/auth/who.ts";
import { renewMyCalendar } from "#lib/people/renew-calendar.ts";

const schema = z.object({ memberId: z.uuid() });

export async function renewMyCalendarAction(_: unknown, form: FormData): Promise<SubmissionResult | null> {
  const actor = await participant();
  const submission = parseWithZod(form, { schema });
  if (submission.status !== "success") return submission.reply();
  const { memberId } = submission.value;
  const outcome = await renewMyCalendar(actor, memberId);
  if (!outcome.ok) notFound();
  revalidatePath(`/my/${memberId}/subscribe`);
  return null;
}
