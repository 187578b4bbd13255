// The typed client, for Anteroom and for Atlas itself: one method for each operation of the table.
import { version } from "../contract/release.ts";
import type { AtlasApi, CallOptions } from "./api.ts";
import { type ServiceAccount, sendWithToken, TokenRefused } from "./bearer.ts";
import { type ApiKey, sendWithDigest } from "./digest.ts";
import { AtlasError, AtlasUnreachable } from "./errors.ts";
import type { Received, Send } from "./exchange.ts";
import { manifest } from "./manifest.ts";
import { type Described, type Parameters, targetOf } from "./request.ts";
import { sendOver } from "./transport.ts";
import type { Input, OperationId, Reply } from "./types.ts";

export type * from "./api.ts";
export type { ApiKey, Input, OperationId, Reply, ServiceAccount };
export { AtlasError, AtlasUnreachable };

/** Where the API is and who calls it: an API key or a service account. */
export type AtlasClientOptions = (ApiKey | ServiceAccount) & {
  /** Scheme and authority, such as http://127.0.0.1:8080; Atlas itself if absent. */
  readonly baseUrl?: string;
  /** Sends the requests in place of the global `fetch`: for a proxy, or to look on. */
  readonly fetch?: typeof fetch;
};

/**
 * One method for each operation, named like its operationId. It takes path parameters, query parameters and `body` in one
 * object, and resolves to the body of the answer, in the operation's newest resource version.
 *
 * Rejects with an {@link AtlasError} when the answer is not a success, with an {@link AtlasUnreachable} when there is none,
 * and with a TypeError when a path parameter or the body is missing or a parameter is unknown.
 */
export type AtlasClient = AtlasApi;

class Client {
  readonly #send: Send;
  readonly #baseUrl: string;

  constructor(options: AtlasClientOptions) {
    const { baseUrl = "https://cloud.mongodb.com", fetch: sending = fetch } = options;
    this.#baseUrl = baseUrl.replace(/\/+$/, "");
    const send = sendOver(sending);
    this.#send =
      "publicKey" in options
        ? sendWithDigest(required(options, "publicKey", "privateKey"), send)
        : sendWithToken(required(options, "clientId", "clientSecret"), this.#baseUrl, send);
  }

  static {
    for (const [id, described] of Object.entries(manifest)) {
      Object.defineProperty(Client.prototype, id, {
        configurable: true,
        writable: true,
        value(this: Client, input?: Parameters, options?: CallOptions) {
          return this.#call(id, described, input, options);
        },
      });
    }
  }

  async #call(
    id: string,
    operation: Described,
    input: Parameters = {},
    { signal }: CallOptions = {},
  ): Promise<unknown> {
    checkInput(id, operation, input);
    const type = `application/vnd.atlas.${operation.version}+json`;
    const received = await this.#send({
      method: operation.method,
      url: `${this.#baseUrl}${targetOf(operation, input)}`,
      headers: {
        accept: type,
        "user-agent": `anteroom-client/${version}`,
        ...(operation.body && { "content-type": type }),
      },
      body: operation.body ? JSON.stringify(input.body) : undefined,
      signal,
    }).catch((reason: unknown) => {
      throw reason instanceof TokenRefused ? new AtlasError(id, reason.received) : reason;
    });
    if (received.status < 200 || received.status > 299) throw new AtlasError(id, received);
    return received.text === "" ? undefined : readReply(id, received);
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
