import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { firstAdminAwaited } from "#lib/auth/first-admin.ts";
import { settings } from "#lib/config/settings.ts";
import { PageTitle } from "../../_components/page-title.tsx";
import { PublicShell } from "../../_components/public-shell.tsx";
import { WelcomeForm } from "./welcome-form.tsx";

export const metadata: Metadata = { title: "Welcome", robots: { index: false } };

export default async function WelcomePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  if (!(await firstAdminAwaited(token))) notFound();
  const { CLINIC_NAME, CRISIS_LINE } = settings();
  return (
    <PublicShell clinicName={CLINIC_NAME} crisisLine={CRISIS_LINE}>
      <div className="mx-auto max-w-lg">
        <PageTitle
          title="Welcome to Kindroom"
          lead="You are the first here. Who may we call the clinic’s admin?"
        />
        <WelcomeForm token={token} />
      </div>
    </PublicShell>
  );
}
