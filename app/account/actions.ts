"use server";

import { endSignIns } from "#lib/auth/end-sign-ins.ts";
import { signOut } from "#lib/auth/next-auth.ts";
import { participant } from "#lib/auth/who.ts";

export async function signOutEverywhereAction(): Promise<void> {
  const actor = await participant();
  await endSignIns(actor, actor.userId);
  await signOut({ redirectTo: "/" });
}
