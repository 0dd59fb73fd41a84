import { settings } from "#lib/config/settings.ts";
import { NothingHere } from "./_components/nothing-here.tsx";
import { PublicShell } from "./_components/public-shell.tsx";

export default function NotFound() {
  const { CLINIC_NAME, CRISIS_LINE } = settings();
  return (
    <PublicShell clinicName={CLINIC_NAME} crisisLine={CRISIS_LINE}>
      <NothingHere />
    </PublicShell>
  );
}
