"use client";

import { Button } from "../_components/button.tsx";
import { ErrorSummary } from "../_components/error-summary.tsx";
import { TextField } from "../_components/field.tsx";
import { FocusedAlert } from "../_components/focused-alert.tsx";
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
      {/* It stands where the field was that had the focus, and takes it. */}
      <FocusedAlert of={ask.errors} className="mb-6 rounded-card">
        <Notice tone="periwinkle" title="Look in your mailbox">
          <p className="wrap-anywhere">
            If {email} can sign in here, a message with a link and a code is on its way there. Both work for
            30 minutes.
          </p>
        </Notice>
      </FocusedAlert>
      <ErrorSummary errors={code.errors} formErrors={code.formErrors} />
      <form action={code.formAction} noValidate className="grid gap-6">
        <input type="hidden" name="email" value={email} />
        <TextField
          label="The six digits from the message"
          inputMode="numeric"
          autoComplete="one-time-code"
          {...code.field("code")}
        />
        <Button disabled={code.pending}>Sign in</Button>
      </form>
      <p className="mt-6">
        Nothing came? Look in your spam folder, or <a href="/sign-in">start again</a> with the address that
        you gave us.
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
        <Button disabled={ask.pending}>Send me a link</Button>
      </form>
    </>
  );
}
