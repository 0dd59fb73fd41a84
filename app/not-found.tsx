import { settings } from "#lib/config/settings.ts";
import { ButtonLink } from "./_components/button.tsx";
import { PageTitle } from "./_components/page-title.tsx";
import { PublicShell } from "./_components/public-shell.tsx";

export default function NotFound() {
  const { CLINIC_NAME, CRISIS_LINE } = settings();
  return (
    <PublicShell clinicName={CLINIC_NAME} crisisLine={CRISIS_LINE}>
      <div className="mx-auto max-w-lg">
        <PageTitle
          title="There is nothing here"
          lead="The address may have changed, or it belongs to somebody else. From the first page you find everything that is yours."
        />
        <ButtonLink href="/">To the groups</ButtonLink>
      </div>
    </PublicShell>
  );
}
