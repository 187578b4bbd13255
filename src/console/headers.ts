// Headers of every answer of the console: no page may be stored, framed, run scripts of other sites, or send its address to them.

const scriptlessPolicy =
  "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** The script reads pages of this server again, into a list or a dialog. */
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

/** Of a page that shows a document of this server in a frame. */
export const framingHeaders = { "content-security-policy": `${pagePolicy}; frame-src 'self'` };

/** Of a page whose forms lead on to a program: browsers stop a form whose answer leads elsewhere. A policy cannot name an address of IPv6. */
export function leadingHeaders(address: string): Readonly<Record<string, string>> {
  const { origin, protocol, hostname } = new URL(address);
  const place = hostname.startsWith("[") ? protocol : origin;
  return {
    "content-security-policy": pagePolicy.replace("form-action 'self'", `form-action 'self' ${place}`),
  };
}

/** Of the document in the frame: it may be styled, loads nothing, and opens its links in another window. */
export const framedHeaders = {
  "content-security-policy":
    "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; frame-ancestors 'self'",
  "x-frame-options": "SAMEORIGIN",
};
