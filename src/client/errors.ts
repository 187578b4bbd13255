// The errors of a client call.
import { type Answer, answerOf, type Received } from "./answer.ts";
import type { ErrorCode } from "./api.ts";

/** A field of the request that was refused, and why. */
export interface FieldViolation {
  readonly description: string;
  readonly field: string;
}

/** The faults of the request, field by field. */
export interface BadRequestDetail {
  readonly fields: readonly FieldViolation[];
}

/** The body of an answer that is not a success. */
export interface ApiError {
  readonly badRequestDetail?: BadRequestDetail;
  /** The description of the error. */
  readonly detail?: string;
  /** The HTTP status of the answer. */
  readonly error: number;
  /** The stable code of the error, for programs. */
  readonly errorCode: ErrorCode | (string & {});
  /** The values that appear in the detail. */
  readonly parameters?: readonly (string | number)[];
  /** The reason phrase of the HTTP status. */
  readonly reason?: string;
}

/** An answer that is not a success, or not from Atlas. The message is complete; programs should use `errorCode`. */
export class AtlasError extends Error {
  // Node prints an error by the name of its class, which the bundle shortens.
  static {
    Object.defineProperty(AtlasError, "name", { value: "AtlasError" });
  }

  /** The operation that was called; method and path for `request`. */
  readonly operationId: string;
  /** The HTTP status of the answer. */
  readonly status: number;
  /**
   * The code, such as `RESOURCE_NOT_FOUND`, or OAuth's `invalid_client` if no token was granted; undefined if the answer had
   * none.
   */
  readonly errorCode: ErrorCode | (string & {}) | undefined;
  /** The error in the server's words. */
  readonly detail: string;
  /** The values that appear in the detail. */
  readonly parameters: readonly (string | number)[];
  /** The fields that were refused, if the server names them. */
  readonly badRequestDetail: BadRequestDetail | undefined;
  /** The number of times the call was sent. */
  readonly tries: number = 1;
  /** True if the change may have been made nonetheless; check before you repeat it. */
  readonly mayHaveChanged: boolean = false;
  // The member is private, so that the many headers of the answer are not printed with the error.
  readonly #answer: Answer;

  /** Creates the error; `unusable` says why a success cannot be used. */
  constructor(operationId: string, received: Received, unusable?: string) {
    const { status, headers, text } = received;
    const body = unusable === undefined ? readBody(text) : {};
    const detail =
      unusable ?? (toText(body.detail) || toText(body.error_description) || describe(status, headers, text));
    const code = [body.errorCode, body.error].find((each) => typeof each === "string");
    const fields = fieldsOf(body.badRequestDetail);
    const why =
      fields?.map(({ field, description }) => `${field}: ${description}`).join(" ") ??
      toText(body.badRequestDetail);
    super(`${operationId}: ${status}${code === undefined ? "" : ` ${code}`}. ${detail}${why && ` ${why}`}`);
    this.name = "AtlasError";
    this.operationId = operationId;
    this.status = status;
    this.errorCode = code;
    this.detail = detail;
    this.parameters = Array.isArray(body.parameters) ? body.parameters : [];
    this.badRequestDetail = fields && { fields };
    this.#answer = answerOf(received);
  }

  /** The answer without its body: how long to wait, the remaining rate limit, and all headers. */
  get answer(): Answer {
    return this.#answer;
  }

  /** Reports whether the code is one of these; `invalid_client` is the answer to wrong credentials of a service account. */
  is<Code extends ErrorCode | "invalid_client">(
    ...codes: readonly Code[]
  ): this is AtlasError & { readonly errorCode: Code } {
    return codes.some((code) => code === this.errorCode);
  }
}

/**
 * Signals that no complete answer came, or none in time. The message says what happened and what to do; `cause` is the error of
 * the network.
 */
export class AtlasUnreachable extends Error {
  static {
    Object.defineProperty(AtlasUnreachable, "name", { value: "AtlasUnreachable" });
  }

  /** Node's code, such as `ECONNREFUSED`; `ETIMEDOUT` if no answer came in time; undefined if it has none. */
  readonly code: string | undefined;
  /** The description of the error, without advice. */
  readonly detail: string;
  /** The number of times the call was sent. */
  readonly tries: number = 1;
  /** True if the change may have been made nonetheless; check before you repeat it. Always false for a read. */
  readonly mayHaveChanged: boolean = false;

  constructor(origin: string, cause: unknown) {
    const {
      name,
      code: said,
      message,
    } = innermost(cause) as { name?: string; code?: unknown; message?: string };
    const code = name === "TimeoutError" ? "ETIMEDOUT" : typeof said === "string" ? said : undefined;
    const [, what, advice] = troubles.find(([codes]) => codes.test(code ?? "")) ?? [];
    const why = [what, ...(code ? [what ? `(${code})` : code] : [])].join(" ").trim();
    const detail = `${origin} cannot be reached: ${why || message || "the connection failed"}`;
    super(`${detail}${advice === undefined ? "" : `. ${advice}`}`, { cause });
    this.name = "AtlasUnreachable";
    this.code = code;
    this.detail = detail;
  }

  /** Reports whether the request may have reached the server. */
  get wasSent(): boolean {
    return !this.isLasting && !neverSent.test(this.code ?? this.detail);
  }

  /** Reports whether a retry would fail as well: TLS has failed, or the `fetch` of an Anteroom was given another address. */
  get isLasting(): boolean {
    return /CERT|SSL|SELF_SIGNED|UNABLE_TO|EPROTO|FOREIGN/.test(this.code ?? this.detail);
  }
}

/** Matches errors of Deno, which has no codes, before anything was sent. */
const neverSent =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$|\(Connect\)/;

/** The meaning of each code, and what to do. */
const troubles: readonly (readonly [RegExp, string, string])[] = [
  [/^ECONNREFUSED$/, "nothing listens there", "Start the server, or give its address as baseUrl."],
  [/^(ENOTFOUND|EAI_AGAIN)$/, "its name has no address", "Check the host in baseUrl, and the network."],
  [
    /^(UND_ERR_SOCKET|ECONNRESET|EPIPE)$/,
    "the connection ended before the answer",
    "The server may have ended. Whether it did what was asked is not known: look before you repeat a change.",
  ],
  [
    /TIMEDOUT|TIMEOUT/,
    "no answer came in time",
    "Whether the server did what was asked is not known: look before you repeat a change.",
  ],
  [
    /SELF_SIGNED|UNABLE_TO_(GET_ISSUER|VERIFY)/,
    "its certificate is not trusted here",
    "Set NODE_EXTRA_CA_CERTS to the file of it, or of its authority, before the program starts.",
  ],
  [
    /^ERR_FOREIGN_ORIGIN$/,
    "nothing but an Anteroom may be asked here",
    "Give the client its address as baseUrl.",
  ],
  [/^HPE_/, "it does not speak HTTP", "Is baseUrl the address of an Atlas API?"],
  [/CERT/, "its certificate does not fit", "It must be in date and name the host of baseUrl."],
  [/SSL|EPROTO/, "it does not speak TLS as it should", "Is baseUrl to begin with http: in place of https:?"],
];

/** Returns the innermost error: `fetch` wraps the error of the socket, which says what failed. */
function innermost(reason: unknown): object {
  if (reason instanceof Error && reason.cause instanceof Error) return innermost(reason.cause);
  return typeof reason === "string" ? { message: reason } : Object(reason);
}

/** The members that the API's errors and OAuth's may have; those of another server may have any type. */
type ErrorBody = Partial<Record<keyof ApiError | "error_description", unknown>>;

function readBody(text: string): ErrorBody {
  try {
    return Object(JSON.parse(text));
  } catch {
    return {};
  }
}

const longestText = 200;

const toText = (value: unknown): string =>
  value instanceof Object ? JSON.stringify(value).slice(0, longestText) : String(value ?? "");

/** Returns the fields; undefined if there are none, or some are not in Atlas's form. */
function fieldsOf(badRequestDetail: unknown): FieldViolation[] | undefined {
  const { fields } = Object(badRequestDetail);
  if (!Array.isArray(fields) || !fields.every((each) => each?.field)) return undefined;
  return fields.map(({ field, description }) => ({ field: toText(field), description: toText(description) }));
}

/** Describes a refusal: a refused access token has no body, and a proxy's answer no JSON. */
function describe(status: number, headers: Headers, text: string): string {
  const said = /error_description="([^"]*)"/.exec(headers.get("www-authenticate") ?? "")?.[1];
  if (said !== undefined) return said;
  const start = text.trim().slice(0, longestText);
  if (status !== 401) return start === "" ? "The answer does not say why." : start;
  const wanted = headers.get("www-authenticate");
  return `The credentials were refused.${wanted === null ? "" : ` The server wants ${wanted.slice(0, longestText)}.`}`;
}
