// The reasons why a sign-in with a provider fails, for the page and for the log.

/** A reason why the sign-in with the provider failed; pages have a sentence for each. */
export type ProviderProblem =
  | "denied"
  | "stale"
  | "down"
  | "failed"
  | "old"
  | "unverified"
  | "closed"
  | "taken";

/** The logged part of a failure. Text from the provider or the browser is left out, because it may hold codes and tokens. */
export interface ProviderFailure {
  readonly issuer: string;
  readonly message: string;
  readonly code: string | undefined;
  readonly error: string | undefined;
}

export function failureOf(issuer: string, reason: unknown): ProviderFailure {
  const { message, code, error, cause } = (reason ?? {}) as {
    [Name in "message" | "code" | "error" | "cause"]?: unknown;
  };
  const word = (value: unknown) =>
    typeof value === "string" && /^\w{1,64}$/.test(value) ? value : undefined;
  return {
    issuer,
    message: String(message),
    // The code of a failed connection is in its cause.
    code: word(code) ?? word((cause as { code?: unknown } | undefined)?.code),
    error: word(error),
  };
}

/**
 * Returns the problem for a failure. `invalid_grant`: the code was used or has expired, as when a callback is opened again.
 */
export function problemIn({ message, code, error }: ProviderFailure): ProviderProblem {
  if (error === "access_denied") return "denied";
  if (error === "invalid_grant") return "stale";
  const isDown =
    error === "temporarily_unavailable" ||
    message === "fetch failed" ||
    code === "OAUTH_TIMEOUT" ||
    code === "OAUTH_RESPONSE_IS_NOT_CONFORM";
  return isDown ? "down" : "failed";
}
