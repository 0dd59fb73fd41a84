const codes = [
  "en",
  "fr",
  "es",
  "de",
  "pt",
  "it",
  "nl",
  "pl",
  "uk",
  "ru",
  "el",
  "tr",
  "ar",
  "he",
  "fa",
  "ur",
];
const more = ["hi", "pa", "bn", "ta", "zh", "yue", "ja", "ko", "vi", "tl", "da", "sv", "nb", "fi"];
const names = new Intl.DisplayNames("en", { type: "language" });

/** The languages that a material can be in, by code and name. */
export const languages = [...codes, ...more].map((code) => ({ code, name: languageWords(code) }));

export function isLanguage(code: string): boolean {
  return languages.some((language) => language.code === code);
}

/** "French". */
export function languageWords(code: string): string {
  return names.of(code) ?? code;
}
