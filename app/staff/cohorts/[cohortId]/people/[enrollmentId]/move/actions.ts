"use server";

import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { revalidatePath } from "next/cache";
import { notFound, redirect } from "next/navigation";
import { admin } from "#lib/auth/who.ts";
import { counted } from "#lib/clock/words.ts";
import { transferSchema } from "#lib/enrollment/schema.ts";
import { transfer } from "#lib/enrollment/transfer.ts";

export async function transferAction(_: unknown, form: FormData): Promise<SubmissionResult | null> {
  const actor = await admin();
  const submission = parseWithZod(form, { schema: transferSchema });
  if (submission.status !== "success") return submission.reply();
  const outcome = await transfer(actor, submission.value);
  if (outcome.ok) {
    revalidatePath("/staff", "layout");
    redirect(`/staff/cohorts/${submission.value.toCohortId}/people`);
  }
  if (outcome.reason === "not_yours") notFound();
  if (outcome.reason === "no_room")
    return submission.reply({ fieldErrors: { toCohortId: [noRoomWords(outcome.free)] } });
  return submission.reply({ formErrors: [words[outcome.reason]] });
}

function noRoomWords(free: number): string {
  const are = free === 0 ? "No place is" : `Only ${counted(free, "place")} ${free === 1 ? "is" : "are"}`;
  return `${are} free for them there. Tick the box below if they should join the line instead.`;
}

const words = {
  not_movable: "They have no place here any more that could be moved.",
  too_many:
    "That group doesn’t take so many people together. Change its largest party first, or choose another one.",
  partners_only: "That group is for couples and partners who come together. Please choose another one.",
  individuals_only:
    "That group is for people who come on their own. They can come apart first, each with their place.",
  not_there: "They can’t be moved to that group any more. Please choose another one.",
};
