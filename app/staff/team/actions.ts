"use server";

import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { revalidatePath } from "next/cache";
import { giveRole } from "#lib/auth/give-role.ts";
import { removeStaff } from "#lib/auth/remove-staff.ts";
import { staffIdSchema, staffSchema } from "#lib/auth/staff-schema.ts";
import { admin } from "#lib/auth/who.ts";

export async function giveRoleAction(_: unknown, form: FormData): Promise<SubmissionResult | null> {
  const actor = await admin();
  const submission = parseWithZod(form, { schema: staffSchema });
  if (submission.status !== "success") return submission.reply();
  const outcome = await giveRole(actor, submission.value);
  if (!outcome.ok) return submission.reply({ formErrors: [words[outcome.reason]] });
  revalidatePath("/staff/team");
  return submission.reply({ resetForm: true });
}

export async function removeStaffAction(_: unknown, form: FormData): Promise<SubmissionResult | null> {
  const actor = await admin();
  const submission = parseWithZod(form, { schema: staffIdSchema });
  if (submission.status !== "success") return submission.reply();
  const outcome = await removeStaff(actor, submission.value.userId);
  if (!outcome.ok) return submission.reply({ formErrors: [words[outcome.reason]] });
  revalidatePath("/staff/team");
  return null;
}

const words = {
  last_admin: "This is the clinic's only admin. Please make somebody else an admin first.",
} satisfies Record<"last_admin", string>;
