// Errors in the form of OAuth (RFC 6749, section 5.2), for all endpoints that use it.
import type { Fault } from "../contract/errors.ts";
import { unstored } from "./endpoints.ts";
import type { ApiAnswer } from "./reply.ts";

export class OAuthError extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, description: string) {
    super(description);
    this.status = status;
    this.code = code;
  }
}

export async function inOAuthForm(
  work: () => Promise<ApiAnswer>,
  headersOf: (refused: OAuthError) => Readonly<Record<string, string>> = () => ({}),
): Promise<ApiAnswer> {
  try {
    return await work();
  } catch (reason) {
    if (!(reason instanceof OAuthError)) throw reason;
    const { status, code, message } = reason;
    return unstored(status, { error: code, error_description: message }, headersOf(reason));
  }
}

/** Returns a field of a form, which must be sent. */
export function required(form: URLSearchParams, name: string): string {
  const value = form.get(name) ?? "";
  if (value === "") throw new OAuthError(400, "invalid_request", `The parameter ${name} is missing.`);
  return value;
}

/** The error codes for failures of the server, from RFC 6749, section 4.1.2.1, because section 5.2 has none. */
const failures: Readonly<Record<number, string>> = {
  429: "temporarily_unavailable",
  500: "server_error",
  503: "temporarily_unavailable",
};

/** Returns a refusal that any operation could give, in OAuth's form. */
export const refuseForm = ({ status, fields, message, headers }: Fault): ApiAnswer =>
  unstored(
    status,
    { error: failures[status] ?? "invalid_request", error_description: fields[0]?.description ?? message },
    headers,
  );
