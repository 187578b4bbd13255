// Sessions: their lifetime, and the secret that identifies one.
import { hour, type Instant, minute } from "./instant.ts";
import type { RemoteAddress } from "./proxies.ts";

/** The longest lifetime of a session: a working day and the evening. */
export const sessionLifetime = 12 * hour;

/** The longest time that a browser's session lasts unused: what NIST SP 800-63B-4 allows at its second level. */
export const idleLimit = hour;

/** The least interval between two writes of a session's last use, so that most page views write nothing. */
export const useInterval = 5 * minute;

/** The time for which a sign-in is recent, so that lasting access can be granted without another. */
export const recentSignIn = 15 * minute;

export const sessionExpiry = (createdAt: Instant, lastUsedAt: Instant): Instant =>
  Math.min(createdAt + sessionLifetime, lastUsedAt + idleLimit);

export interface Browser {
  /** The secret of its session; empty or undefined if it has none. */
  readonly session?: string | undefined;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly remoteAddress: RemoteAddress;
}

/** The greatest length of a text that a client says of itself; longer ones are cut, or refused. */
export const longestClaim = 200;

export const userAgentOf = (headers: { readonly "user-agent"?: string | undefined }): string =>
  (headers["user-agent"] ?? "").slice(0, longestClaim);

/** The names of browsers, the more specific first: nearly every browser also calls itself Chrome or Safari. */
const programs: readonly (readonly [RegExp, string])[] = [
  [/Edg(A|iOS)?\//, "Edge"],
  [/OPR\//, "Opera"],
  [/SamsungBrowser\//, "Samsung Internet"],
  [/Whale\//, "Whale"],
  [/(Firefox|FxiOS)\//, "Firefox"],
  [/(Chrome|Chromium|CriOS)\//, "Chrome"],
  [/Safari\//, "Safari"],
];

const systems: readonly (readonly [RegExp, string])[] = [
  [/Android/, "Android"],
  [/iPhone|iPad|iPod/, "iOS"],
  [/Windows/, "Windows"],
  [/Mac OS X|Macintosh/, "macOS"],
  [/CrOS/, "ChromeOS"],
  [/Linux/, "Linux"],
];

/** Describes a browser in a few words, such as `Firefox, Linux`, by its User-Agent; empty if that says nothing. */
export function browserName(userAgent: string): string {
  const named = (names: typeof programs) => names.find(([sign]) => sign.test(userAgent))?.[1];
  const known = [named(programs), named(systems)].filter((name) => name !== undefined);
  return known.length > 0 ? known.join(", ") : userAgent.slice(0, 40);
}
