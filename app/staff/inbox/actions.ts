"use server";

import { parseWithZod } from "@conform-to/zod/v4";
import { revalidatePath } from "next/cache";
import { z } from "zod";
import { admin } from "#lib/auth/who.ts";
import { setThreadState } from "#lib/mail/set-thread-state.ts";

const schema = z.object({ threadId: z.uuid(), state: z.enum(["needsUs", "waitingForThem", "done"]) });

export async function setThreadStateAction(form: FormData): Promise<void> {
  const actor = await admin();
  const submission = parseWithZod(form, { schema });
  if (submission.status !== "success") return;
  await setThreadState(actor, submission.value);
  revalidatePath("/staff/inbox", "layout");
}
