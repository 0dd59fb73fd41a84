import { BadSetting, parseSettings, type Settings } from "#lib/config/settings.ts";
import { readCertificate } from "#lib/inbox/certificate.ts";
import { provideSecret } from "./secret.ts";

/** Checks the settings, and makes the secret where none is given. @throws BadSetting */
export function provideSettings(): Settings {
  const settings = parseSettings(process.env);
  checkCertificate(settings);
  process.env.SECRET ||= provideSecret(settings.DATA_DIR);
  return settings;
}

/** Here, where whoever starts the program still hears of it. */
function checkCertificate({ MAIL_CERT: cert, MAIL_KEY: key }: Settings): void {
  if (!cert && !key) return;
  try {
    if (cert && key) return void readCertificate({ cert, key });
  } catch {}
  throw new BadSetting(
    "The settings MAIL_CERT and MAIL_KEY must be files: a certificate, and its key, in PEM.",
  );
}
