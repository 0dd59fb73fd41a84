import { dateOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { db } from "#lib/db/client.ts";

/** A code of six digits may be tried so often before only the link still works. */
const codeAttempts = 5;

/**
 * Spends a sign-in token, once: by the hash of its link, or by an address and the hash of the code sent to
 * it. Of two that try at once, one succeeds. Null when it is unknown, used or too old.
 */
export async function spendToken(
  hash: string,
  email: string | undefined,
  at = now(),
): Promise<{ identifier: string; token: string; expires: Date } | null> {
  const fresh = { usedAt: null, expiresAt: { gt: dateOf(at) } };
  const byCode = { email, codeHash: hash, codeAttempts: { lt: codeAttempts } };
  const [spent] = await db.signInToken.updateManyAndReturn({
    where: email ? { ...fresh, ...byCode } : { ...fresh, linkHash: hash },
    data: { usedAt: dateOf(at) },
    select: { email: true, expiresAt: true },
  });
  if (spent) return { identifier: spent.email, token: hash, expires: spent.expiresAt };
  if (email)
    await db.signInToken.updateMany({ where: { email, ...fresh }, data: { codeAttempts: { increment: 1 } } });
  return null;
}
