// Headers of every answer of the console: no page may be stored, framed, run scripts of other sites, or send its address to them.

const scriptlessPolicy =
  "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** The policy of pages with a script, which reads other pages of this server into a list or a dialog. */
const pagePolicy = `${scriptlessPolicy}; script-src 'self'; connect-src 'self'`;

export const securityHeaders = {
  "cache-control": "no-store",
  "content-security-policy": pagePolicy,
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "cross-origin-opener-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
};

/** The headers of a page that shows a document of this server in a frame. */
export const framingHeaders = { "content-security-policy": `${pagePolicy}; frame-src 'self'` };

/**
 * Returns the headers of a page whose form redirects to a program; without them, browsers block the redirect. A policy
 * cannot name an IPv6 address.
 */
export function leadingHeaders(address: string): Readonly<Record<string, string>> {
  const { origin, protocol, hostname } = new URL(address);
  const place = hostname.startsWith("[") ? protocol : origin;
  return {
    "content-security-policy": pagePolicy.replace("form-action 'self'", `form-action 'self' ${place}`),
  };
}

/** The headers of the framed document: it may have styles, loads nothing, and opens its links in a new window. */
export const framedHeaders = {
  "content-security-policy":
    "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; frame-ancestors 'self'",
  "x-frame-options": "SAMEORIGIN",
};
