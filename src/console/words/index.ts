// The words of the console in each language, and the language that a browser prefers.
import Negotiator from "negotiator";
import { isLanguage, type Language } from "../../core/contract/languages.ts";
import { roleTitles as englishRoles } from "../../core/contract/role-titles-en.ts";
import { roleTitles as koreanRoles } from "../../core/contract/role-titles-ko.ts";
import english from "./en.json" with { type: "json" };
import korean from "./ko.json" with { type: "json" };
import { type Words, wordsFrom } from "./words.ts";

const firstHangul = 0xac00;
const finals = 28;

export const en = wordsFrom(english, {
  roleTitles: englishRoles,
  language: "en",
  asObject: (noun) => `${/^[aeiou]/i.test(noun) ? "an" : "a"} ${noun}`,
});
export const ko = wordsFrom(korean, {
  roleTitles: koreanRoles,
  language: "ko",
  // The particle depends on whether the last syllable ends in a consonant.
  asObject: (noun) =>
    `${noun}${(noun.charCodeAt(noun.length - 1) - firstHangul) % finals === 0 ? "를" : "을"}`,
});

export const wordsOf: Readonly<Record<Language, Words>> = { en, ko };

/** Returns the first language that a browser prefers and the console has; English if there is none. */
export function preferredLanguage(acceptLanguage: string | undefined): Language {
  const preferred = new Negotiator({ headers: { "accept-language": acceptLanguage } }).languages();
  // `languages(available)` would choose `ko` for `en-US, ko;q=0.7, en;q=0.3`, because `en` stands last.
  return preferred.map((tag) => tag.split("-", 1)[0]?.toLowerCase()).find(isLanguage) ?? "en";
}
