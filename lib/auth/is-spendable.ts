import { dateOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { db } from "#lib/db/client.ts";
import { idOfToken, isGenuine } from "#lib/links/token.ts";
import { tokenHash } from "./send-sign-in.ts";

/** Whether a sign-in link would still work. Looking spends nothing. */
export async function isSpendable(token: string, at = now()): Promise<boolean> {
  const id = idOfToken(token);
  if (!id || !isGenuine(token, "sign-in", id)) return false;
  const found = await db.signInToken.count({
    where: { linkHash: tokenHash(token), usedAt: null, expiresAt: { gt: dateOf(at) } },
  });
  return found > 0;
}
