// Sessions: how long one lasts, and what it is known by.
import { hour, type Instant, minute } from "./instant.ts";
import type { RemoteAddress } from "./proxies.ts";

/** Absolute lifetime of a session: a working day and the evening. */
export const sessionLifetime = 12 * hour;

/** The longest that a browser's session lasts unused: what NIST SP 800-63B-4 allows at its second level. */
export const idleLimit = hour;

/** The least interval between two writes of a session's last use, so that most page views write nothing. */
export const useInterval = 5 * minute;

/** The time for which a sign-in is recent, so that granting lasting access asks for no other. */
export const recentSignIn = 15 * minute;

export const sessionExpiry = (createdAt: Instant, lastUsedAt: Instant): Instant =>
  Math.min(createdAt + sessionLifetime, lastUsedAt + idleLimit);

export interface Browser {
  /** Secret of the session it has; empty or undefined where it has none. */
  readonly session?: string | undefined;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly remoteAddress: RemoteAddress;
}

/** The greatest length of what a client says of itself; longer texts are cut, or refused. */
export const longestClaim = 200;

export const userAgentOf = (headers: { readonly "user-agent"?: string | undefined }): string =>
  (headers["user-agent"] ?? "").slice(0, longestClaim);

/** The more telling word comes first: nearly every browser says of itself that it is Chrome or Safari too. */
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

/** A browser in a few words, such as `Firefox, Linux`, as it names itself; empty where it says nothing. */
export function browserName(userAgent: string): string {
  const named = (names: typeof programs) => names.find(([sign]) => sign.test(userAgent))?.[1];
  const known = [named(programs), named(systems)].filter((name) => name !== undefined);
  return known.length > 0 ? known.join(", ") : userAgent.slice(0, 40);
}
