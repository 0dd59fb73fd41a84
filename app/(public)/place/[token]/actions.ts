"use server";

import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { redirect } from "next/navigation";
import { z } from "zod";
import type { MemberActor } from "#lib/audit/actor.ts";
import { type Outcome, refuse } from "#lib/db/outcome.ts";
import { askAgain } from "#lib/enrollment/ask-again.ts";
import { confirm } from "#lib/enrollment/confirm.ts";
import { declineOffer } from "#lib/enrollment/decline-offer.ts";
import { enrollmentBehind, partnerAt } from "#lib/enrollment/queries.ts";
import { withdraw } from "#lib/enrollment/withdraw.ts";
import { memberBehind } from "#lib/people/member-behind.ts";

const linkSchema = z.object({ token: z.string().max(100) });
const askSchema = linkSchema.extend({ position: z.coerce.number().int() });

type Answer = Promise<SubmissionResult | null>;

// Each is for whoever holds a member's own link, and answers for that member alone.

export async function sayYesAction(_: unknown, form: FormData): Answer {
  return answer(form, linkSchema, (actor, enrollmentId) => confirm(actor, enrollmentId));
}

export async function keepWaitingAction(_: unknown, form: FormData): Answer {
  return answer(form, linkSchema, (actor, enrollmentId) => declineOffer(actor, enrollmentId));
}

export async function leaveAction(_: unknown, form: FormData): Answer {
  return answer(form, linkSchema, (actor, enrollmentId) => withdraw(actor, enrollmentId));
}

export async function askPartnerAgainAction(_: unknown, form: FormData): Answer {
  const ask = async (actor: MemberActor, enrollmentId: string, { position }: z.output<typeof askSchema>) => {
    const partner = await partnerAt(actor, position);
    return partner ? askAgain(actor, enrollmentId, partner) : refuse("not_waiting");
  };
  return answer(form, askSchema, ask, "?asked");
}

const words = {
  lapsed: "The time to answer has passed. The page shows what you can do now.",
  not_live: "These places are no longer kept. The page shows how it stands.",
  not_offered: "No place is offered to you just now. The page shows how it stands.",
  not_waiting: "We are not waiting for an answer from them any more.",
  asked_recently: "We wrote to them a short while ago. Please give them a little time.",
};

/** Finds the member and their enrolment by the link, does what they ask, and shows their page as it then is. */
async function answer<Shape extends z.ZodType<{ token: string }>>(
  form: FormData,
  schema: Shape,
  verb: (
    actor: MemberActor,
    enrollmentId: string,
    input: z.output<Shape>,
  ) => Promise<Outcome<keyof typeof words, unknown>>,
  then = "",
): Answer {
  const submission = parseWithZod(form, { schema });
  if (submission.status !== "success") return submission.reply();
  const actor = await memberBehind(submission.value.token);
  const enrollmentId = actor && (await enrollmentBehind(actor));
  if (actor && enrollmentId) {
    const outcome = await verb(actor, enrollmentId, submission.value);
    if (!outcome.ok) return submission.reply({ formErrors: [words[outcome.reason]] });
  }
  redirect(`/place/${encodeURIComponent(submission.value.token)}${then}`);
}
