import type { Staff } from "#lib/audit/actor.ts";
import { mayAdminister } from "#lib/auth/policy.ts";
import { db } from "#lib/db/client.ts";
import { fillIn } from "#lib/mail/fill-in.ts";
import { fieldValuesOf } from "./answer-fields.ts";
import { otherSideOf } from "./other-side.ts";

/** What was written so far with a saved answer below it, its fields filled in; what can't be, stays in braces. */
export async function putIn(
  actor: Staff,
  { threadId, to, text, answerId }: { threadId: string; to?: string; text: string; answerId?: string },
): Promise<string> {
  const answer =
    answerId && mayAdminister(actor)
      ? await db.savedAnswer.findUnique({ where: { id: answerId }, select: { text: true } })
      : null;
  if (!answer) return text;
  const others = await otherSideOf(db, threadId);
  const reader = others.find(({ address }) => address === to?.toLowerCase()) ?? others[0];
  const { name = "", address = "" } = reader ?? {};
  const values = await fieldValuesOf(db, { threadId, name, address });
  return [text.trimEnd(), fillIn(answer.text, values).text].filter(Boolean).join("\n\n");
}
