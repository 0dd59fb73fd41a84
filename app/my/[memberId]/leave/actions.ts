"use server";

import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { participant } from "#lib/auth/who.ts";
import { leaveGroup } from "#lib/enrollment/leave-group.ts";

const schema = z.object({ memberId: z.uuid() });

export async function leaveGroupAction(_: unknown, form: FormData): Promise<SubmissionResult | null> {
  const actor = await participant();
  const submission = parseWithZod(form, { schema });
  if (submission.status !== "success") return submission.reply();
  const outcome = await leaveGroup(actor, submission.value.memberId);
  if (!outcome.ok) notFound();
  redirect("/my?left");
}
