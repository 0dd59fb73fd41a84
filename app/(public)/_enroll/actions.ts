"use server";

import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { visitor } from "#lib/audit/actor.ts";
import { dateWords } from "#lib/clock/words.ts";
import { enroll } from "#lib/enrollment/enroll.ts";
import type { EnrollRefusal } from "#lib/enrollment/place-party.ts";
import { ownLinkAfter } from "#lib/enrollment/queries.ts";
import { enrollSchema } from "#lib/enrollment/schema.ts";
import { inquiryBehind } from "#lib/inquiries/behind.ts";

const words = {
  not_open: "This group is not open any more. The others are on our first page.",
  opens_later: "Enrolment for this group has not opened yet. Its page says when it does.",
  too_many: "That is more people than this group takes together. Please write to us; we will find a way.",
  partners_only: "This group is for couples and partners who come together.",
  individuals_only: "This group is for people who come on their own.",
} satisfies Record<EnrollRefusal, string>;

function closedWords(since: Temporal.Instant, timeZone: string): string {
  const day = dateWords(since.toZonedDateTimeISO(timeZone).toPlainDate());
  return `Enrolment for this group closed on ${day}. The other groups are on our first page.`;
}

/** Anyone may send the form. Sent again it answers as the first time, and the browser remembers that it was sent. */
export async function enrollAction(_: unknown, form: FormData): Promise<SubmissionResult | null> {
  const submission = parseWithZod(form, { schema: enrollSchema });
  if (submission.status !== "success") return submission.reply();
  const { cohortId, formToken, inquiry: token } = submission.value;
  const outcome = await enroll(visitor, submission.value);
  if (!outcome.ok) {
    const sentence =
      outcome.reason === "closed" ? closedWords(outcome.since, outcome.timeZone) : words[outcome.reason];
    return submission.reply({ formErrors: [sentence] });
  }
  const path = token ? `/join/${token}` : `/cohorts/${cohortId}/join`;
  (await cookies()).set("sent", formToken, {
    path,
    httpOnly: true,
    secure: true,
    sameSite: "lax",
    maxAge: 3 * 24 * 60 * 60,
  });
  const inquiry = token ? await inquiryBehind(token) : null;
  redirect((inquiry && (await ownLinkAfter(outcome.value.enrollmentId, inquiry))) ?? `/kept/${formToken}`);
}
