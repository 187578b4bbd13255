// Bodies of the API key operations and of the access lists of keys.
import * as Type from "typebox";

export const KeyDescription = Type.String({
  minLength: 1,
  maxLength: 250,
  checkedByRule: true,
  description: "What the key is for.",
});
