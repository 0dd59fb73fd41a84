import { dateOf } from "#lib/clock/convert.ts";
import type { Tx } from "#lib/db/transaction.ts";
import type { Intent } from "../../prisma/generated/enums.ts";
import type { InquiryPerson } from "./people.ts";

export type Correction = {
  people: InquiryPerson[];
  seats: number;
  intent: Intent;
  cohortId: string | null;
};

/** Replaces what was read by what somebody of the staff says; from then on mail changes it no more. */
export async function writeCorrection(
  tx: Tx,
  inquiryId: string,
  { people, seats, intent, cohortId }: Correction,
  at: Temporal.Instant,
): Promise<void> {
  await tx.inquiry.update({
    where: { id: inquiryId },
    data: { people, seats, intent, cohortId, correctedAt: dateOf(at) },
  });
}
