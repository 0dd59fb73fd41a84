import { adapter } from "#lib/auth/adapter.ts";
import { now } from "#lib/clock/now.ts";

/** The id of whoever signs in with an address. */
export async function userOf(email: string): Promise<string> {
  const user =
    (await adapter.getUserByEmail?.(email)) ??
    (await adapter.createUser?.({ id: "", email, emailVerified: null, role: null }));
  return user?.id ?? "";
}

/** Signs a browser in. Returns its cookie. */
export async function signedIn(email: string): Promise<string> {
  const userId = await userOf(email);
  const sessionToken = crypto.randomUUID();
  const expires = new Date(now().add({ hours: 24 * 30 }).epochMilliseconds);
  await adapter.createSession?.({ sessionToken, userId, expires });
  return `__Secure-authjs.session-token=${sessionToken}`;
}
