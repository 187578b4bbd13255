// Builds the target of a call: the path of an operation with its parameters.

export interface Described {
  readonly method: string;
  /** With `{name}` for each parameter. */
  readonly path: string;
  /** The newest resource version. */
  readonly version: string;
  readonly query: readonly string[];
  readonly body?: true;
}

/** Parameters by name; of those of the path each must be there. */
export type Parameters = Readonly<Record<string, unknown>>;

/** Path and query of a call. Throws a TypeError for a path parameter that is missing or would change the path's meaning. */
export function targetOf({ path, query }: Pick<Described, "path" | "query">, given: Parameters): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => pathSegment(name, given[name]));
  const search = new URLSearchParams();
  for (const name of query) {
    const value = given[name];
    if (value === undefined) continue;
    for (const each of Array.isArray(value) ? value : [value]) search.append(name, String(each));
  }
  return search.size === 0 ? filled : `${filled}?${search}`;
}

/** An empty segment or one of dots would address another operation than the one that is called. */
function pathSegment(name: string, value: unknown): string {
  const text = value === undefined ? "" : String(value);
  if (text === "") throw new TypeError(`the parameter '${name}' is missing`);
  if (text === "." || text === "..") throw new TypeError(`the parameter '${name}' cannot be '${text}'`);
  return encodeURIComponent(text);
}
