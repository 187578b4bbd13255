// Takes the target of a request apart, as it is on the request line.

/** What follows the first question mark is the query, further ones included. */
export function splitTarget(target: string): { path: string; search: string } {
  const at = target.indexOf("?");
  return at < 0 ? { path: target, search: "" } : { path: target.slice(0, at), search: target.slice(at + 1) };
}
