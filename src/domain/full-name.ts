// How a person's name is written.

const isEastAsian = (name: string) =>
  /^[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+$/u.test(name);

/** The whole name, whatever language the page is in: Korean, Chinese and Japanese names have the family name first. Empty for none. */
export function fullName({
  firstName = "",
  lastName = "",
}: {
  firstName?: string;
  lastName?: string;
}): string {
  const [first, last] = [firstName.trim(), lastName.trim()];
  return isEastAsian(first) && isEastAsian(last) ? `${last}${first}` : `${first} ${last}`.trim();
}
