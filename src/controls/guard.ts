// Keeps a rehearsal to its machine: pages of other sites, open in the tester's browser, reach loopback too.
import { type Fault, fault } from "../contract/errors.ts";
import { isLoopback, isLoopbackName } from "../domain/loopback.ts";
import type { HttpRequest } from "../http/request.ts";

interface Place {
  /** What the server listens on. Beyond loopback any Host is allowed, since its names are unknown. */
  readonly host: string;
  readonly baseUrl: string | null;
}

/** Checks a request before anything else. */
export interface Guard {
  /** Refuses a Host that is not this machine's, and changes from pages of other sites. */
  refusalOf(request: HttpRequest): Fault | undefined;
  /** Whether a page of another site sent it, or it has a foreign Host. Such requests are not logged. */
  isForeign(request: HttpRequest): boolean;
}

export function createGuard({ host: listening, baseUrl }: Place): Guard {
  const isAnybodys = !isLoopbackName(listening);
  const published = baseUrl === null ? null : new URL(baseUrl).host;
  const isOwnName = (host: string) => isAnybodys || isLoopback(host) || host === published;
  return {
    refusalOf(request) {
      const { host = "" } = request.headers;
      if (!isOwnName(host)) return fault("MISDIRECTED_REQUEST", { host });
      const isReading = request.method === "GET" || request.method === "HEAD";
      return !isReading && isOfOtherPage(request) ? fault("FOREIGN_PAGE", {}) : undefined;
    },
    isForeign: (request) => !isOwnName(request.headers.host ?? "") || isOfOtherPage(request),
  };
}

/** Pages of the console have forms, whose Origin is null because of their Referrer-Policy. */
const hasForms = (target: string) => !/^\/(_anteroom|api)\//.test(target);

/**
 * Reads are let through: no answer allows another site to see it (CORS), and links from elsewhere must work. Browsers without
 * Sec-Fetch-Site send Origin.
 */
function isOfOtherPage(request: HttpRequest): boolean {
  const { "sec-fetch-site": site, origin } = request.headers;
  if (site !== undefined) return site !== "same-origin" && site !== "none";
  if (origin === "null") return !hasForms(request.target);
  return origin !== undefined && origin !== request.origin;
}
