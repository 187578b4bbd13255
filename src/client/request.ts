// Builds the target of a call: the path of an operation with its parameters.

export interface Described {
  readonly method: string;
  /** The path, with `{name}` for each parameter. */
  readonly path: string;
  /** The newest resource version. */
  readonly version: string;
  readonly query: readonly string[];
  readonly body?: true;
  /** True if its success is text, whatever the content type says. */
  readonly text?: true;
  /** The kind of content of its success in place of JSON, such as `gzip`. */
  readonly content?: string;
}

/** The parameters by name; those of the path are required. */
export type Parameters = Readonly<Record<string, unknown>>;

/**
 * Returns the path and query of a call. Throws a TypeError for a path parameter that is missing or would change the path's
 * meaning.
 */
export function targetOf(
  { path, query }: Pick<Described, "path" | "query">,
  params: Parameters,
  queried: Parameters = params,
): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => pathSegment(name, params[name]));
  const search = new URLSearchParams();
  for (const name of query) {
    const value = queried[name];
    if (value === undefined) continue;
    for (const each of Array.isArray(value) ? value : [value]) search.append(name, String(each));
  }
  return search.size === 0 ? filled : `${filled}?${search}`;
}

/** Encodes a segment. An empty one, or one of dots, would address another operation. */
function pathSegment(name: string, value: unknown): string {
  const text = value === undefined ? "" : String(value);
  if (text === "") throw new TypeError(`the parameter '${name}' is missing`);
  if (text === "." || text === "..") throw new TypeError(`the parameter '${name}' cannot be '${text}'`);
  if (/\p{Cs}/u.test(text)) throw new TypeError(`the parameter '${name}' has an unpaired surrogate`);
  return encodeURIComponent(text);
}

/** Checks a path of a program: throws a TypeError if it would lead elsewhere, or lose a part. */
export function checkPath(path: string): void {
  if (!/^\/(?![/\\])/.test(path)) {
    throw new TypeError(`the path '${path}' does not begin with one /; the server is that of baseUrl`);
  }
  if (/[?#]/.test(path)) throw new TypeError("the path has a ? or #: give the option 'query', or 'params'");
  // URLs lose control characters and a last space, and the rest may have a segment of dots.
  if (/\p{Cc}| $|[/\\](\.|%2e){1,2}([/\\]|$)/iu.test(path)) {
    throw new TypeError("the path has a segment '.' or '..', a control character or a last space");
  }
}

/** Throws a TypeError that names the known members; `ignored` ones are allowed. */
export function refuseUnknown(
  what: string,
  given: object,
  known: readonly string[],
  ignored: readonly string[] = [],
): void {
  const unknown = Object.keys(given).find((name) => !known.includes(name) && !ignored.includes(name));
  if (unknown === undefined) return;
  throw new TypeError(`there is no ${what} '${unknown}'; there is ${known.join(", ") || "none"}`);
}

/** The longest timer in milliseconds; longer ones end at once. */
const longestMs = 2 ** 31 - 1;

/** Throws a TypeError for a value that no timer accepts. */
export function checkTimeout(timeoutMs: unknown): void {
  if (timeoutMs === undefined || (Number(timeoutMs) & longestMs) === timeoutMs) return;
  throw new TypeError(`timeoutMs must be an integer from 0 to ${longestMs}, not ${timeoutMs}`);
}

/** Adds the call to the message of a TypeError. */
export function inNameOf<T>(id: string, work: () => T): T {
  try {
    return work();
  } catch (reason) {
    throw reason instanceof TypeError ? new TypeError(`${id}: ${reason.message}`) : reason;
  }
}
