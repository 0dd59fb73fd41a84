"use server";

import { redirect } from "next/navigation";

/** Does nothing, and answers as the enrolment form does: with another address. */
export async function emptyAction(): Promise<void> {
  redirect("/empty/prerendered");
}
