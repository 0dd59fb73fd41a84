import { createHash } from "node:crypto";
import { dateOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { inTransaction, type Tx } from "#lib/db/transaction.ts";
import { linkToken, secret, sixDigits } from "#lib/links/token.ts";
import { queueMail } from "#lib/mail/queue.ts";

const lifetime = Temporal.Duration.from({ minutes: 30 });

/** Nobody is written to more often than this an hour, however often somebody types their address. */
const lettersAnHour = 5;

/**
 * Writes a link and a code to an address that may sign in: staff, and whoever takes part.
 * To any other address nothing is sent. It runs as a job, so that the page answers both in the same time.
 */
export async function sendSignIn(email: string, at = now()): Promise<void> {
  await inTransaction(async (tx) => {
    const user = await tx.user.findUnique({ where: { email }, select: { name: true } });
    const person = await tx.person.findFirst({
      where: { email, erasedAt: null, members: { some: { state: "confirmed" } } },
      select: { name: true },
    });
    const name = user?.name ?? person?.name;
    if (name === undefined) return;
    const recent = await tx.signInToken.count({
      where: { email, createdAt: { gt: dateOf(at.subtract({ hours: 1 })) } },
    });
    if (recent >= lettersAnHour) return;
    const { id } = await createToken(tx, email, at.add(lifetime), at);
    await queueMail(tx, { template: "sign-in", to: { address: email, name }, props: { tokenId: id } }, at);
  });
}

/** Makes a token that signs `email` in, once, until `expires`. Returns its id and the secret part of its link. */
export async function createToken(
  tx: Tx,
  email: string,
  expires: Temporal.Instant,
  at = now(),
): Promise<{ id: string; token: string }> {
  const id = crypto.randomUUID();
  const token = linkToken("sign-in", id);
  await tx.signInToken.create({
    data: {
      id,
      email,
      linkHash: tokenHash(token),
      codeHash: tokenHash(sixDigits("sign-in", id)),
      expiresAt: dateOf(expires),
      createdAt: dateOf(at),
    },
  });
  return { id, token };
}

/** As next-auth hashes a token before it asks the adapter for it. */
export function tokenHash(token: string): string {
  return createHash("sha256").update(`${token}${secret()}`).digest("hex");
}
