"use server";

import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { redirect } from "next/navigation";
import type { Staff } from "#lib/audit/actor.ts";
import { staff } from "#lib/auth/who.ts";
import { dayWords } from "#lib/clock/words.ts";
import { createCohort } from "#lib/cohorts/create.ts";
import { type PreviewedSession, previewCohort } from "#lib/cohorts/plan-cohort.ts";
import { type CohortInput, cohortSchema } from "#lib/cohorts/schema.ts";
import { clashWords } from "../../_components/clash-words.ts";

/** With the dates that the typed values lead to, when they were asked for or have not been looked at yet. */
export type CohortAnswer = SubmissionResult & {
  preview?: {
    sessions: (Pick<PreviewedSession, "title" | "startsLocal" | "holiday"> & { clashes: string[] })[];
    holidays: { value: string; label: string }[];
    skipped: string[];
    /** Saving waits for a second press: a date that was changed, and not looked at since, clashes. */
    unseen?: boolean;
  };
};

export async function createCohortAction(_: unknown, form: FormData): Promise<CohortAnswer> {
  const actor = await staff();
  const press = form.get("press");
  // They are laid out anew: what stood there before doesn't count.
  if (press === "preview")
    for (const name of [...form.keys()]) if (/^(dates|titles)\[/.test(name)) form.delete(name);
  const submission = parseWithZod(form, { schema: cohortSchema });
  if (submission.status !== "success") return submission.reply();
  if (press !== "save") return { ...submission.reply(), preview: await preview(actor, submission.value) };
  const isNew = (startsLocal: string, index: number) => startsLocal !== form.get(`seen[${index}]`);
  if (form.has("seen[0]") && submission.value.dates.map(minuteOf).some(isNew)) {
    const found = await preview(actor, submission.value);
    const unseen = found.sessions.some(
      (one, index) => one.clashes.length > 0 && isNew(one.startsLocal, index),
    );
    if (unseen) return { ...submission.reply(), preview: { ...found, unseen } };
  }
  redirect(`/staff/cohorts/${await createCohort(actor, submission.value)}`);
}

function minuteOf(date: Temporal.PlainDateTime | undefined): string {
  return date?.toString({ smallestUnit: "minute" }) ?? "";
}

async function preview(actor: Staff, input: CohortInput): Promise<NonNullable<CohortAnswer["preview"]>> {
  const { sessions, holidays } = await previewCohort(actor, input);
  return {
    sessions: sessions.map(({ clashes, skipped, overlaps, ...session }) => ({
      ...session,
      clashes: [
        ...(skipped ? ["This is one of the dates to skip."] : []),
        ...(overlaps ? ["The session before it is not over by then."] : []),
        ...clashes.map(clashWords),
      ],
    })),
    holidays: holidays.map(({ date, name }) => ({
      value: String(date),
      label: `${dayWords(date)}, ${name}`,
    })),
    skipped: (input.skipDays ?? []).map(String),
  };
}
