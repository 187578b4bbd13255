// Parts of HTTP as they are written: the target of a request, the path of a call, percent-encoded text, the parameters of Authorization and
// WWW-Authenticate (RFC 9110), and the media type of forms.

const absoluteForm = /^https?:\/\/([^/?#]*)/i;

/** Returns the authority of a target in absolute form, which clients send to a proxy; undefined for any other target. */
export const authorityOf = (target: string): string | undefined =>
  target.startsWith("/") ? undefined : absoluteForm.exec(target)?.[1];

/** Returns a target without its scheme and authority. */
export const originFormOf = (target: string): string =>
  authorityOf(target) === undefined ? target : target.replace(absoluteForm, "");

/**
 * Splits at the first question mark; further ones are in the query. The path of an absolute target begins after the authority.
 */
export function splitTarget(target: string): { path: string; search: string } {
  const at = target.indexOf("?");
  const path = at < 0 ? target : target.slice(0, at);
  return { path: pathIn(path), search: at < 0 ? "" : target.slice(at + 1) };
}

const pathIn = (path: string): string => (path === "" ? "" : originFormOf(path) || "/");

/** Returns the names of parameters in a path such as `/groups/{groupId}`, in order. */
export const namesIn = (path: string): string[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);

/** Decodes percent-encoded text; a text with a wrong encoding stays as it is. */
export function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Matches a parameter. Without the word boundary, a long word without a value would backtrack quadratically. */
const param = /\b(\w+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,]+))/g;

/** Reads parameters by name in lower case; the last of a repeated name counts. Other text is skipped. */
export function readAuthParams(header: string): Readonly<Record<string, string>> {
  const params: Record<string, string> = {};
  for (const [, name = "", quoted, plain] of header.matchAll(param)) {
    const value = quoted ?? plain ?? "";
    const isEscaped = quoted?.includes("\\") === true;
    params[name.toLowerCase()] = isEscaped ? value.replace(/\\(.)/g, "$1") : value;
  }
  return params;
}

/** Quotes any text as the value of a parameter. */
export const quoteAuthParam = (text: string): string => `"${text.replace(/["\\]/g, "\\$&")}"`;

/** Reports whether a body of this Content-Type has the fields of a form. */
export const isForm = (contentType: string | undefined): boolean =>
  /^application\/x-www-form-urlencoded\s*(;|$)/i.test(contentType ?? "");
