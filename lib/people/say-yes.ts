import { dateOf } from "#lib/clock/convert.ts";
import type { Tx } from "#lib/db/transaction.ts";

/** A member says yes for themselves; with it they consent to taking part (design rules 3 and 13). */
export async function sayYes(tx: Tx, memberId: string, at: Temporal.Instant): Promise<void> {
  const first = await tx.member.updateManyAndReturn({
    where: { id: memberId, state: "invited" },
    data: { state: "confirmed", answeredAt: dateOf(at) },
    select: { personId: true },
  });
  for (const { personId } of first) {
    await tx.consent.create({
      data: {
        personId,
        purpose: "taking part",
        given: true,
        how: "pressed yes on the page behind their own link",
        at: dateOf(at),
      },
    });
  }
}
