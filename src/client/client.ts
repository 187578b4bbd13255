// The typed client, for Anteroom and for Atlas itself: one method for each operation of the table, and one for all others.
import { namesIn } from "../core/contract/http-syntax.ts";
import { newestVersion } from "../core/contract/versions.ts";
import type { Answer } from "./answer.ts";
import type { AtlasApi } from "./api.ts";
import { type ServiceAccount, sendWithToken } from "./bearer.ts";
import {
  type Answered,
  type Call,
  type CallOptions,
  createCall,
  type ItemOf,
  type ListCall,
  type RequestOptions,
} from "./call.ts";
import { perform, type Way } from "./calling.ts";
import { type ApiKey, sendWithDigest } from "./digest.ts";
import { AtlasError, AtlasUnreachable } from "./errors.ts";
import { manifest } from "./manifest.ts";
import type { AtlasRequest, Middleware } from "./middleware.ts";
import { itemsOf } from "./pages.ts";
import {
  checkPath,
  checkTimeout,
  type Described,
  inNameOf,
  type Parameters,
  refuseUnknown,
  targetOf,
} from "./request.ts";
import { sendOver } from "./sending.ts";
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
  RequestOptions,
  ServiceAccount,
};
export { AtlasError, AtlasUnreachable };

/** The address of the API and the caller: an API key or a service account. */
export type AtlasClientOptions = (ApiKey | ServiceAccount) & {
  /** The scheme and authority, such as http://127.0.0.1:8080; Atlas itself if absent. */
  readonly baseUrl?: string;
  /** Sends the requests instead of the global `fetch`: for a proxy, or to watch them. */
  readonly fetch?: typeof fetch;
  /** The functions around each request, the first of them outermost. */
  readonly middleware?: readonly Middleware[];
  /** The milliseconds after which a call rejects with an {@link AtlasUnreachable}; the limit of `fetch` if absent. */
  readonly timeoutMs?: number;
  /**
   * The number of retries after 429, 502, 503 or 504, or without an answer; 3 if absent. A change by POST or PATCH is only
   * repeated if it cannot have been made.
   */
  readonly retries?: number;
  /** The version that `request` asks for; the newest that this client knows if absent. */
  readonly version?: string;
};

/**
 * The API as methods, one for each operation, with the name of its operationId. A method takes parameters and `body` in one
 * object, and returns a promise of the body of the answer, in the newest resource version unless the options name another; `for
 * await` reads all pages of a list. It rejects with an {@link AtlasError} if the answer is not a success, with an {@link
 * AtlasUnreachable} if there is none, with the reason of the signal that ended it, and with a TypeError, before anything is
 * sent, if a path parameter or the body is missing or a parameter is unknown.
 */
export interface AtlasClient extends AtlasApi {
  /**
   * Calls any other path of Atlas in the same way. A reply is JSON, unless `accept` asks for something else: then it is text
   * where the answer says so (CSV is), and otherwise a Uint8Array.
   *
   * @example
   * const path = "/api/atlas/v2/groups/{groupId}/clusters";
   * for await (const { name } of atlas.request<{ results: Cluster[] }>("GET", path, { params: { groupId } }))
   * console.log(name);
   */
  request<Reply = unknown>(
    method: "GET" | "HEAD" | "POST" | "PUT" | "PATCH" | "DELETE",
    path: string,
    options?: RequestOptions,
  ): ListCall<Reply, ItemOf<Reply>>;
}

class Client {
  readonly #way: Way;
  /** The version of `request`. */
  readonly #version: string;

  constructor(options: AtlasClientOptions = {} as AtlasClientOptions) {
    inNameOf("new AtlasClient", () => {
      refuseUnknown("option", options, ofClients, besideCredentials);
      checkTimeout(options.timeoutMs);
    });
    const { baseUrl: given = "https://cloud.mongodb.com", fetch: sending = fetch, middleware = [] } = options;
    // The error does not show the address, since it may contain a password.
    if (/[?#@]/.test(given)) throw new TypeError("new AtlasClient: baseUrl cannot have @, ? or #");
    if (!/^https?:\/\//.test(given)) {
      throw new TypeError(
        `new AtlasClient: baseUrl '${given}' has no scheme; write http:// or https:// before it`,
      );
    }
    if (!URL.canParse(given)) throw new TypeError(`new AtlasClient: baseUrl '${given}' is no address`);
    const baseUrl = given.replace(/\/+$/, "");
    const { timeoutMs, retries, version = newestVersion } = options;
    const over = sendOver(sending);
    const send =
      "publicKey" in options
        ? sendWithDigest(required(options, "publicKey", "privateKey"), over)
        : sendWithToken(required(options, "clientId", "clientSecret"), baseUrl, over);
    this.#way = { baseUrl, send, middleware, timeoutMs, retries };
    this.#version = version;
  }

  static {
    for (const [id, operation] of Object.entries(manifest)) {
      const { method, version, text, content } = operation;
      const form = { ...(text && { text }), ...(content !== undefined && { content }) };
      Object.defineProperty(Client.prototype, id, {
        configurable: true,
        writable: true,
        value(this: Client, input: Parameters = {}, options: CallOptions = {}) {
          const ask = (input: Parameters) => {
            const target = () => {
              checkInput(operation, input);
              return targetOf(operation, input);
            };
            const { body } = input;
            return perform(this.#way, { id, method, target, version, body, ...form }, options, ofCalls);
          };
          return createCall(ask(input), (first) => itemsOf({ id, method, input, ask }, first));
        },
      });
    }
  }

  request(
    given: string,
    path: string,
    { params = {}, query = {}, body, headers, accept, ...options }: RequestOptions = {},
  ) {
    // fetch would send some lower-case methods as they are, and digest would sign others than were sent.
    const method = given.toUpperCase();
    const id = `${method} ${path}`;
    const ask = (query: Parameters) => {
      const target = () => {
        checkPath(path);
        refuseUnknown("parameter", params, namesIn(path));
        if (body !== undefined && /^(GET|HEAD)$/.test(method)) {
          throw new TypeError(`a ${method} has no body`);
        }
        return targetOf({ path, query: Object.keys(query) }, params, query);
      };
      const asked = { id, method, target, version: this.#version, body, headers, accept };
      return perform(this.#way, asked, options, ofRequests);
    };
    return createCall(ask(query), (first) => itemsOf({ id, method, input: query, ask }, first));
  }
}

/**
 * A client for the MongoDB Atlas Administration API: with methods for the access plane, and `request` for the rest.
 *
 * @example
 * const atlas = new AtlasClient({ baseUrl: "http://127.0.0.1:8080", publicKey, privateKey });
 * const invite = await atlas.updateGroupInvites({
 *   groupId: "32b6e34b3d91647abb20e7b8",
 *   body: { roles: ["GROUP_READ_ONLY"], username: "hello@example.com" },
 * });
 */
export const AtlasClient = Client as unknown as new (options: AtlasClientOptions) => AtlasClient;

const ofClients = [
  "publicKey",
  "privateKey",
  "clientId",
  "clientSecret",
  "baseUrl",
  "fetch",
  "middleware",
  "timeoutMs",
  "retries",
  "version",
];
/** The members of handles, seeds and answers other than a key or secret, so that they may be spread into the options. */
const besideCredentials = ["id", "orgId", "name", "desc", "roles", "secret", "links"];
const ofCalls = ["version", "signal", "timeoutMs", "retries"];
const ofRequests = [...ofCalls, "params", "query", "body", "headers", "accept"];

/** Checks a required option, since programs without types may leave it out. */
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

function checkInput({ path, query, body }: Described, input: Parameters): void {
  refuseUnknown("parameter", input, [...namesIn(path), ...query, ...(body ? ["body"] : [])]);
  if (body && input.body === undefined) throw new TypeError("the parameter 'body' is missing");
}
