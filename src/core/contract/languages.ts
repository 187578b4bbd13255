// The languages of pages and mail. Another one is a line here; the compiler then asks for its words.

/** The languages by code, each by its own name. */
export const languages = { en: "English", ko: "한국어" } as const;

export type Language = keyof typeof languages;

export const languageCodes = Object.keys(languages) as Language[];

export const isLanguage = (code: string | undefined): code is Language =>
  code !== undefined && Object.hasOwn(languages, code);

/** Makes once for each language what costs more to make than to use, as the formats of `Intl` do. */
export function perLanguage<Made>(make: (language: string) => Made): (language: string) => Made {
  const made = new Map<string, Made>();
  return (language) => {
    const known = made.get(language) ?? make(language);
    made.set(language, known);
    return known;
  };
}
