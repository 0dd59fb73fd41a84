import type { Tx } from "#lib/db/transaction.ts";
import { queueMail } from "#lib/mail/queue.ts";
import { withdrawWaiting } from "#lib/mail/withdraw-waiting.ts";
import type { Prisma } from "../../prisma/generated/client.ts";

/** So long a letter waits for more changes, as the letter to the group does. */
const gathering = Temporal.Duration.from({ minutes: 2 });

/** Tells whoever wants to come as a guest that a session has moved or does not take place: once, as it is when the letter leaves. */
export async function tellGuests(
  tx: Tx,
  hostSession: Prisma.SessionWhereInput,
  at: Temporal.Instant,
): Promise<void> {
  const guests = await tx.makeUp.findMany({
    where: { hostSession, state: { in: ["asked", "agreed"] } },
    orderBy: { askedAt: "asc" },
    select: { id: true, person: { select: { name: true, email: true } } },
  });
  for (const { id: makeUpId, person } of guests) {
    if (!person.email) continue;
    await withdrawWaiting(tx, "make-up", { makeUpId, changed: true });
    await queueMail(
      tx,
      {
        template: "make-up",
        to: { address: person.email, name: person.name },
        props: { makeUpId, to: "guest", changed: true },
      },
      at,
      at.add(gathering),
    );
  }
}
