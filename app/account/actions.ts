"use server";

import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { revalidatePath } from "next/cache";
import { z } from "zod";
import { endSignIns } from "#lib/auth/end-sign-ins.ts";
import { signOut } from "#lib/auth/next-auth.ts";
import { participant } from "#lib/auth/who.ts";
import { chooseNews } from "#lib/people/choose-news.ts";

export async function signOutEverywhereAction(): Promise<void> {
  const actor = await participant();
  await endSignIns(actor, actor.userId);
  await signOut({ redirectTo: "/" });
}

const newsSchema = z.object({ personId: z.uuid(), wanted: z.enum(["yes", "no"]) });

export async function chooseNewsAction(_: unknown, form: FormData): Promise<SubmissionResult | null> {
  const actor = await participant();
  const submission = parseWithZod(form, { schema: newsSchema });
  if (submission.status !== "success") return submission.reply();
  const { personId, wanted } = submission.value;
  const outcome = await chooseNews(actor, { personId, wanted: wanted === "yes" });
  revalidatePath("/account");
  return outcome.ok ? null : submission.reply({ formErrors: ["This isn't yours to choose any more."] });
}
