// The languages of the console. Another one is its files in this folder, and a line here.
import { en } from "./en.ts";
import { ko } from "./ko.ts";
import type { Words } from "./words.ts";

export const languages = { en, ko } as const satisfies Record<string, Words>;
export type Language = keyof typeof languages;

export const isLanguage = (name: string | undefined): name is Language =>
  name !== undefined && Object.hasOwn(languages, name);

/** The language a browser prefers of those there are; English if it prefers none of them. */
export function preferredLanguage(acceptLanguage: string | undefined): Language {
  const wishes = (acceptLanguage ?? "")
    .split(",")
    .map((range) => {
      const [tag = "", ...parameters] = range.trim().split(";");
      const weight = parameters.map((each) => /^\s*q=([\d.]+)/.exec(each)?.[1]).find((each) => each);
      return {
        language: tag.split("-")[0]?.toLowerCase(),
        weight: weight === undefined ? 1 : Number(weight),
      };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return wishes.map(({ language }) => language).find(isLanguage) ?? "en";
}
