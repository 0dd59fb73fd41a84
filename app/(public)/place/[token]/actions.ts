"use server";

import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { redirect } from "next/navigation";
import { z } from "zod";
import type { MemberActor } from "#lib/audit/actor.ts";
import { type Outcome, refuse } from "#lib/db/outcome.ts";
import { addPartner } from "#lib/enrollment/add-partner.ts";
import { alsoWait } from "#lib/enrollment/also-wait.ts";
import { askAgain } from "#lib/enrollment/ask-again.ts";
import { confirm } from "#lib/enrollment/confirm.ts";
import { declineOffer } from "#lib/enrollment/decline-offer.ts";
import { extend } from "#lib/enrollment/extend.ts";
import { leaveLine } from "#lib/enrollment/leave-line.ts";
import { pause, resume } from "#lib/enrollment/pause.ts";
import { prefer } from "#lib/enrollment/prefer.ts";
import { addressOf, enrollmentBehind, partnerAt, partnersAt } from "#lib/enrollment/queries.ts";
import { addPartnerSchema } from "#lib/enrollment/schema.ts";
import { split } from "#lib/enrollment/split.ts";
import { takeFewer } from "#lib/enrollment/take-fewer.ts";
import { withdraw } from "#lib/enrollment/withdraw.ts";
import { memberBehind } from "#lib/people/member-behind.ts";
import { placePath } from "./path.ts";

const linkSchema = z.object({
  token: z.string().max(100),
  /** Which of the party's places it is about; without it, the first one. */
  place: z.uuid().optional(),
});
const askSchema = linkSchema.extend({ position: z.coerce.number().int() });
const fewerSchema = linkSchema.extend({ comes: z.array(z.coerce.number().int()).max(200).default([]) });
const alsoSchema = linkSchema.extend({ cohortId: z.uuid("Please choose a group.") });
const partnerSchema = linkSchema.and(addPartnerSchema);

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
  return answer(form, askSchema, ask, "asked");
}

export async function pauseAction(_: unknown, form: FormData): Answer {
  return answer(form, linkSchema, (actor, enrollmentId) => pause(actor, enrollmentId));
}

export async function resumeAction(_: unknown, form: FormData): Answer {
  return answer(form, linkSchema, (actor, enrollmentId) => resume(actor, enrollmentId));
}

export async function moreTimeAction(_: unknown, form: FormData): Answer {
  return answer(form, linkSchema, (actor, enrollmentId) => extend(actor, enrollmentId));
}

export async function preferAction(_: unknown, form: FormData): Answer {
  return answer(form, linkSchema, (actor, enrollmentId) => prefer(actor, enrollmentId));
}

export async function leaveLineAction(_: unknown, form: FormData): Answer {
  return answer(form, linkSchema, (actor, enrollmentId) => leaveLine(actor, enrollmentId), "elsewhere");
}

export async function comeApartAction(_: unknown, form: FormData): Answer {
  return answer(form, linkSchema, (actor, enrollmentId) => split(actor, enrollmentId), "elsewhere");
}

export async function takeFewerAction(_: unknown, form: FormData): Answer {
  return answer(form, fewerSchema, async (actor, enrollmentId, { comes }) =>
    takeFewer(actor, enrollmentId, await partnersAt(actor, comes)),
  );
}

export async function alsoWaitAction(_: unknown, form: FormData): Answer {
  return answer(form, alsoSchema, (actor, enrollmentId, { cohortId }) =>
    alsoWait(actor, enrollmentId, cohortId),
  );
}

export async function addPartnerAction(_: unknown, form: FormData): Answer {
  const add = async (actor: MemberActor, enrollmentId: string, input: z.output<typeof partnerSchema>) =>
    addPartner(actor, enrollmentId, { name: input.name, email: input.email ?? (await addressOf(actor)) });
  return answer(form, partnerSchema, add, "added");
}

/** What the page says at first after something was done. */
type Said = "asked" | "added" | "elsewhere";

const words = {
  lapsed: "The time to answer has passed. The page shows what you can do now.",
  not_live: "These places are no longer kept. The page shows how it stands.",
  not_offered: "No place is offered to you just now. The page shows how it stands.",
  not_waiting: "We are not waiting for an answer from them any more.",
  not_waiting_here: "You are not waiting in this line any more. The page shows how it stands.",
  offered_now: "Some of you are being asked just now. When that is answered, you can change who comes.",
  some_are_asked: "Some of you are being asked just now. When that is answered, this can be changed.",
  partners_only: "This group is for people who come together, so at least two of you would need to come.",
  individuals_only: "A group that you wait for is for people who come on their own.",
  too_many: "You are as many as can come together in this group.",
  no_room:
    "There is no free place for one more just now. They can join the waitlist on their own, or you wait together.",
  extended_before: "You have had more time already. The page shows until when the places are kept.",
  too_close: "The group begins soon, so there is no more time to give.",
  alone: "You come on your own already.",
  not_open: "That group can't be joined just now.",
  changed: "This has changed since you opened the page. It shows how it stands now.",
  asked_recently: "We wrote to them a short while ago. Please give them a little time.",
};

/** Finds the member and their enrolment by the link, does what they ask, and shows their page as it then is. */
async function answer<Shape extends z.ZodType<{ token: string; place?: string }>>(
  form: FormData,
  schema: Shape,
  verb: (
    actor: MemberActor,
    enrollmentId: string,
    input: z.output<Shape>,
  ) => Promise<Outcome<keyof typeof words, unknown>>,
  said?: Said,
): Answer {
  const submission = parseWithZod(form, { schema });
  if (submission.status !== "success") return submission.reply();
  const actor = await memberBehind(submission.value.token);
  const enrollmentId = actor && (await enrollmentBehind(actor, submission.value.place));
  if (actor && enrollmentId) {
    const outcome = await verb(actor, enrollmentId, submission.value);
    if (!outcome.ok) return submission.reply({ formErrors: [words[outcome.reason]] });
  }
  const { token, place } = submission.value;
  // The first place has the bare address, so that the page stays the one it is.
  const stays = said !== "elsewhere" && actor && place !== (await enrollmentBehind(actor));
  redirect(placePath(token, { at: stays ? place : undefined, said }));
}
