// The last requests of a rehearsal, and what clients did in it: calls that stay after the sunset, and requests for what is not there.
import { nameProduct, readClient } from "../domain/client.ts";
import { type Instant, toIso } from "../domain/instant.ts";
import { asking } from "../http/explain.ts";
import type { Injector } from "../http/injection.ts";
import type { Walk } from "../http/pipeline.ts";
import type { ApiAnswer } from "../http/reply.ts";
import type { Connection } from "../http/request.ts";
import type { SeeAnswer } from "../http/respond.ts";
import type { LoggedRequest, SafeCalls, SeenMissing, SeenRequest } from "./seen.ts";
import { createTally } from "./tally.ts";

const mostRequests = 1000;
/** Longest body that is kept, in bytes, so that its request can be sent again. */
const longestBody = 4096;

/** What the answer does not tell of a request of an operation. */
interface Sent {
  readonly search: string;
  readonly accept: string;
  body: string;
}

const unsent: Sent = { search: "", accept: "", body: "" };

interface Entry extends Omit<LoggedRequest, "at" | keyof Sent> {
  readonly at: Instant;
  readonly sent: Sent;
}

export function createRequestLog(now: () => Instant, injector: Pick<Injector, "choose">) {
  // A ring: the newest entry replaces the oldest.
  const entries: Entry[] = [];
  let count = 0;
  const sending = new WeakMap<Connection, Sent>();
  const safe = createTally<Pick<SafeCalls, "client">>(mostRequests);
  const missing = createTally<Omit<SeenMissing, "count" | "lastAt">>(mostRequests);

  function newestFirst(): Entry[] {
    const oldest = count % entries.length;
    return [...entries.slice(oldest), ...entries.slice(0, oldest)].reverse();
  }

  const tally: (...walked: [...Parameters<Walk>, ApiAnswer]) => void = (operation, request, answer) => {
    const { method, headers, path } = request;
    const userAgent = headers["user-agent"] ?? "";
    if (staysAfterSunset(operation, answer)) {
      const client = nameProduct(readClient(userAgent));
      safe.add(client, now(), () => ({ client }));
    }
    if (operation.surface === "none" && isLacking(answer)) {
      const what = { method, path: withoutIds(path), operationId: operation.id || null, userAgent };
      missing.add(`${method} ${what.path} ${userAgent}`, now(), () => what);
    }
  };

  return {
    requests: (): readonly SeenRequest[] =>
      newestFirst().map(({ sent: _, number: __, address: ___, at, ...answered }) => ({
        at: toIso(at),
        ...answered,
      })),
    /** The same, with what it takes to send them again. */
    log: (): readonly LoggedRequest[] =>
      newestFirst().map(({ sent, at, ...logged }) => ({ at: toIso(at), ...logged, ...sent })),
    safeCalls: (): readonly SafeCalls[] => safe.list().map(({ client, count }) => ({ client, count })),
    missing: missing.list,

    /** Logs a request, unless it is for the controls. */
    see(...[request, answer, name]: Parameters<SeeAnswer>): void {
      const { method, path, headers, connection, remoteAddress } = request;
      const { status, who = null, injected, explanation } = answer;
      if (path.startsWith("/_anteroom/")) return;
      entries[count % mostRequests] = {
        at: now(),
        operationId: name || null,
        method,
        path: pathShown(path),
        status,
        who,
        userAgent: headers["user-agent"] ?? "",
        ...(injected !== undefined && { injected }),
        ...(explanation !== undefined && { explanation }),
        number: ++count,
        address: remoteAddress.ip ?? "",
        sent: sending.get(connection) ?? unsent,
      };
    },

    /** Notes on their way what the log needs. `rehearsed`, which injects faults and explains, is walked where a rule or a request asks. */
    watch:
      (walk: Walk, rehearsed: Walk): Walk =>
      async (operation, request) => {
        const { search, headers, connection, readBody } = request;
        const sent = { search, accept: headers.accept ?? "", body: "" };
        if (connection !== undefined) sending.set(connection, sent);
        const isPlain = injector.choose === null && headers[asking] === undefined;
        const answer = await (isPlain ? walk : rehearsed)(operation, {
          ...request,
          async readBody() {
            const body = await readBody();
            const isShort = body !== undefined && body.length <= longestBody;
            if (isShort && headers["content-encoding"] === undefined) sent.body = body.toString("utf8");
            return body;
          },
        });
        tally(operation, request, answer);
        return answer;
      },

    clear(): void {
      entries.length = 0;
      count = 0;
      safe.clear();
      missing.clear();
    },
  };
}

/** Outside of the API the first part alone: links in mail have their secret in the second. */
const pathShown = (path: string): string =>
  path.startsWith("/api/") ? path : path.replace(/^(\/[^/]*)\/.+$/, "$1/…");

/** Whether the version that answered has no sunset. A refused caller has called nothing. */
const staysAfterSunset = (
  { surface, version1 }: Parameters<Walk>[0],
  { status, headers }: ApiAnswer,
): boolean =>
  surface !== "none" &&
  version1 === undefined &&
  headers.sunset === undefined &&
  ![401, 406, 410].includes(status);

/** Not a challenge, which the client answers by the same request, and not an unknown project: Atlas refuses that, too. */
const isLacking = ({ headers }: ApiAnswer): boolean =>
  ["NOT_IMPLEMENTED_BY_ANTEROOM", "RESOURCE_NOT_FOUND"].includes(headers["x-error-code"] ?? "");

const withoutIds = (path: string): string => path.replace(/(?<=\/)[0-9a-f]{24}(?=[/:]|$)/g, "{id}");
