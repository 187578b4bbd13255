// The security log: who tried what from where, with which result, a line each. It has no secrets, and of typed values only
// well-formed names.
import type { Logger } from "pino";
import { clientIdPattern } from "../contract/client-id.ts";
import type { SecurityEvent } from "../contract/security-events.ts";
import { toCidr } from "../domain/access-entry.ts";
import { isAddress } from "../domain/address.ts";
import { publicKeyPattern } from "../domain/credential.ts";
import type { RemoteAddress } from "../domain/proxies.ts";

export interface SecurityLine {
  readonly event: SecurityEvent;
  /** The error code, or another reason of the refusal; absent for success. */
  readonly refusedFor?: string | undefined;
  /** The public key, client id or address of a proven caller. */
  readonly who?: string | undefined;
  /** The claimed name of an unknown caller. */
  readonly claimed?: string | undefined;
  /** The person that an OpenID Connect provider identified. */
  readonly issuer?: string | undefined;
  readonly subject?: string | undefined;
  readonly operationId?: string;
  /** The path of an API operation, as `pathShown` writes it. */
  readonly path?: string | undefined;
  readonly requestId: string;
  readonly remoteAddress: RemoteAddress;
}

export type NoteSecurity = (line: SecurityLine) => void;

const shaped = (pattern: string) => (text: string) => new RegExp(pattern).test(text);
const isClientId = shaped(clientIdPattern);
const isId = shaped("^[a-fA-F0-9]{24}$");

/**
 * The events whose claimed names may be logged. Others can be anything: a password in the field of the address, a private key
 * in that of the public key.
 */
const namesIn: { readonly [Event in SecurityEvent]?: (text: string) => boolean } = {
  authentication: shaped(publicKeyPattern),
  "token-issue": isClientId,
  "token-revocation": isClientId,
};

/**
 * Reports whether a value of a path has the form of its kind. It can be anything: a private key instead of the key's id, for
 * example.
 */
function isOfKind(name: string, value: string): boolean {
  if (name === "clientId") return isClientId(value);
  if (name === "ipAddress") return toCidr(value) !== undefined;
  return name.endsWith("Id") && isId(value);
}

/**
 * Returns the path of an operation, with the values of parameters that have the form of their kind, and `{name}` for others.
 */
export const pathShown = (path: string, params: Readonly<Record<string, string>>): string =>
  path.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name] ?? "";
    return isOfKind(name, value) ? value.replace("/", "%2F") : whole;
  });

export const createSecurityLog =
  (logger: Logger): NoteSecurity =>
  ({ event, refusedFor, who, claimed = "", remoteAddress: { ip, peer }, ...rest }) => {
    if (!logger.isLevelEnabled("info")) return;
    const result = refusedFor === undefined ? "success" : "refused";
    const isName = namesIn[event] ?? isAddress;
    const named = who || (isName(claimed) ? claimed : null);
    logger.info({ event, result, why: refusedFor, who: named, ...rest, ip, peer }, "security");
  };
