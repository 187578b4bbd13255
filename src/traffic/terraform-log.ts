// The log that Terraform writes with TF_LOG=debug, of which the provider's part has each request and each answer in full.
import type { Instant } from "../domain/instant.ts";
import { credentialIn, type LineReader, type LoggedCall, parseJson, type Sink, targetIn } from "./call.ts";

/** `2026-11-26T15:28:34.123Z [DEBUG] provider.terraform-provider-mongodbatlas_v2.1.0: …` */
const prefix =
  /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)) \[[A-Z]+\]\s+(?:(provider\.[^:\s]+|provider):\s?)?(.*)$/s;

const requestLine = /^(GET|POST|PUT|PATCH|DELETE) (\S+) HTTP\/[\d.]+$/;
const statusLine = /^HTTP\/[\d.]+ (\d{3})\b/;
const ruler = /^-{5,}$|^---\[ (REQUEST|RESPONSE) \]-+$/;

/** Requests whose answers are awaited; a log of more has lost some. */
const mostOpen = 1000;
/** Longest body that is read, in characters. */
const longestBody = 64 * 1024;

interface Open {
  readonly call: Omit<LoggedCall, "status">;
}

/** Whether a line is one of such a log: to tell the format of a file by its beginning. */
export const isTerraformLine = (line: string): boolean =>
  /^---\[ (REQUEST|RESPONSE) \]-+$/.test(bareOf(line)) ||
  /^\d{4}-\d\d-\d\dT\S+ \[(TRACE|DEBUG|INFO)\]\s+(provider|Terraform|Go runtime|CLI|backend|plugin|Adding|ReferenceTransformer)/.test(
    line,
  ) ||
  /^\{"@level":/.test(line);

const bareOf = (line: string): string => prefix.exec(line)?.[3] ?? line;

export function terraformReader(sink: Sink): LineReader {
  let at: Instant = Number.NaN;
  let head: { method: string; target: string; headers: Map<string, string> } | undefined;
  let body: string[] | undefined;
  let bodySize = 0;
  const open: Open[] = [];

  const flush = () => {
    if (head === undefined) return;
    const { method, target, headers } = head;
    const text = (body ?? []).join("\n").trim();
    const call = {
      ...{ at, method, target: targetIn(target) },
      accept: headers.get("accept") ?? "",
      userAgent: headers.get("user-agent") ?? "",
      credential: credentialIn(headers.get("authorization")),
      body: text === "" ? undefined : parseJson(text),
    };
    head = undefined;
    body = undefined;
    if (Number.isNaN(call.at)) return sink.unreadable();
    open.push({ call });
    // Its answer was lost, or is that of another.
    if (open.length > mostOpen) tell(open.shift(), undefined);
  };

  const tell = (known: Open | undefined, status: number | undefined) => {
    if (known !== undefined) sink.call({ ...known.call, status });
  };

  /** Answers do not say whose they are. One of a challenge belongs to a request without credentials, if there is one. */
  const answer = (status: number) => {
    const isChallenge = status === 401;
    const index = isChallenge ? open.findLastIndex(({ call }) => call.credential === null) : open.length - 1;
    const [known] = open.splice(index < 0 ? open.length - 1 : index, 1);
    tell(known, status);
  };

  const take = (text: string) => {
    const request = requestLine.exec(text);
    if (request !== null) {
      flush();
      const [, method = "", target = ""] = request;
      head = { method, target, headers: new Map() };
      return;
    }
    const status = statusLine.exec(text)?.[1];
    if (status !== undefined) {
      flush();
      return answer(Number(status));
    }
    if (head === undefined) return;
    if (ruler.test(text)) return flush();
    if (body !== undefined) {
      bodySize += text.length;
      if (bodySize <= longestBody) body.push(text);
      return;
    }
    if (text.trim() === "") {
      [body, bodySize] = [[], 0];
      return;
    }
    const [, name = "", value = ""] = /^([\w-]+):\s?(.*)$/.exec(text) ?? [];
    if (name !== "") head.headers.set(name.toLowerCase(), value.trim());
  };

  return {
    line(raw) {
      const line = raw.replace(/\r$/, "");
      if (line.startsWith("{")) {
        const entry = parseJson(line) as Record<string, unknown> | undefined;
        if (typeof entry?.["@message"] !== "string") {
          // A body is JSON, too.
          if (head !== undefined) take(line);
          return;
        }
        const time = Date.parse(String(entry["@timestamp"]));
        if (!Number.isNaN(time)) at = time;
        for (const each of entry["@message"].split("\n")) take(each.replace(/\r$/, ""));
        return;
      }
      const found = prefix.exec(line);
      if (found === null) return take(line);
      const [, time = "", , rest = ""] = found;
      const text = rest.replace(/\r$/, "");
      // The next message of Terraform itself ends whatever was being read.
      if (found[2] === undefined) flush();
      if (requestLine.test(text) || statusLine.test(text)) flush();
      at = head === undefined ? Date.parse(time) : at;
      take(text);
    },
    end() {
      flush();
      for (const each of open.splice(0)) tell(each, undefined);
    },
  };
}
