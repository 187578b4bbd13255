// The typed client, for Anteroom and for Atlas itself: one method for each operation of the table.
import { version as release } from "../contract/release.ts";
import { isVersionName, mediaType } from "../contract/versions.ts";
import { type Answer, answerOf, type Outgoing, type Received, type Send } from "./answer.ts";
import type { AtlasApi } from "./api.ts";
import { type ServiceAccount, sendWithToken, TokenRefused } from "./bearer.ts";
import { type Answered, type Call, type CallOptions, createCall, itemsOf, type ListCall } from "./call.ts";
import { type ApiKey, sendWithDigest } from "./digest.ts";
import { AtlasError, AtlasUnreachable } from "./errors.ts";
import { manifest } from "./manifest.ts";
import { type AtlasRequest, type Middleware, sendThrough } from "./middleware.ts";
import { type Described, type Parameters, targetOf } from "./request.ts";
import { askAgain, sendOver } from "./sending.ts";
import type { Input, OperationId, Reply } from "./types.ts";

export type * from "./api.ts";
export type { ApiError, BadRequestDetail, FieldViolation } from "./errors.ts";
export type {
  Answer,
  Answered,
  ApiKey,
  AtlasRequest,
  Call,
  CallOptions,
  Input,
  ListCall,
  Middleware,
  OperationId,
  Reply,
  ServiceAccount,
};
export { AtlasError, AtlasUnreachable };

/** Where the API is and who calls it: an API key or a service account. */
export type AtlasClientOptions = (ApiKey | ServiceAccount) & {
  /** Scheme and authority, such as http://127.0.0.1:8080; Atlas itself if absent. */
  readonly baseUrl?: string;
  /** Sends the requests in place of the global `fetch`: for a proxy, or to look on. */
  readonly fetch?: typeof fetch;
  /** Stand around each request, the first of them outermost. */
  readonly middleware?: readonly Middleware[];
  /** Milliseconds after which a call rejects with an {@link AtlasUnreachable}; as long as `fetch` waits if absent. */
  readonly timeoutMs?: number;
  /** How often a GET answered 429 or 503 with a Retry-After of at most a minute is repeated; 0 if absent. Changes never are. */
  readonly retries?: number;
};

/**
 * One method for each operation, named like its operationId. It takes parameters and `body` in one object, and gives a promise of the
 * body of the answer, in the newest resource version unless the options name another; `for await` goes through all pages of a list.
 * Rejects with an {@link AtlasError} when the answer is not a success, with an {@link AtlasUnreachable} when there is none,
 * and with a TypeError when a path parameter or the body is missing or a parameter is unknown.
 */
export type AtlasClient = AtlasApi;

class Client {
  readonly #send: Send;
  readonly #baseUrl: string;
  readonly #middleware: readonly Middleware[];
  readonly #usual: Pick<AtlasClientOptions, "timeoutMs" | "retries">;

  constructor(options: AtlasClientOptions = {} as AtlasClientOptions) {
    // Without it the request would go to Atlas itself. Other members of a stored credential do not matter.
    const mistyped = Object.keys(options).find((name) => name !== "baseUrl" && /^base|url$/i.test(name));
    if (mistyped !== undefined)
      throw new TypeError(`new AtlasClient: there is no option '${mistyped}'; write baseUrl`);
    const { baseUrl = "https://cloud.mongodb.com", fetch: sending = fetch, middleware = [] } = options;
    if (!/^https?:\/\//.test(baseUrl)) {
      throw new TypeError(
        `new AtlasClient: baseUrl '${baseUrl}' has no scheme; write http:// or https:// before it`,
      );
    }
    this.#baseUrl = baseUrl.replace(/\/+$/, "");
    this.#middleware = middleware;
    this.#usual = options;
    const send = sendOver(sending);
    this.#send =
      "publicKey" in options
        ? sendWithDigest(required(options, "publicKey", "privateKey"), send)
        : sendWithToken(required(options, "clientId", "clientSecret"), this.#baseUrl, send);
  }

  static {
    for (const [id, operation] of Object.entries(manifest)) {
      Object.defineProperty(Client.prototype, id, {
        configurable: true,
        writable: true,
        value(this: Client, input: Parameters = {}, options: CallOptions = {}) {
          const askFor = async (page: Parameters) =>
            (await this.#perform(id, operation, page, options)).reply;
          return createCall(this.#perform(id, operation, input, options), (first) =>
            itemsOf({ id, operation, input, askFor }, first),
          );
        },
      });
    }
  }

  async #perform(
    id: string,
    operation: Described,
    input: Parameters,
    options: CallOptions,
  ): Promise<Answered<unknown>> {
    const { version = operation.version, signal } = options;
    const { timeoutMs = this.#usual.timeoutMs, retries = this.#usual.retries ?? 0 } = options;
    refuseUnknown(id, options);
    checkInput(id, operation, input);
    if (!isVersionName(version)) {
      throw new TypeError(`${id}: '${version}' is no version; write YYYY-MM-DD or preview`);
    }
    const type = mediaType(version);
    const timeout = timeoutMs === undefined ? undefined : AbortSignal.timeout(timeoutMs);
    const outgoing: Outgoing = {
      method: operation.method,
      url: `${this.#baseUrl}${inNameOf(id, () => targetOf(operation, input))}`,
      headers: {
        accept: type,
        "user-agent": `anteroom-client/${release}`,
        ...(operation.body && { "content-type": type }),
      },
      body: operation.body ? JSON.stringify(input.body) : undefined,
      signal: signal && timeout ? AbortSignal.any([signal, timeout]) : (signal ?? timeout),
    };
    const patience = { retries: operation.method === "GET" ? retries : 0, signal: outgoing.signal };
    const received = await askAgain(() => this.#ask(id, outgoing), patience).catch((reason: unknown) => {
      throw timeout?.aborted && reason === timeout.reason
        ? new AtlasUnreachable(this.#baseUrl, reason)
        : reason;
    });
    if (received.status < 200 || received.status > 299) {
      const refusal = new AtlasError(id, received);
      // Node prints the line that the stack begins with: of the bundle it would fill the screen.
      Error.captureStackTrace?.(refusal, this.#perform);
      throw refusal;
    }
    const reply = received.text === "" ? undefined : readReply(id, received);
    return { reply, answer: answerOf(received) };
  }

  #ask(operationId: string, { method, url, headers, ...outgoing }: Outgoing): Promise<Received> {
    const request = { operationId, method, url, headers: new Headers(headers) };
    return sendThrough(this.#middleware, request, () =>
      this.#send({ ...outgoing, method, url, headers: Object.fromEntries(request.headers) }).catch(
        (reason: unknown) => {
          throw reason instanceof TokenRefused ? new AtlasError(operationId, reason.received) : reason;
        },
      ),
    );
  }
}

/**
 * A client for the access plane of the MongoDB Atlas Administration API.
 *
 * @example
 * const atlas = new AtlasClient({ baseUrl: "http://127.0.0.1:8080", publicKey, privateKey });
 * const invite = await atlas.updateGroupInvites({
 *   groupId: "32b6e34b3d91647abb20e7b8",
 *   body: { roles: ["GROUP_READ_ONLY"], username: "hello@example.com" },
 * });
 */
export const AtlasClient = Client as unknown as new (options: AtlasClientOptions) => AtlasClient;

const ofCalls = ["version", "signal", "timeoutMs", "retries"];

function refuseUnknown(id: string, options: object): void {
  const unknown = Object.keys(options).find((name) => !ofCalls.includes(name));
  if (unknown !== undefined) {
    throw new TypeError(`${id}: there is no option '${unknown}'; there are ${ofCalls.join(", ")}`);
  }
}

/** Programs without types may leave out what the types demand. */
function required<O extends object, Name extends keyof O & string>(options: O, ...names: Name[]): O {
  for (const name of names) {
    if (typeof options[name] !== "string" || options[name] === "") {
      throw new TypeError(
        `new AtlasClient: '${name}' is missing; give publicKey and privateKey, or clientId and clientSecret`,
      );
    }
  }
  return options;
}

/** Errors name the operation. */
function inNameOf<T>(id: string, work: () => T): T {
  try {
    return work();
  } catch (reason) {
    throw reason instanceof TypeError ? new TypeError(`${id}: ${reason.message}`) : reason;
  }
}

function checkInput(id: string, { path, query, body }: Described, input: Parameters): void {
  const known = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  known.push(...query, ...(body ? ["body"] : []));
  const unknown = Object.keys(input).find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new TypeError(`${id} takes no parameter '${unknown}'; it takes ${known.join(", ") || "none"}`);
  }
  if (body && input.body === undefined) throw new TypeError(`${id}: the parameter 'body' is missing`);
}

function readReply(id: string, { headers, text }: Received): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const type = headers.get("content-type") ?? "no type";
    throw new Error(`${id}: the answer is ${type}, not JSON; does baseUrl name an Atlas API?`, { cause });
  }
}
