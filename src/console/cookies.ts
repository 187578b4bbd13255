// The cookies of the console, and the token that ties a form to the browser it was shown in.
import { createHmac } from "node:crypto";
import { stringifySetCookie } from "cookie";
import { sameText } from "../secrets/keyring.ts";

export const sessionCookie = "anteroom_session";
/** Lives as long as the browser is open, also before anybody signs in. */
export const formCookie = "anteroom_form";
/** Names an account a browser has signed in to before, so that others' failed attempts do not count against it. */
export const deviceCookie = "anteroom_device";
/** What must come back from the provider, while somebody is on the way there. */
export const providerCookie = "anteroom_provider";
export const preferenceCookies = { language: "anteroom_language", theme: "anteroom_theme" } as const;

interface CookieOptions {
  /** Whether the browser may send it over TLS only. */
  readonly secure: boolean;
  /** Seconds; absent for as long as the browser is open, 0 to take it away. */
  readonly maxAge?: number;
}

export const writeCookie = (name: string, value: string, options: CookieOptions): string =>
  // Lax: who follows a link from a message is known, and no form of another site brings a cookie along.
  stringifySetCookie({ name, value, path: "/", httpOnly: true, sameSite: "lax", ...options });

/** What a form carries: it follows from the browser's cookie and cannot be made without the server's key. */
export const formToken = (key: Buffer, browser: string, session: string | undefined): string =>
  createHmac("sha256", key)
    .update(`${browser} ${session ?? ""}`)
    .digest("base64url");

export const isFormToken = (
  key: Buffer,
  browser: string,
  session: string | undefined,
  given: string,
): boolean => browser !== "" && sameText(formToken(key, browser, session), given);
