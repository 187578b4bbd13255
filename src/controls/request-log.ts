// The last requests of a rehearsal, and what clients did in it: calls that stay after the sunset, and requests for what is not there.
import { splitTarget } from "../contract/target.ts";
import { nameProduct, readClient } from "../domain/client.ts";
import { type Instant, toIso } from "../domain/instant.ts";
import type { AnsweredRequest } from "../http/observe.ts";
import type { Walk } from "../http/pipeline.ts";
import type { OperationRequest } from "../http/pipeline-request.ts";
import type { ApiAnswer } from "../http/reply.ts";
import type { LoggedRequest, SafeCalls, SeenMissing, SeenRequest } from "./seen.ts";
import { createTally } from "./tally.ts";

export interface RequestLog {
  /** The last requests, newest first. */
  requests(): readonly SeenRequest[];
  /** The same, with what it takes to send them again. */
  log(): readonly LoggedRequest[];
  /** Calls of versions that stay, since the start or the last reset. */
  safeCalls(): readonly SafeCalls[];
  /** Requests for what is not there, in the order in which each was first made. */
  missing(): readonly SeenMissing[];
  /** Logs a request, unless it is for the controls. `requestId` is its id in the pipeline. */
  see(answered: AnsweredRequest, requestId: string): void;
  /** The pipeline, with what the log needs of requests noted on their way. */
  watch(walk: Walk): Walk;
}

const mostRequests = 1000;
/** Longest body that is kept, in bytes, so that its request can be sent again. */
const longestBody = 4096;

/** What the answer does not tell of a request. */
interface Sent {
  readonly search: string;
  readonly accept: string;
  body: string;
}

const unsent: Sent = { search: "", accept: "", body: "" };

interface Entry extends AnsweredRequest {
  readonly at: Instant;
  readonly number: number;
  readonly sent: Sent;
}

export function createRequestLog(now: () => Instant): RequestLog & { clear(): void } {
  // A ring: the newest entry replaces the oldest.
  const entries: Entry[] = [];
  let seenCount = 0;
  const sending = createSending();
  const safe = createTally<Pick<SafeCalls, "client">>(mostRequests);
  const missing = createTally<Omit<SeenMissing, "count" | "lastAt">>(mostRequests);

  function newestFirst(): Entry[] {
    const oldest = seenCount % entries.length;
    return [...entries.slice(oldest), ...entries.slice(0, oldest)].reverse();
  }

  function tally(
    operation: Parameters<Walk>[0],
    { method, target, headers }: OperationRequest,
    answer: ApiAnswer,
  ) {
    const userAgent = headers["user-agent"] ?? "";
    if (staysAfterSunset(operation, answer)) {
      const client = nameProduct(readClient(userAgent));
      safe.add(client, now(), () => ({ client }));
    }
    // Not a challenge: the client repeats the request, which would count twice.
    if (operation.surface === "none" && answer.status === 404) {
      const what = { method, path: withoutIds(splitTarget(target).path), userAgent };
      missing.add(`${method} ${what.path} ${userAgent}`, now(), () => what);
    }
  }

  return {
    requests: () =>
      newestFirst().map(({ sent: _, number: __, at, ...answered }) => ({ at: toIso(at), ...answered })),

    log: () => newestFirst().map(({ sent, at, ...logged }) => ({ at: toIso(at), ...logged, ...sent })),

    safeCalls: () => safe.list().map(({ client, count }) => ({ client, count })),

    missing: missing.list,

    see(answered, requestId) {
      const sent = sending.take(requestId);
      if (answered.path.startsWith("/_anteroom/")) return;
      const number = seenCount + 1;
      entries[seenCount++ % mostRequests] = { at: now(), ...answered, number, sent };
    },

    watch: (walk) => async (operation, request) => {
      const answer = await walk(operation, { ...request, readBody: sending.note(request) });
      tally(operation, request, answer);
      return answer;
    },

    clear() {
      entries.length = 0;
      seenCount = 0;
      safe.clear();
      missing.clear();
    },
  };
}

/** What requests under way have sent, by their id. */
function createSending() {
  const byId = new Map<string, Sent>();
  return {
    /** Keeps a request until it is logged, and its body once it is read. Returns what reads the body. */
    note({ requestId, target, headers, readBody }: OperationRequest): OperationRequest["readBody"] {
      const sent = { search: splitTarget(target).search, accept: headers.accept ?? "", body: "" };
      // Requests of pages of other sites are answered, and never logged.
      const [oldest] = byId.size < mostRequests ? [] : byId.keys();
      if (oldest !== undefined) byId.delete(oldest);
      byId.set(requestId, sent);
      return async () => {
        const body = await readBody();
        const isPlain = headers["content-encoding"] === undefined;
        if (body !== undefined && isPlain && body.length <= longestBody) sent.body = body.toString("utf8");
        return body;
      };
    },
    take(requestId: string): Sent {
      const sent = byId.get(requestId) ?? unsent;
      byId.delete(requestId);
      return sent;
    },
  };
}

/** Whether the version that answered has no sunset. A refused caller has called nothing. */
const staysAfterSunset = ({ surface }: Parameters<Walk>[0], { status, headers }: ApiAnswer): boolean =>
  surface !== "none" && headers.sunset === undefined && ![401, 406, 410].includes(status);

const withoutIds = (path: string): string => path.replace(/(?<=\/)[0-9a-f]{24}(?=[/:]|$)/g, "{id}");
