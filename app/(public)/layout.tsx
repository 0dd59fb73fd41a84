import type { Metadata } from "next";
import type { ReactNode } from "react";
import { settings } from "#lib/config/settings.ts";
import { PublicShell } from "../_components/public-shell.tsx";

export function generateMetadata(): Metadata {
  const { CLINIC_NAME } = settings();
  return { title: { default: CLINIC_NAME, template: `%s · ${CLINIC_NAME}` } };
}

export default function PublicLayout({ children }: { children: ReactNode }) {
  const { CLINIC_NAME, CRISIS_LINE } = settings();
  return (
    <PublicShell clinicName={CLINIC_NAME} crisisLine={CRISIS_LINE}>
      {children}
    </PublicShell>
  );
}
