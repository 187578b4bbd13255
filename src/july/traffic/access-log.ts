// Access logs of proxies: nginx's combined format, also Apache's and Caddy's, Envoy's, AWS's load balancers', and lines of
// JSON.
import type { CallerNamed } from "../../core/domain/deprecated-call.ts";
import type { Instant } from "../../core/domain/instant.ts";
import { credentialIn, type LineReader, type LoggedCall, parseJson, type Sink, targetIn } from "./call.ts";

const quoted = String.raw`"((?:[^"\\]|\\.)*)"`;

/** Matches `host ident user [time] "request" status bytes "referer" "agent" …`; the last two may be missing. */
const combined = new RegExp(
  String.raw`^\S+ \S+ \S+ \[([^\]]+)\] ${quoted} (\d{3}) \S+(?: ${quoted} ${quoted})?(.*)$`,
);
/** Matches `type time elb client target t t t status status bytes bytes "request" "agent" …`. */
const loadBalancer = new RegExp(
  String.raw`^(?:https?|h2|grpcs|wss?) (\d{4}-\S+Z) (?:\S+ ){6}(\d{3}|-) \S+ \S+ \S+ ${quoted} ${quoted}`,
);
/** Matches `[time] "request" status flags … "forwarded" "agent" …`. */
const envoy = new RegExp(
  String.raw`^\[(\d{4}-\S+Z)\] ${quoted} (\d{1,3}) [^"]*(?:"[^"]*" )*?${quoted} ${quoted}`,
);

export function accessLogReader(sink: Sink): LineReader {
  return {
    line(text) {
      if (text.trim() === "") return;
      const call = text.startsWith("{") ? readJsonLine(text) : readTextLine(text);
      if (call === undefined) sink.unreadable();
      else sink.call(call);
    },
    end() {},
  };
}

export const isAccessLogLine = (text: string): boolean =>
  (text.startsWith("{") ? readJsonLine(text) : readTextLine(text)) !== undefined;

function readTextLine(line: string): LoggedCall | undefined {
  const inCombined = combined.exec(line);
  if (inCombined !== null) {
    const [, time = "", request = "", status = "", , agent = "", rest = ""] = inCombined;
    return compose(readApacheTime(time), request, status, agent, acceptIn(rest));
  }
  const inBalancer = loadBalancer.exec(line);
  if (inBalancer !== null) {
    const [, time = "", status = "", request = "", agent = ""] = inBalancer;
    return compose(Date.parse(time), request, status, agent, undefined);
  }
  const inEnvoy = envoy.exec(line);
  if (inEnvoy === null) return undefined;
  const [, time = "", request = "", status = ""] = inEnvoy;
  // X-Forwarded-For and User-Agent come after the flags and numbers.
  const [, , agent = ""] = [...line.slice(line.indexOf('"')).matchAll(/"([^"]*)"/g)].map(([, text]) => text);
  return compose(Date.parse(time), request, status, agent, acceptIn(line));
}

function compose(at: Instant, request: string, status: string, agent: string, accept: string | undefined) {
  const [method = "", target = ""] = request.split(" ");
  if (Number.isNaN(at)) return undefined;
  // A request that the proxy could not parse has no request line, and is skipped.
  const userAgent = agent === "-" ? "" : agent;
  const code = Number(status);
  return {
    at,
    method,
    target: targetIn(target),
    accept,
    userAgent,
    credential: null,
    body: undefined,
    status: Number.isNaN(code) || code === 0 ? undefined : code,
  };
}

/** Finds a media type of Atlas in added fields, such as `"$http_accept"`. */
const acceptIn = (text: string): string | undefined =>
  /application\/vnd\.atlas\.[\w-]+\+json/i.exec(text)?.[0];

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** Reads `26/Nov/2026:15:28:34 +0100`. */
function readApacheTime(text: string): Instant {
  const found = /^(\d\d)\/(\w{3})\/(\d{4}):(\d\d:\d\d:\d\d) ([+-]\d\d)(\d\d)$/.exec(text);
  if (found === null) return Number.NaN;
  const [, day, name = "", year, time, hours, minutes] = found;
  const month = String(months.indexOf(name) + 1).padStart(2, "0");
  return Date.parse(`${year}-${month}-${day}T${time}${hours}:${minutes}`);
}

/** The names of members in logs of nginx, Caddy, Envoy, Traefik, and of `anteroom record`. */
const names = {
  time: ["at", "ts", "time", "timestamp", "@timestamp", "time_iso8601", "start_time", "StartUTC", "msec"],
  method: ["method", "request_method", "RequestMethod", "http_method"],
  target: ["target", "uri", "request_uri", "RequestPath", "path", "url", "authority_path"],
  request: ["request"],
  status: ["status", "response_code", "DownstreamStatus", "status_code"],
  agent: ["userAgent", "user_agent", "http_user_agent", "request_User-Agent", "agent"],
  accept: ["accept", "http_accept", "request_Accept"],
  authorization: ["http_authorization", "request_Authorization"],
} as const;

type Members = Readonly<Record<string, unknown>>;

const isMembers = (value: unknown): value is Members =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function pick(members: Members, from: readonly string[]): string | undefined {
  for (const name of from) {
    const value = members[name];
    if (typeof value === "string" && value !== "") return value;
    if (typeof value === "number") return String(value);
  }
  return undefined;
}

/** Returns a header of a request that is logged with all headers, as a text or as a list of texts. */
function headerIn(headers: unknown, name: string): string | undefined {
  if (!isMembers(headers)) return undefined;
  const found = Object.entries(headers).find(([each]) => each.toLowerCase() === name)?.[1];
  const first = Array.isArray(found) ? found[0] : found;
  return typeof first === "string" ? first : undefined;
}

function readJsonLine(line: string): LoggedCall | undefined {
  const whole = parseJson(line);
  if (!isMembers(whole)) return undefined;
  const inside = isMembers(whole.request) ? { ...whole, ...whole.request } : whole;
  const requestLine = pick(whole, names.request)?.split(" ");
  const method = pick(inside, names.method) ?? requestLine?.[0];
  const target = pick(inside, names.target) ?? requestLine?.[1];
  const at = readTime(pick(whole, names.time));
  if (method === undefined || target === undefined || Number.isNaN(at)) return undefined;
  const status = Number(pick(whole, names.status));
  const headers = inside.headers;
  return {
    at,
    method,
    target: targetIn(target),
    accept: pick(inside, names.accept) ?? headerIn(headers, "accept"),
    userAgent: pick(inside, names.agent) ?? headerIn(headers, "user-agent") ?? "",
    status: Number.isInteger(status) && status > 0 ? status : undefined,
    credential:
      readCredential(whole.credential) ??
      credentialIn(pick(inside, names.authorization) ?? headerIn(headers, "authorization")),
    body: whole.body,
  };
}

function readCredential(value: unknown): CallerNamed | undefined {
  if (!isMembers(value)) return undefined;
  const { kind, id, name } = value;
  const isKind = kind === "API_KEY" || kind === "SERVICE_ACCOUNT" || kind === "USER";
  if (!isKind || typeof id !== "string" || typeof name !== "string") return undefined;
  return { kind, id: id.slice(0, 64), name: name.slice(0, 64) };
}

/** Reads ISO 8601, Apache's own form, or seconds or milliseconds since 1970. */
function readTime(text: string | undefined): Instant {
  if (text === undefined) return Number.NaN;
  if (/^\d+(\.\d+)?$/.test(text)) {
    const number = Number(text);
    return Math.round(number < 1e11 ? number * 1000 : number);
  }
  const apache = readApacheTime(text);
  return Number.isNaN(apache) ? Date.parse(text) : apache;
}
