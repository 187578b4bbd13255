// The words of the console in each language, and which language a browser prefers.
import Negotiator from "negotiator";
import { isLanguage, type Language } from "../../contract/languages.ts";
import { en } from "./en.ts";
import { ko } from "./ko.ts";
import type { Words } from "./words.ts";

export const wordsOf: Readonly<Record<Language, Words>> = { en, ko };

/** The language a browser prefers of those there are; English if it prefers none of them. */
export function preferredLanguage(acceptLanguage: string | undefined): Language {
  const preferred = new Negotiator({ headers: { "accept-language": acceptLanguage } }).languages();
  // Not `languages(those there are)`: it would take `ko` of `en-US, ko;q=0.7, en;q=0.3`, because `en` stands last.
  return preferred.map((tag) => tag.split("-", 1)[0]?.toLowerCase()).find(isLanguage) ?? "en";
}
