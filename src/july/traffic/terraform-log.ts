// Reads the log that Terraform writes with TF_LOG=debug: the provider's part has each request and answer in full.
import type { Instant } from "../../core/domain/instant.ts";
import { credentialIn, type LineReader, type LoggedCall, parseJson, type Sink, targetIn } from "./call.ts";

/** Matches `2026-11-26T15:28:34.123Z [DEBUG] provider.terraform-provider-mongodbatlas_v2.1.0: …`. */
const prefix =
  /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)) \[[A-Z]+\]\s+(?:(provider\.[^:\s]+|provider):\s?)?(.*)$/s;

const requestLine = /^(GET|POST|PUT|PATCH|DELETE) (\S+) HTTP\/[\d.]+$/;
const statusLine = /^HTTP\/[\d.]+ (\d{3})\b/;
const ruler = /^-{5,}$|^---\[ (REQUEST|RESPONSE) \]-+$/;
/** The most open requests; a log with more has lost answers. */
const mostOpen = 1000;
/** The longest body in characters. */
const longestBody = 64 * 1024;

export const isTerraformLine = (line: string): boolean =>
  /^---\[ (REQUEST|RESPONSE) \]-+$/.test(bareOf(line)) ||
  /^\d{4}-\d\d-\d\dT\S+ \[(TRACE|DEBUG|INFO)\]\s+(provider|Terraform|Go runtime|CLI|backend|plugin|Adding|ReferenceTransformer)/.test(
    line,
  ) ||
  /^\{"@level":/.test(line);

const bareOf = (line: string): string => prefix.exec(line)?.[3] ?? line;

export const terraformReader = (sink: Sink): LineReader => new TerraformReader(sink);

type Call = Omit<LoggedCall, "status">;

class TerraformReader implements LineReader {
  readonly #sink: Sink;
  /** The requests without an answer so far. */
  readonly #open: Call[] = [];
  #at: Instant = Number.NaN;
  #head: { method: string; target: string; headers: Map<string, string> } | undefined;
  #body: string[] | undefined;
  #bodySize = 0;

  constructor(sink: Sink) {
    this.#sink = sink;
  }

  line(raw: string): void {
    const line = raw.replace(/\r$/, "");
    if (line.startsWith("{")) return void this.#takeJson(line);
    const found = prefix.exec(line);
    if (found === null) return void this.#take(line);
    const [, time = "", provider, rest = ""] = found;
    const text = rest.replace(/\r$/, "");
    // A message of Terraform itself ends a request as well.
    if (provider === undefined || requestLine.test(text) || statusLine.test(text)) this.#endRequest();
    if (this.#head === undefined) this.#at = Date.parse(time);
    this.#take(text);
  }

  end(): void {
    this.#endRequest();
    for (const call of this.#open.splice(0)) this.#sink.call({ ...call, status: undefined });
  }

  /** Reads a line of a JSON log, or of a body. */
  #takeJson(line: string): void {
    const entry = parseJson(line) as Record<string, unknown> | undefined;
    if (typeof entry?.["@message"] !== "string") {
      if (this.#head !== undefined) this.#take(line);
      return;
    }
    const time = Date.parse(String(entry["@timestamp"]));
    if (!Number.isNaN(time)) this.#at = time;
    for (const each of entry["@message"].split("\n")) this.#take(each.replace(/\r$/, ""));
  }

  #take(text: string): void {
    const request = requestLine.exec(text);
    if (request !== null) {
      this.#endRequest();
      const [, method = "", target = ""] = request;
      this.#head = { method, target, headers: new Map() };
      return;
    }
    const status = statusLine.exec(text)?.[1];
    if (status !== undefined) {
      this.#endRequest();
      this.#answer(Number(status));
    } else if (this.#head !== undefined) {
      if (ruler.test(text)) this.#endRequest();
      else if (this.#body !== undefined) this.#takeBody(this.#body, text);
      else this.#takeHeader(this.#head.headers, text);
    }
  }

  #takeBody(body: string[], text: string): void {
    this.#bodySize += text.length;
    if (this.#bodySize <= longestBody) body.push(text);
  }

  #takeHeader(headers: Map<string, string>, text: string): void {
    if (text.trim() === "") {
      this.#body = [];
      this.#bodySize = 0;
      return;
    }
    const [, name = "", value = ""] = /^([\w-]+):\s?(.*)$/.exec(text) ?? [];
    if (name !== "") headers.set(name.toLowerCase(), value.trim());
  }

  #endRequest(): void {
    if (this.#head === undefined) return;
    const { method, target, headers } = this.#head;
    const text = (this.#body ?? []).join("\n").trim();
    this.#head = undefined;
    this.#body = undefined;
    if (Number.isNaN(this.#at)) return void this.#sink.unreadable();
    this.#open.push({
      at: this.#at,
      method,
      target: targetIn(target),
      accept: headers.get("accept") ?? "",
      userAgent: headers.get("user-agent") ?? "",
      credential: credentialIn(headers.get("authorization")),
      body: text === "" ? undefined : parseJson(text),
    });
    // A request that is open for so long has no answer in the log.
    const lost = this.#open.length > mostOpen ? this.#open.shift() : undefined;
    if (lost !== undefined) this.#sink.call({ ...lost, status: undefined });
  }

  /**
   * Assigns an answer, which does not name its request. A challenge belongs to a request without credentials, if there is one.
   */
  #answer(status: number): void {
    const last = this.#open.length - 1;
    const index = status === 401 ? this.#open.findLastIndex(({ credential }) => credential === null) : last;
    const [call] = this.#open.splice(index < 0 ? last : index, 1);
    if (call !== undefined) this.#sink.call({ ...call, status });
  }
}
