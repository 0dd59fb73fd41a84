"use server";

import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { revalidatePath } from "next/cache";
import { notFound } from "next/navigation";
import { z } from "zod";
import { type Excuse, type ExcuseRefusal, excuse, takeExcuseBack } from "#lib/attendance/excuse.ts";
import type { Participant } from "#lib/audit/actor.ts";
import { participant } from "#lib/auth/who.ts";
import type { Outcome } from "#lib/db/outcome.ts";

const schema = z.object({ memberId: z.uuid(), sessionId: z.uuid() });

export async function excuseAction(_: unknown, form: FormData): Promise<SubmissionResult | null> {
  return say(form, excuse);
}

export async function takeExcuseBackAction(_: unknown, form: FormData): Promise<SubmissionResult | null> {
  return say(form, takeExcuseBack);
}

async function say(
  form: FormData,
  verb: (actor: Participant, excuse: Excuse) => Promise<Outcome<ExcuseRefusal>>,
): Promise<SubmissionResult | null> {
  const actor = await participant();
  const submission = parseWithZod(form, { schema });
  if (submission.status !== "success") return submission.reply();
  const outcome = await verb(actor, submission.value);
  if (!outcome.ok && outcome.reason === "not_yours") notFound();
  revalidatePath(`/my/${submission.value.memberId}`, "layout");
  return outcome.ok ? null : submission.reply({ formErrors: [words[outcome.reason]] });
}

const words = {
  not_yours: "",
  begun: "It has begun. Everything from it will be here for you afterwards.",
  cancelled: "This session does not take place, so there is nothing to say.",
} satisfies Record<ExcuseRefusal, string>;
