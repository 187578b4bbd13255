// The order of members in an answer.

/** Returns a value with its members in alphabetical order, as Atlas answers them. */
export const sortMembers = <Value extends object>(value: Value): Value =>
  Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) as Value;

/** Returns a value of JSON with the members of all objects in it in alphabetical order. */
export function sortAllMembers<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(sortAllMembers) as Value;
  if (typeof value !== "object" || value === null) return value;
  const sorted = Object.entries(sortMembers(value)).map(([name, member]) => [name, sortAllMembers(member)]);
  return Object.fromEntries(sorted) as Value;
}
