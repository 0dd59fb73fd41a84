import { Auth, raw, skipCSRFCheck } from "@auth/core";
import { AuthError } from "@auth/core/errors";
import { cookies, headers } from "next/headers";
import { appUrl } from "#lib/config/settings.ts";
import { authConfig } from "./next-auth.ts";

/**
 * Spends a token (a link's, or a code together with its address) and signs this browser in. False when it
 * can't be spent any more. Only to be called from a Server Action: somebody has pressed a button.
 */
export async function signIn(token: string, email?: string): Promise<boolean> {
  const url = new URL("/api/auth/callback/link", appUrl());
  url.searchParams.set("token", token);
  if (email) url.searchParams.set("email", email);
  const request = new Request(url, {
    method: "POST",
    headers: { cookie: (await headers()).get("cookie") ?? "" },
  });
  try {
    const answer = await Auth(request, { ...authConfig(), raw, skipCSRFCheck });
    const jar = await cookies();
    for (const { name, value, options } of answer.cookies ?? []) jar.set(name, value, options);
    return true;
  } catch (error) {
    if (error instanceof AuthError && error.type === "Verification") return false;
    throw error;
  }
}
