import { AuthError } from "@auth/core/errors";
import NextAuth, { type NextAuthConfig } from "next-auth";
import { secret } from "#lib/links/token.ts";
import { adapter, signInLasts } from "./adapter.ts";
import { renewedAfter } from "./find-sign-in.ts";

declare module "next-auth" {
  interface Session {
    userId: string;
  }
}

export const signInCookie = "__Secure-authjs.session-token";

/**
 * next-auth keeps who is signed in: its cookies, their renewal and their end. No route of its own is
 * mounted: tokens are spent by our Server Actions alone, so that opening a link does nothing (design rule 7).
 */
export function authConfig(): NextAuthConfig {
  return {
    adapter,
    secret: secret(),
    basePath: "/api/auth",
    trustHost: true,
    useSecureCookies: true,
    cookies: { sessionToken: { name: signInCookie } },
    session: {
      strategy: "database",
      maxAge: signInLasts.total("seconds"),
      updateAge: renewedAfter.total("seconds"),
    },
    providers: [
      {
        id: "link",
        type: "email",
        name: "E-mailed link",
        from: "",
        maxAge: 15 * 60,
        options: {},
        sendVerificationRequest: async () => {},
      },
    ],
    // A link that is used or too old is answered on the page; it is nothing for the log.
    logger: { error: (error) => void (isUsedLink(error) || console.error(error)) },
    callbacks: { session: ({ session, user }) => ({ ...session, userId: user.id, user }) },
  };
}

export const { auth, signOut } = NextAuth(() => authConfig());

function isUsedLink(error: Error): boolean {
  return error instanceof AuthError && error.type === "Verification";
}
