// The cookies of the console, and the token that ties a form to the browser it was shown in.
import { createHmac } from "node:crypto";
import { parseCookie, stringifySetCookie } from "cookie";
import { type Keyring, sameText } from "../core/secrets/keyring.ts";

export const sessionCookie = "anteroom_session";
/** The cookie of every browser, even before anybody signs in; it lasts as long as the browser is open. */
export const formCookie = "anteroom_form";
/** Names an account that a browser has signed in to, so that failed attempts of others do not block this browser. */
export const deviceCookie = "anteroom_device";
/** The state of a sign-in with the provider, until the provider redirects back. */
export const providerCookie = "anteroom_provider";
/** The result of a form, until the next page has shown it; see `flash.ts`. */
export const doneCookie = "anteroom_done";
/** A secret on its way to the page that shows it, sealed; see `secrets/shown-once.ts`. */
export const onceCookie = "anteroom_once";
export const preferenceCookies = { language: "anteroom_language", theme: "anteroom_theme" } as const;

interface CookieOptions {
  /** True if the browser may send it over TLS only. */
  readonly secure: boolean;
  /** The lifetime in seconds; absent for as long as the browser is open, 0 to delete it. */
  readonly maxAge?: number;
}

/**
 * The prefix of cookies that a browser accepts only from the host itself over TLS, and not from a sibling of the same domain.
 */
const hostPrefix = "__Host-";

export const writeCookie = (name: string, value: string, options: CookieOptions): string =>
  stringifySetCookie({
    name: options.secure ? `${hostPrefix}${name}` : name,
    value,
    path: "/",
    httpOnly: true,
    // Links in mail open with the session, and forms of other sites are sent without it.
    sameSite: "lax",
    ...options,
  });

/** Reads the cookies of a request by the names above; over TLS, only those that this host has set. */
export function readCookies(header: string, secure: boolean): Readonly<Record<string, string | undefined>> {
  const sent = parseCookie(header);
  if (!secure) return sent;
  const own = Object.entries(sent).filter(([name]) => name.startsWith(hostPrefix));
  return Object.fromEntries(own.map(([name, value]) => [name.slice(hostPrefix.length), value]));
}

/**
 * Seals a value that only this server may read. The cookie's name is sealed with it, so a value cannot be moved to another
 * cookie.
 */
export const sealCookie = ({ seal }: Pick<Keyring, "seal">, name: string, value: string): string =>
  value === "" ? "" : seal(`${name}=${value}`);

/** Returns the sealed value; undefined if it was not sealed here, or for another cookie. */
export function unsealCookie(
  { tryUnseal }: Pick<Keyring, "tryUnseal">,
  name: string,
  sealed: string | undefined,
): string | undefined {
  // Most requests have none: trying each key on an empty text is not worth it.
  return sealed ? tryUnseal(sealed, `${name}=`) : undefined;
}

/** The hidden value of forms (CSRF): derived from the browser's cookie with the server's key. */
export const formToken = (key: Buffer, browser: string, session: string | undefined): string =>
  createHmac("sha256", key)
    .update(`${browser} ${session ?? ""}`)
    .digest("base64url");

export const isFormToken = (
  keys: readonly Buffer[],
  browser: string,
  session: string | undefined,
  given: string,
): boolean => browser !== "" && keys.some((key) => sameText(formToken(key, browser, session), given));
