"use server";

import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { revalidatePath } from "next/cache";
import { z } from "zod";
import { chooseNewsByLink } from "#lib/people/choose-news.ts";

const schema = z.object({ token: z.string().max(100), wanted: z.enum(["yes", "no"]) });

export async function chooseNewsByLinkAction(_: unknown, form: FormData): Promise<SubmissionResult | null> {
  const submission = parseWithZod(form, { schema });
  if (submission.status !== "success") return submission.reply();
  const { token, wanted } = submission.value;
  const outcome = await chooseNewsByLink({ token, how: "page" }, wanted === "yes");
  revalidatePath("/unsubscribe/[token]", "page");
  return outcome.ok ? null : submission.reply({ formErrors: ["That link isn't one of ours."] });
}
