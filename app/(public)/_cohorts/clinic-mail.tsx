import { settings } from "#lib/config/settings.ts";

/** The groups' address, to write to. */
export function ClinicMail() {
  const { CLINIC_EMAIL } = settings();
  return <a href={`mailto:${CLINIC_EMAIL}`}>{CLINIC_EMAIL}</a>;
}
