"use server";

import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { revalidatePath } from "next/cache";
import { notFound } from "next/navigation";
import { z } from "zod";
import { participant } from "#lib/auth/who.ts";
import { beNamed } from "#lib/people/be-named.ts";

const schema = z.object({ memberId: z.uuid(), given: z.enum(["yes", "no"]) });

export async function beNamedAction(_: unknown, form: FormData): Promise<SubmissionResult | null> {
  const actor = await participant();
  const submission = parseWithZod(form, { schema });
  if (submission.status !== "success") return submission.reply();
  const { memberId, given } = submission.value;
  const outcome = await beNamed(actor, { memberId, given: given === "yes" });
  if (!outcome.ok) notFound();
  revalidatePath(`/my/${memberId}/people`);
  return null;
}
