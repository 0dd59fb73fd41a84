import type { Metadata } from "next";
import { isSpendable } from "#lib/auth/is-spendable.ts";
import { settings } from "#lib/config/settings.ts";
import { Button, ButtonLink } from "../../_components/button.tsx";
import { PageTitle } from "../../_components/page-title.tsx";
import { PublicShell } from "../../_components/public-shell.tsx";
import { signInWithLinkAction } from "../actions.ts";

export const metadata: Metadata = { title: "Sign in", robots: { index: false } };

/** Opening the link does nothing: mail scanners open links. A press on the button signs in (design rule 7). */
export default async function SignInLinkPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const { CLINIC_NAME, CRISIS_LINE } = settings();
  return (
    <PublicShell clinicName={CLINIC_NAME} crisisLine={CRISIS_LINE}>
      <div className="mx-auto max-w-lg">
        {(await isSpendable(token)) ? (
          <>
            <PageTitle title="Welcome" lead="Press the button to sign in with this browser." />
            <form action={signInWithLinkAction}>
              <input type="hidden" name="token" value={token} />
              <Button>Sign in</Button>
            </form>
          </>
        ) : (
          <>
            <PageTitle
              title="That link has expired"
              lead="Each link works once, for 30 minutes. We can send you a new one."
            />
            <ButtonLink href="/sign-in">Send me a new link</ButtonLink>
          </>
        )}
      </div>
    </PublicShell>
  );
}
