// The parameters of the headers Authorization and WWW-Authenticate, as RFC 9110 writes them: read and quoted.

/** Without the word boundary, a long word without a value would backtrack quadratically. */
const param = /\b(\w+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,]+))/g;

/** By name in lower case; of a name that appears twice the last counts. What is no parameter is skipped. */
export function readAuthParams(header: string): Readonly<Record<string, string>> {
  const params: Record<string, string> = {};
  for (const [, name = "", quoted, plain] of header.matchAll(param)) {
    const value = quoted ?? plain ?? "";
    const isEscaped = quoted?.includes("\\") === true;
    params[name.toLowerCase()] = isEscaped ? value.replace(/\\(.)/g, "$1") : value;
  }
  return params;
}

/** A value that any text may be, in its quotes. */
export const quoteAuthParam = (text: string): string => `"${text.replace(/["\\]/g, "\\$&")}"`;
