import { dateOf, instantOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { db } from "#lib/db/client.ts";
import type { Role } from "../../prisma/generated/enums.ts";
import { hashOf } from "./adapter.ts";

/** How long a browser stays signed in without being used. */
export const signInLasts = Temporal.Duration.from({ hours: 30 * 24 });

/** Used later than this after it was made or renewed, a sign-in is renewed. */
export const renewedAfter = Temporal.Duration.from({ hours: 24 });

export type SignedIn = { id: string; email: string; name: string; role: Role | null };

/** The user behind a sign-in cookie's value, and whether next-auth is due to renew it. Null when it has ended. */
export async function findSignIn(
  sessionToken: string,
  at = now(),
): Promise<{ user: SignedIn; needsRenewal: boolean } | null> {
  const signIn = await db.signIn.findUnique({
    where: { tokenHash: hashOf(sessionToken), expiresAt: { gt: dateOf(at) } },
    select: { expiresAt: true, user: { select: { id: true, email: true, name: true, role: true } } },
  });
  if (!signIn) return null;
  const usedUntil = at.add(signInLasts).subtract(renewedAfter);
  return {
    user: signIn.user,
    needsRenewal: Temporal.Instant.compare(instantOf(signIn.expiresAt), usedUntil) <= 0,
  };
}
