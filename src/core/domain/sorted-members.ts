// The order of members in an answer.

/** Returns a value with its members in alphabetical order, as Atlas answers them. */
export const sortMembers = <Value extends object>(value: Value): Value =>
  Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) as Value;
