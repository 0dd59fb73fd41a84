import { cookies } from "next/headers";
import { cache } from "react";
import { findSignIn } from "./find-sign-in.ts";
import { auth, signInCookie } from "./next-auth.ts";

export type { SignedIn } from "./find-sign-in.ts";

/**
 * Who is signed in with this request, or null. Asked once a request, of the database: going through next-auth
 * costs as much as the rest of a page. It is asked only where it has something to do, once a day of use.
 */
export const signedIn = cache(async () => {
  const sessionToken = (await cookies()).get(signInCookie)?.value;
  const found = sessionToken ? await findSignIn(sessionToken) : null;
  if (found?.needsRenewal) await auth();
  return found?.user ?? null;
});
