"use client";

import { Button } from "../_components/button.tsx";
import { ErrorSummary } from "../_components/error-summary.tsx";
import { TextField } from "../_components/field.tsx";
import { Notice } from "../_components/notice.tsx";
import { useSubmission } from "../_components/use-submission.ts";
import { requestSignInAction, signInWithCodeAction } from "./actions.ts";

/** Asks for an address; then, on the same page, for the code that was sent to it. */
export function SignInForm() {
  const ask = useSubmission(requestSignInAction);
  const code = useSubmission(signInWithCodeAction);
  const email = code.field("email", ask.field("email").defaultValue).defaultValue;
  const asked = ask.result?.status === "success" || code.result !== null;
  return asked ? (
    <>
      <ErrorSummary errors={code.errors} formErrors={code.formErrors} />
      <Notice tone="periwinkle" title="Look in your mailbox">
        If this address can sign in here, a message with a link and a code is on its way. Both work for 30
        minutes.
      </Notice>
      <form action={code.formAction} noValidate className="mt-6 grid gap-6">
        <input type="hidden" name="email" value={email} />
        <TextField
          label="The six digits from the message"
          inputMode="numeric"
          autoComplete="one-time-code"
          {...code.field("code")}
        />
        <Button>Sign in</Button>
      </form>
      <p className="mt-6">
        Nothing came? Look in your spam folder, or <a href="/sign-in">start again</a>.
      </p>
    </>
  ) : (
    <>
      <ErrorSummary errors={ask.errors} formErrors={ask.formErrors} />
      <form action={ask.formAction} noValidate className="grid gap-6">
        <TextField
          label="Your e-mail address"
          type="email"
          autoComplete="email"
          hint="We write to you with a link. There is no password to remember."
          {...ask.field("email")}
        />
        <Button>Send me a link</Button>
      </form>
    </>
  );
}
