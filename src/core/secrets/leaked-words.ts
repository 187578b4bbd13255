// The passwords that leaked most often, in lower case. scripts/bundle.mjs makes a file of this text, so that the bundle has
// neither the lists nor the code that unpacks them.
import { dictionary } from "@zxcvbn-ts/language-common";
import { passwordLength } from "../domain/user.ts";

/** Shorter than a password may be, they only tell whether a master secret was thought up: so many of the most frequent do. */
const shortOnes = 20_000;

/** Sorted by their characters, a line each. */
export const leakedWords: string = dictionary["passwords-common"]
  .filter((word, index) => word.length >= passwordLength.least || index < shortOnes)
  .sort()
  .join("\n");
