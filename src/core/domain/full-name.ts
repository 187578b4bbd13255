// Writes a person's name.

const isEastAsian = (name: string) =>
  /^[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+$/u.test(name);

type Named = { readonly [part in "firstName" | "lastName"]?: string | null | undefined };

/**
 * Returns the whole name, in any page language: Korean, Chinese and Japanese names have the family name first. Empty for no
 * name.
 */
export function fullName({ firstName, lastName }: Named): string {
  const [first, last] = [firstName?.trim() ?? "", lastName?.trim() ?? ""];
  return isEastAsian(first) && isEastAsian(last) ? `${last}${first}` : `${first} ${last}`.trim();
}

/** Returns a person's name, or the address if there is none. */
export const nameOrAddress = (person: Named & { readonly username: string }): string =>
  fullName(person) || person.username;
