// The passwords that leaked most often, in lower case. scripts/bundle.mjs makes a file of this text, so that what is built neither
// holds nor decompresses the lists that it is made of.
import { dictionary } from "@zxcvbn-ts/language-common";

/** Sorted by their characters, a line each. */
export const leakedWords: string = dictionary["passwords-common"].toSorted().join("\n");
