import { dateOf, instantOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { db } from "#lib/db/client.ts";
import type { Role } from "../../prisma/generated/enums.ts";
import { hashOf, signInLasts } from "./adapter.ts";

/** Used later than this after it was made or renewed, a sign-in is renewed. */
export const renewedAfter = Temporal.Duration.from({ hours: 24 });

export type SignedIn = { id: string; email: string; name: string; role: Role | null };

/**
 * The user behind a sign-in cookie's value, and whether next-auth is due to renew it. Null when it has ended.
 * Every page of somebody signed in begins with this, so it is asked in SQL: it costs half as much.
 */
export async function findSignIn(
  sessionToken: string,
  at = now(),
): Promise<{ user: SignedIn; needsRenewal: boolean } | null> {
  const [signIn] = await db.$queryRaw<(SignedIn & { expiresAt: Date })[]>`
    SELECT u."id", u."email", u."name", u."role", s."expiresAt"
    FROM "SignIn" s JOIN "User" u ON u."id" = s."userId"
    WHERE s."tokenHash" = ${hashOf(sessionToken)} AND s."expiresAt" > ${dateOf(at)}`;
  if (!signIn) return null;
  const { expiresAt, ...user } = signIn;
  const usedUntil = at.add(signInLasts).subtract(renewedAfter);
  return {
    user,
    needsRenewal: Temporal.Instant.compare(instantOf(expiresAt), usedUntil) <= 0,
  };
}
