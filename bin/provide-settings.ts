import { parseSettings, type Settings } from "#lib/config/settings.ts";
import { provideSecret } from "./secret.ts";

/** Checks the settings, and makes the secret where none is given. @throws BadSetting */
export function provideSettings(): Settings {
  const settings = parseSettings(process.env);
  process.env.SECRET ||= provideSecret(settings.DATA_DIR);
  return settings;
}
