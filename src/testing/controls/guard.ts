// Protects a rehearsal on its machine: pages of other sites, open in the tester's browser, can reach loopback too.
import { type Fault, fault } from "../../core/contract/errors.ts";
import { isLoopback, isLoopbackName } from "../../core/domain/loopback.ts";
import type { ReceivedRequest } from "../../core/http/request.ts";
import type { Respond } from "../../core/http/respond.ts";
import type { Settings } from "../../core/settings/settings.ts";

type Place = Pick<Settings, "host" | "baseUrl">;

/** Refuses a Host that is not this machine's, and changes from pages of other sites. Neither is listed. */
export function guarded({ host: listening, baseUrl }: Place, respond: Respond): Respond {
  // Beyond loopback any Host is allowed, since the names of the server are unknown.
  const isAnybodys = !isLoopbackName(listening);
  const published = baseUrl === null ? null : nameIn(new URL(baseUrl).host);

  function refusalOf(host: string, isOfOther: boolean, method: string): Fault | undefined {
    const isOwnName = isAnybodys || isLoopback(host) || nameIn(host) === published;
    if (!isOwnName) return fault("MISDIRECTED_REQUEST", { host });
    return isOfOther && method !== "GET" && method !== "HEAD" ? fault("FOREIGN_PAGE", {}) : undefined;
  }

  return (received) => {
    const isOfOther = isOfOtherPage(received);
    const refusal = isOldHealthCheck(received)
      ? undefined
      : refusalOf(received.headers.host ?? "", isOfOther, received.method);
    return respond(Object.assign(received, { refusal, isForeign: isOfOther || refusal !== undefined }));
  };
}

/** Reports whether a request is that of an old load balancer: in HTTP/1.0 without Host, as no browser sends it. */
const isOldHealthCheck = ({ path, headers }: ReceivedRequest): boolean =>
  path === "/healthz" && headers.host === undefined;

/** Returns the name without the default port, which some clients add. */
const nameIn = (host: string): string => host.replace(/:\d+$/, "");

/** Reports whether pages have forms, whose Origin is null because of their Referrer-Policy. */
const hasForms = (path: string) => !/^\/(_anteroom|api)\//.test(path);

/**
 * Reports whether a page of another site sent a change. Reads pass: CORS shows no answer to another site, and links must work.
 * Browsers without Sec-Fetch-Site send Origin.
 */
function isOfOtherPage(request: ReceivedRequest): boolean {
  const { "sec-fetch-site": site, origin } = request.headers;
  if (site !== undefined) return site !== "same-origin" && site !== "none";
  if (origin === "null") return !hasForms(request.path);
  return origin !== undefined && origin !== request.origin;
}
