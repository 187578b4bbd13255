// The passwords that leaked most often, in lower case. scripts/bundle.mjs makes a file of this text, so the bundle has neither
// the lists nor the code that unpacks them.
import { dictionary } from "@zxcvbn-ts/language-common";
import { passwordLength } from "../domain/user.ts";

/**
 * The number of frequent words that are kept although they are shorter than a password may be: they only help to judge a master
 * secret.
 */
const shortOnes = 20_000;

/** The words sorted by their characters, a line each. */
export const leakedWords: string = dictionary["passwords-common"]
  .filter((word, index) => word.length >= passwordLength.least || index < shortOnes)
  .sort()
  .join("\n");
