import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { signedIn } from "#lib/auth/signed-in.ts";
import { settings } from "#lib/config/settings.ts";
import { PageTitle } from "../_components/page-title.tsx";
import { PublicShell } from "../_components/public-shell.tsx";
import { SignInForm } from "./sign-in-form.tsx";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage() {
  const user = await signedIn();
  if (user) redirect(user.role ? "/staff" : "/my");
  const { CLINIC_NAME, CRISIS_LINE } = settings();
  return (
    <PublicShell clinicName={CLINIC_NAME} crisisLine={CRISIS_LINE}>
      <div className="mx-auto max-w-lg">
        <PageTitle title="Sign in" lead="For people who take part in a group, and for the clinic’s staff." />
        <SignInForm />
      </div>
    </PublicShell>
  );
}
