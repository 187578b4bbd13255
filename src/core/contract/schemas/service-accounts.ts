// Bodies of the service account operations.
import * as Type from "typebox";

/** The OpenAPI document says it in words, as not every language has the classes of Unicode in its patterns. */
const pattern = "^[\\p{L}\\p{N}\\-_.,' ]*$";
const signs = "Letters and digits of any script, blanks and the characters - _ . , '";

export const AccountName = Type.String({
  minLength: 1,
  maxLength: 64,
  pattern,
  description: `Name of the account. ${signs}`,
});
