"use server";

import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { redirect } from "next/navigation";
import { signOut } from "#lib/auth/next-auth.ts";
import { requestSignIn } from "#lib/auth/request-sign-in.ts";
import { signIn } from "#lib/auth/sign-in.ts";
import { idOfToken } from "#lib/links/token.ts";
import { askSchema, codeSchema } from "./schema.ts";

/** Answers every address alike; whether a message goes out is decided later, elsewhere. */
export async function requestSignInAction(_: unknown, form: FormData): Promise<SubmissionResult | null> {
  const submission = parseWithZod(form, { schema: askSchema });
  if (submission.status !== "success") return submission.reply();
  await requestSignIn(submission.value.email);
  return submission.reply();
}

export async function signInWithCodeAction(_: unknown, form: FormData): Promise<SubmissionResult | null> {
  const submission = parseWithZod(form, { schema: codeSchema });
  if (submission.status !== "success") return submission.reply();
  const { code, email } = submission.value;
  if (!(await signIn(code, email))) {
    return submission.reply({
      fieldErrors: {
        code: ["That code does not work, or no longer. The newest e-mail has the one that does."],
      },
    });
  }
  redirect("/sign-in");
}

export async function signInWithLinkAction(form: FormData): Promise<void> {
  const token = String(form.get("token") ?? "");
  if (!idOfToken(token) || !(await signIn(token)))
    redirect(`/sign-in/${encodeURIComponent(token.slice(0, 100))}`);
  // That page knows where each goes: the new cookie is only seen by the next request.
  redirect("/sign-in");
}

export async function signOutAction(): Promise<void> {
  await signOut({ redirectTo: "/" });
}
