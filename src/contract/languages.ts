// The languages of pages and mail. Another one is a line here; the compiler then asks for its words.

/** By code, each by its own name. */
export const languages = { en: "English", ko: "한국어" } as const;

export type Language = keyof typeof languages;

export const languageCodes = Object.keys(languages) as Language[];

export const isLanguage = (code: string | undefined): code is Language =>
  code !== undefined && Object.hasOwn(languages, code);
