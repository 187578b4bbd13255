// Keeps a rehearsal to the machine it runs on: web pages of others, open in the browser of who tests, reach loopback too.
import { type Fault, fault } from "../contract/errors.ts";
import { isLoopback, isLoopbackName } from "../domain/loopback.ts";
import { originOf } from "../domain/proxies.ts";
import type { Asked } from "../http/asked.ts";

interface Place {
  /** What the server listens on. A program may have one listen elsewhere, whose names nobody can know. */
  readonly host: string;
  readonly baseUrl: string | null;
}

/** Looks at a request before anything else does. */
export interface Guard {
  /** Why it is refused: for a name that is not this machine's, or as a change that a page of another site asks for. */
  refusalOf(request: Asked): Fault | undefined;
  /** Whether it is no client's but a page's of another site, or refused. Such a page may cause requests, and tells nothing by them. */
  isOfOthers(request: Asked): boolean;
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
      return !isReading && isOfOtherPage(request, baseUrl) ? fault("FOREIGN_PAGE", {}) : undefined;
    },
    isOfOthers: (request) => !isOwnName(request.headers.host ?? "") || isOfOtherPage(request, baseUrl),
  };
}

/** The pages of the console have forms; they name their origin to nobody, so that it arrives as null. */
const hasForms = (target: string) => !/^\/(_anteroom|api)\//.test(target);

/**
 * Reading is not refused: no answer allows another site to see it, and links from elsewhere shall lead here. A browser that
 * says nothing of sites says the origin.
 */
function isOfOtherPage(request: Asked, baseUrl: string | null): boolean {
  const { "sec-fetch-site": site, origin } = request.headers;
  if (site !== undefined) return site !== "same-origin" && site !== "none";
  if (origin === "null") return !hasForms(request.raw.url ?? "");
  return origin !== undefined && origin !== originOf(request, baseUrl);
}
