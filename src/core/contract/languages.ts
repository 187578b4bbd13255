// The languages of pages and mail. A new language is a line here; the compiler then requires its words.

/** The languages by code, each with its own name. */
export const languages = { en: "English", ko: "한국어" } as const;

export type Language = keyof typeof languages;

export const languageCodes = Object.keys(languages) as Language[];

export const isLanguage = (code: string | undefined): code is Language =>
  code !== undefined && Object.hasOwn(languages, code);

/** Creates a value once for each language: for those that cost more to create than to use, such as the formats of `Intl`. */
export function perLanguage<Made>(make: (language: string) => Made): (language: string) => Made {
  const made = new Map<string, Made>();
  return (language) => {
    const known = made.get(language) ?? make(language);
    made.set(language, known);
    return known;
  };
}
