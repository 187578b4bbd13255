// Finds the rule behind a refusal, thrown or answered.
import { Fault } from "../contract/errors.ts";
import { entryName } from "../domain/access-entry.ts";
import type { Explanation, Refused, Rule } from "../domain/explanation.ts";
import type { Credential } from "../store/credentials.ts";
import type { ApiAnswer } from "./reply.ts";

const rules: Readonly<Record<string, Rule>> = {
  IP_ADDRESS_NOT_ON_ACCESS_LIST: "access list",
  ORG_REQUIRES_ACCESS_LIST: "access list",
  INVALID_VERSION_DATE: "version",
  VERSION_GONE: "sunset",
  INVITATIONS_RATE_LIMITED_IP: "limit",
  RATE_LIMITED: "limit",
  RATE_LIMITED_TOKEN_BUCKET: "limit",
  USER_UNAUTHORIZED: "door",
  USER_CANNOT_ACCESS_GROUP: "door",
  USER_CANNOT_ACCESS_ORG: "door",
  GROUP_NOT_FOUND: "scope",
  ORG_NOT_FOUND: "scope",
  SECOND_FACTOR_REQUIRED: "second factor",
  SIGN_IN_NOT_RECENT: "recent sign-in",
  ROLE_ABOVE_OWN: "strict roles",
  INVALID_JSON: "request",
  UNSUPPORTED_MEDIA_TYPE: "request",
  REQUEST_TOO_LARGE: "request",
  RESOURCE_NOT_FOUND: "path",
  NOT_IMPLEMENTED_BY_ANTEROOM: "gap",
};

export async function refusalIn(work: () => Promise<void>): Promise<Refused | null> {
  try {
    await work();
    return null;
  } catch (reason) {
    if (!(reason instanceof Fault)) throw reason;
    return { rule: rules[reason.code] ?? "operation", code: reason.code, detail: reason.message };
  }
}

/** Finds why an answer refuses. A code of the door is of the operation's own rule if the door is open. */
export function refusalOf(
  { status, headers, body, injected }: ApiAnswer,
  { isOpen }: Pick<Explanation, "isOpen">,
): Refused | null {
  if (injected !== undefined && (status === 0 || status >= 400)) {
    return { rule: "fault", code: headers["x-error-code"] ?? null, detail: injected };
  }
  if (status < 400) return null;
  const code = headers["x-error-code"] ?? null;
  const { badRequestDetail, error_description: said, detail = said } = errorIn(body);
  if (code === null) {
    const rule = withoutCode[status] ?? (status >= 500 ? "server" : "request");
    return { rule, code, detail: detail ?? headers["www-authenticate"] ?? "" };
  }
  const isWrong = badRequestDetail !== undefined && rules[code] === undefined;
  const rule = isWrong ? "request" : (rules[code] ?? (status >= 500 ? "server" : "operation"));
  return { rule: rule === "door" && isOpen ? "operation" : rule, code, detail: detail ?? "" };
}

/** The rules of answers without a code: a challenge, and a method that a path does not have. */
const withoutCode: Readonly<Record<number, Rule>> = { 401: "credential", 405: "path" };

interface ErrorBody {
  readonly detail?: string;
  /** The error text of a token endpoint. */
  readonly error_description?: string;
  readonly badRequestDetail?: { readonly fields: readonly { field: string; description: string }[] };
}

/** Reads the error of a body, which is the content of an envelope; undefined for a body that is not an error of the API. */
export function errorIn(body: string | Buffer): ErrorBody {
  const text = String(body);
  if (!text.startsWith("{")) return {};
  const value = JSON.parse(text) as ErrorBody & { readonly content?: ErrorBody };
  return value.content ?? value;
}

export const listOf = (credential: Pick<Credential, "accessList"> | undefined): string[] =>
  (credential?.accessList ?? []).map(entryName);

/** Finds the access list that does not have the caller's address, which the answer does not say. */
export const outside = (refused: Refused | null, address: string | undefined, listed: readonly string[]) =>
  refused?.code === "IP_ADDRESS_NOT_ON_ACCESS_LIST" && address !== undefined && listed.length > 0
    ? { ...refused, detail: `${address} is not in ${listed.join(", ")}` }
    : refused;
