"use server";

import type { SubmissionResult } from "@conform-to/react";
import { revalidatePath } from "next/cache";
import { renewStaffCalendar } from "#lib/auth/renew-calendar.ts";
import { staff } from "#lib/auth/who.ts";

export async function renewStaffCalendarAction(): Promise<SubmissionResult | null> {
  await renewStaffCalendar(await staff());
  revalidatePath("/staff/calendar");
  return null;
}
