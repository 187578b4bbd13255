// The security log: who tried what from where, with which result, a line each. No secret, and of what was typed well-formed names only.
import type { Logger } from "pino";
import { clientIdPattern } from "../contract/client-id.ts";
import type { SecurityEvent } from "../contract/security-events.ts";
import { toCidr } from "../domain/access-entry.ts";
import { isAddress } from "../domain/address.ts";
import { publicKeyPattern } from "../domain/credential.ts";
import type { RemoteAddress } from "../domain/proxies.ts";

export interface SecurityLine {
  readonly event: SecurityEvent;
  /** Absent for success: the error code, or what else refused it. */
  readonly refusedFor?: string | undefined;
  /** Public key, client id or address of who proved to be it. */
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

/** A claimed name can be anything: a password in the field of the address, the private key where the public one belongs. */
const namesIn: { readonly [Event in SecurityEvent]?: (text: string) => boolean } = {
  authentication: shaped(publicKeyPattern),
  "token-issue": isClientId,
  "token-revocation": isClientId,
};

/** A value after a name in a path can be anything: a private key, say, in place of the key's id. */
function isOfKind(name: string, value: string): boolean {
  if (name === "clientId") return isClientId(value);
  if (name === "ipAddress") return toCidr(value) !== undefined;
  return name.endsWith("Id") && isId(value);
}

/** The path of an operation, with those parameters filled in that have the form of their kind: `{name}` for others. */
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
