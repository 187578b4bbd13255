// A proxy to Atlas or another Anteroom that reports each call without secrets.
import {
  createServer,
  type IncomingMessage,
  request as requestHttp,
  type Server,
  type ServerResponse,
} from "node:http";
import { createServer as createSecureServer, request as requestHttps } from "node:https";
import { pipeline } from "node:stream";
import { match, targetOf } from "../../atlas/endings.ts";
import { maskExample, struckOut } from "../../core/domain/deprecated-call.ts";
import type { Instant } from "../../core/domain/instant.ts";
import { userAgentOf } from "../../core/domain/session.ts";
import { credentialIn, type LoggedCall, parseJson, targetIn } from "./call.ts";

interface Parts {
  /** The scheme and authority, without a path. */
  readonly upstream: URL;
  readonly now: () => Instant;
  /** The certificate in PEM form; null for plain HTTP. */
  readonly certificate: { readonly cert: string; readonly key: string } | null;
  /** Receives each answered request, with everything secret or personal masked. */
  readonly record: (call: LoggedCall) => void;
}

/** The hop-by-hop headers (RFC 9110, 7.6.1). */
const ofConnection = new Set([
  "connection",
  "keep-alive",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
  "expect",
  "host",
]);

/** The size in bytes from which bodies are passed on unread. */
const largestBody = 64 * 1024;

/** Creates a recorder. Path, query and headers are forwarded unchanged, so that digest signatures stay valid. */
export function createRecorder({ upstream, certificate, now, record }: Parts): Server {
  const send = upstream.protocol === "https:" ? requestHttps : requestHttp;

  function pass(incoming: IncomingMessage, outgoing: ServerResponse): void {
    const { method = "GET", url = "/" } = incoming;
    const at = now();
    const matched = match({ method, target: url, accept: incoming.headers.accept ?? "" });
    const body: Buffer[] = [];
    let size = 0;
    if (matched !== undefined && incoming.headers["content-encoding"] === undefined) {
      incoming.on("data", (chunk: Buffer) => {
        size += chunk.length;
        if (size <= largestBody) body.push(chunk);
      });
    }
    const passed = send(upstream, {
      method,
      path: targetIn(url),
      headers: { ...headersOf(incoming), host: upstream.host },
    });
    const note = (status: number | undefined) =>
      record(describe(incoming, at, status, size <= largestBody ? Buffer.concat(body) : Buffer.alloc(0)));
    passed.on("response", (answer) => {
      note(answer.statusCode);
      outgoing.writeHead(answer.statusCode ?? 502, answer.statusMessage, headersOf(answer));
      pipeline(answer, outgoing, () => {});
    });
    passed.on("error", (reason) => {
      if (outgoing.headersSent || incoming.destroyed) {
        outgoing.destroy();
        return;
      }
      note(undefined);
      const detail = `anteroom record: ${upstream.origin} did not answer: ${reason.message}`;
      outgoing.writeHead(502, { "content-type": "application/json", connection: "close" });
      outgoing.end(JSON.stringify({ error: 502, detail }));
    });
    outgoing.on("close", () => {
      if (!outgoing.writableFinished) passed.destroy();
    });
    incoming.on("error", () => passed.destroy());
    incoming.pipe(passed);
  }

  return certificate === null ? createServer(pass) : createSecureServer(certificate, pass);
}

/** Returns the headers with their original names, and repeated ones as a list. */
function headersOf({ rawHeaders }: IncomingMessage): Record<string, string | string[]> {
  const headers: Record<string, string | string[]> = {};
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const [name = "", value = ""] = rawHeaders.slice(index, index + 2);
    if (ofConnection.has(name.toLowerCase())) continue;
    const before = headers[name];
    headers[name] = before === undefined ? value : [before, value].flat();
  }
  return headers;
}

function describe(
  { method = "GET", url = "/", headers }: IncomingMessage,
  at: Instant,
  status: number | undefined,
  body: Buffer,
): LoggedCall {
  const accept = headers.accept ?? "";
  return {
    at,
    method,
    accept: accept.slice(0, 200),
    status,
    ...shown(method, targetIn(url), accept, parseJson(body.toString("utf8"))),
    userAgent: userAgentOf(headers),
    credential: credentialIn(headers.authorization),
  };
}

/**
 * Returns the parts of target and body that may be recorded: of operations that end as in every report, of others the path
 * without names.
 */
function shown(method: string, target: string, accept: string, body: unknown) {
  const matched = match({ method, target, accept });
  if (matched === undefined) return { target: withoutNames(target), body: undefined };
  const { operation, params, search } = matched;
  const masked = maskExample({ params, search, body }, Object.keys(operation.query));
  return { target: targetOf(operation, masked), body: masked.body };
}

/** Returns a target with only words of the API's paths, and ids; without names and query. */
const withoutNames = (target: string): string =>
  target
    .replace(/[?#].*$/s, "")
    .split("/")
    .slice(0, 12)
    .map((part) =>
      /^([0-9a-f]{24}|v\d(\.\d)?|[a-zA-Z]{1,24}(:[a-zA-Z]{1,24})?|)$/.test(part) ? part : struckOut,
    )
    .join("/");
