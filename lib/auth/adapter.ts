import { createHash } from "node:crypto";
import type { Adapter, AdapterUser } from "@auth/core/adapters";
import { dateOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { db } from "#lib/db/client.ts";
import type { Role } from "../../prisma/generated/enums.ts";
import { spendToken } from "./spend-token.ts";

declare module "@auth/core/adapters" {
  interface AdapterUser {
    role: Role | null;
  }
}

/** How long a browser stays signed in without being used. */
export const signInLasts = Temporal.Duration.from({ hours: 30 * 24 });

/**
 * next-auth over our own words: a signed-in browser is a `SignIn`, because a `Session` here is a meeting.
 * The cookie's value is stored only as a hash: whoever reads the database can't sign in with it.
 */
export const adapter: Adapter = {
  async getUser(id) {
    const user = await db.user.findUnique({ where: { id } });
    return user && asAdapterUser(user);
  },
  async getUserByEmail(email) {
    const user = await db.user.findUnique({ where: { email } });
    return user && asAdapterUser(user);
  },
  async createUser({ email }) {
    const person = await db.person.findFirst({ where: { email, erasedAt: null }, select: { name: true } });
    return asAdapterUser(await db.user.create({ data: { email, name: person?.name ?? email } }));
  },
  async updateUser({ id }) {
    return asAdapterUser(await db.user.findUniqueOrThrow({ where: { id } }));
  },
  async createSession({ sessionToken, userId, expires }) {
    await db.signIn.create({ data: { tokenHash: hashOf(sessionToken), userId, expiresAt: endOfUse() } });
    return { sessionToken, userId, expires };
  },
  async getSessionAndUser(sessionToken) {
    const signIn = await db.signIn.findUnique({
      where: { tokenHash: hashOf(sessionToken), expiresAt: { gt: dateOf(now()) } },
      select: { userId: true, expiresAt: true, user: true },
    });
    if (!signIn) return null;
    const { userId, expiresAt, user } = signIn;
    return { session: { sessionToken, userId, expires: expiresAt }, user: asAdapterUser(user) };
  },
  async updateSession({ sessionToken }) {
    await db.signIn.updateMany({
      where: { tokenHash: hashOf(sessionToken) },
      data: { expiresAt: endOfUse() },
    });
    return null;
  },
  async deleteSession(sessionToken) {
    await db.signIn.deleteMany({ where: { tokenHash: hashOf(sessionToken) } });
  },
  useVerificationToken: ({ identifier, token }) => spendToken(token, identifier),
  // Tokens are made by `sendSignIn`, in the transaction that queues their mail; accounts of other services don't exist here.
  createVerificationToken: async () => null,
  getUserByAccount: async () => null,
  linkAccount: async () => null,
};

/** How the value of a sign-in cookie is stored. */
export function hashOf(sessionToken: string): string {
  return createHash("sha256").update(sessionToken).digest("hex");
}

/** By our own clock; what next-auth says is the wall's, for the browser's cookie. */
function endOfUse(): Date {
  return dateOf(now().add(signInLasts));
}

function asAdapterUser(user: { id: string; email: string; name: string; role: Role | null }): AdapterUser {
  return { id: user.id, email: user.email, name: user.name, role: user.role, emailVerified: null };
}
