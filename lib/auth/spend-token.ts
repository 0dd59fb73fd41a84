import { dateOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { db } from "#lib/db/client.ts";
import { Prisma } from "../../prisma/generated/client.ts";

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
  const [spent] = await (email ? byCode(hash, email, at) : byLink(hash, at));
  return spent ? { identifier: spent.email, token: hash, expires: spent.expiresAt } : null;
}

type Spent = { email: string; expiresAt: Date };

function byLink(hash: string, at: Temporal.Instant): Promise<Spent[]> {
  return db.signInToken.updateManyAndReturn({
    where: { linkHash: hash, usedAt: null, expiresAt: { gt: dateOf(at) } },
    data: { usedAt: dateOf(at) },
    select: { email: true, expiresAt: true },
  });
}

/** A try is counted by the statement that makes it: of very many at once, no more than those few are looked at. */
async function byCode(hash: string, email: string, at: Temporal.Instant): Promise<Spent[]> {
  return db.$queryRaw<Spent[]>(Prisma.sql`
    WITH tried AS (
      UPDATE "SignInToken" SET "codeAttempts" = "codeAttempts" + 1,
        "usedAt" = CASE WHEN "codeHash" = ${hash} THEN ${dateOf(at)}::timestamptz END
      WHERE "email" = ${email}::citext AND "usedAt" IS NULL AND "expiresAt" > ${dateOf(at)} AND "codeAttempts" < ${codeAttempts}
      RETURNING "email", "expiresAt", "usedAt")
    SELECT "email", "expiresAt" FROM tried WHERE "usedAt" IS NOT NULL`);
}
