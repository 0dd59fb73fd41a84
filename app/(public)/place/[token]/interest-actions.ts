"use server";

import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { redirect } from "next/navigation";
import { z } from "zod";
import type { MemberActor } from "#lib/audit/actor.ts";
import type { Outcome } from "#lib/db/outcome.ts";
import { enrollmentBehind } from "#lib/enrollment/queries.ts";
import { type AcceptRefusal, acceptInvitation } from "#lib/interest/accept.ts";
import { changeWish } from "#lib/interest/change-wish.ts";
import { comeApart } from "#lib/interest/come-apart.ts";
import { declineInvitation } from "#lib/interest/decline.ts";
import { leaveInterest } from "#lib/interest/leave.ts";
import { moveToInterest } from "#lib/interest/move.ts";
import { interestBehind, invitationBehind } from "#lib/interest/queries.ts";
import { wishSchema } from "#lib/interest/schema.ts";
import { waitToo } from "#lib/interest/wait-too.ts";
import { memberBehind } from "#lib/people/member-behind.ts";

const linkSchema = z.object({ token: z.string().max(100) });

type Answer = Promise<SubmissionResult | null>;

// Each is for whoever holds a member's own link, and answers for that member.

export async function waitTooAction(_: unknown, form: FormData): Answer {
  return answer(form, interestBehind, waitToo);
}

export async function leaveInterestAction(_: unknown, form: FormData): Answer {
  return answer(form, interestBehind, leaveInterest);
}

export async function waitAloneAction(_: unknown, form: FormData): Answer {
  return answer(form, interestBehind, comeApart);
}

export async function changeWishAction(_: unknown, form: FormData): Answer {
  const submission = parseWithZod(form, { schema: wishSchema });
  if (submission.status !== "success") return submission.reply();
  const wish = submission.value;
  return answer(form, interestBehind, (actor, id) => changeWish(actor, id, wish));
}

export async function moveToInterestAction(_: unknown, form: FormData): Answer {
  return answer(form, enrollmentBehind, moveToInterest);
}

export async function acceptInvitationAction(_: unknown, form: FormData): Answer {
  return answer(form, invitationBehind, acceptInvitation, ({ state }) =>
    state === "waitlisted" ? "?gone" : "",
  );
}

export async function declineInvitationAction(_: unknown, form: FormData): Answer {
  return answer(form, invitationBehind, declineInvitation);
}

const words = {
  not_on_the_list: "You are not on the list any more. The page shows how it stands.",
  alone: "You come on your own already.",
  has_places: "You have a place in a group together. Its page is where you can go on separately.",
  still_on: "This has changed since you opened the page. It shows how it stands now.",
  invitation_over: "The time for this invitation is over. You keep your place on the list.",
  not_for_them: "This group can't take your party as it is now. Please write to us; we will find a way.",
} satisfies Record<AcceptRefusal | "not_on_the_list" | "alone" | "has_places" | "still_on", string>;

/** Finds the member by the link and what it is about, does what they ask, and shows their page as it then is. */
async function answer<Value>(
  form: FormData,
  behind: (actor: MemberActor) => Promise<string | null>,
  verb: (actor: MemberActor, id: string) => Promise<Outcome<keyof typeof words, Value>>,
  then: (value: Value) => string = () => "",
): Answer {
  const submission = parseWithZod(form, { schema: linkSchema });
  if (submission.status !== "success") return submission.reply();
  const actor = await memberBehind(submission.value.token);
  const id = actor && (await behind(actor));
  let query = "";
  if (actor && id) {
    const outcome = await verb(actor, id);
    if (!outcome.ok) return submission.reply({ formErrors: [words[outcome.reason]] });
    query = then(outcome.value);
  }
  redirect(`/place/${encodeURIComponent(submission.value.token)}${query}`);
}
