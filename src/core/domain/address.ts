// E-mail addresses as names of people: compared without regard to case, and stored as first written.
import { type FaultMaker, missing, wrongField } from "../contract/errors.ts";

/** Returns the form that spellings of one address share. Some letters with a mark are one character only in lower case. */
export const foldAddress = (address: string): string =>
  address.normalize("NFC").toLowerCase().normalize("NFC");

export const isSameAddress = (a: string, b: string): boolean => foldAddress(a) === foldAddress(b);

export function ofAddress(address: string): (of: { readonly username: string }) => boolean {
  const folded = foldAddress(address);
  return ({ username }) => foldAddress(username) === folded;
}

const shape =
  /^[^\s@"'(),:;<>[\]\\\p{C}]{1,64}@[^\s@"'(),:;<>[\]\\\p{C}.]+(\.[^\s@"'(),:;<>[\]\\\p{C}.]+)+$/u;

/**
 * Reports whether a text has only plain characters. Characters that stand for others (NFKC), such as the Kelvin sign, and
 * capitals that fold to two letters would merge two mailboxes.
 */
const isPlain = (text: string): boolean =>
  text === text.normalize("NFKC") && [...text].every((letter) => [...letter.toLowerCase()].length === 1);

/**
 * Reports whether a text is an address: letters of any script in composed form, without quotes, brackets, blanks or control
 * characters, at most 254 characters.
 */
export const isAddress = (text: string): boolean => text.length <= 254 && shape.test(text) && isPlain(text);

export function chooseUsername(
  username: string | undefined,
  fault: FaultMaker<"INVALID_USERNAME" | "MISSING_ATTRIBUTE">,
): string {
  if (username === undefined) throw missing("username", fault, "Name the invited e-mail address.");
  if (isAddress(username)) return username;
  const plain = username.normalize("NFKC");
  const description = isAddress(plain)
    ? `Has letters that stand for others; write it as ${plain}.`
    : "Must be an e-mail address, such as ada@example.com.";
  throw fault("INVALID_USERNAME", { username }, wrongField("username", description));
}
