// What a call of the client can end with when it does not end well.
import type { ErrorCode } from "./api.ts";
import type { Received } from "./exchange.ts";

/** One field of the request that was refused, and why. */
export interface FieldViolation {
  readonly description: string;
  readonly field: string;
}

/** An answer that is not a success. The message says everything; programs decide by `errorCode`. */
export class AtlasError extends Error {
  /** The operation that was called. */
  readonly operationId: string;
  /** HTTP status of the answer. */
  readonly status: number;
  /**
   * Code of the answer's body, such as `RESOURCE_NOT_FOUND`, or of OAuth, such as `invalid_client`, when no access token
   * was to be had. Undefined when the answer had none: a refused access token, or something between client and server.
   */
  readonly errorCode: ErrorCode | (string & {}) | undefined;
  /** What went wrong, in the server's words. */
  readonly detail: string;
  /** Values that appear in the detail. */
  readonly parameters: readonly (string | number)[];
  /** The fields that were refused, where the server names them. */
  readonly badRequestDetail: { readonly fields: readonly FieldViolation[] } | undefined;

  constructor(operationId: string, { status, headers, text }: Received) {
    const body = readBody(text);
    const detail = body.detail ?? body.error_description ?? describe(status, headers, text);
    const code = body.errorCode ?? (typeof body.error === "string" ? body.error : undefined);
    const fields = body.badRequestDetail?.fields ?? [];
    const why = fields.map(({ field, description }) => ` ${field}: ${description}`).join("");
    super(`${operationId}: ${status}${code === undefined ? "" : ` ${code}`}. ${detail}${why}`);
    this.name = "AtlasError";
    this.operationId = operationId;
    this.status = status;
    this.errorCode = code;
    this.detail = detail;
    this.parameters = body.parameters ?? [];
    this.badRequestDetail = body.badRequestDetail;
  }
}

/** No answer came: nobody listens at the address, or the connection broke. `cause` is the error of the network. */
export class AtlasUnreachable extends Error {
  /** What Node calls it, such as `ECONNREFUSED` or `DEPTH_ZERO_SELF_SIGNED_CERT`; undefined where it has no name. */
  readonly code: string | undefined;

  constructor(origin: string, cause: unknown) {
    const { code, message } = innermost(cause) as { code?: string; message?: string };
    super(`${origin} cannot be reached: ${code ?? message ?? "the connection failed"}`, { cause });
    this.name = "AtlasUnreachable";
    this.code = code;
  }
}

/** `fetch` wraps the error of the socket, which alone says what failed. */
function innermost(reason: unknown): object {
  return reason instanceof Error && reason.cause instanceof Error ? innermost(reason.cause) : Object(reason);
}

/** The members that the API's errors and OAuth's may have. */
interface ErrorBody {
  readonly detail?: string;
  readonly errorCode?: string;
  readonly parameters?: (string | number)[];
  readonly badRequestDetail?: { readonly fields: readonly FieldViolation[] };
  readonly error?: string | number;
  readonly error_description?: string;
}

function readBody(text: string): ErrorBody {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : {};
  } catch {
    return {};
  }
}

/** A refused access token has no body, a proxy's answer no JSON. */
function describe(status: number, headers: Headers, text: string): string {
  const said = /error_description="([^"]*)"/.exec(headers.get("www-authenticate") ?? "")?.[1];
  if (said !== undefined) return said;
  if (status === 401) return "The credentials were refused.";
  const start = text.trim().slice(0, 200);
  return start === "" ? "The answer does not say why." : start;
}
