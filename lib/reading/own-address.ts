import { settings } from "#lib/config/settings.ts";

/** Whether mail to this address comes to the groups' mailbox, with or without a +token. */
export function isOwnAddress(address: string, clinicEmail = settings().CLINIC_EMAIL): boolean {
  return withoutToken(address) === withoutToken(clinicEmail);
}

function withoutToken(address: string): string {
  return address.toLowerCase().replace(/\+[^@]*(?=@)/, "");
}
