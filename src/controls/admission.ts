// Who may use the controls of a rehearsal: everybody on its own machine, or whoever has its token.
import { type Fault, fault } from "../contract/errors.ts";

/** Why a request with this Authorization header may not use them; undefined where it may. */
export type RefuseControl = (authorization: string | undefined) => Fault | undefined;

/** Programs send the token as a bearer token; browsers ask a person for it, and send it as a password of any name. */
export function createAdmission(
  token: string | null,
  /** Compares in a time that does not depend on where they differ. */
  isSame: (sent: string, token: string) => boolean,
): RefuseControl {
  return (authorization = "") => {
    if (token === null || isSame(tokenIn(authorization), token)) return undefined;
    const headers = { "www-authenticate": 'Basic realm="controls of a rehearsal", charset="UTF-8"' };
    return fault("CONTROL_TOKEN_REQUIRED", {}, { headers });
  };
}

function tokenIn(authorization: string): string {
  const [, scheme = "", value = ""] = /^(\w+) +(\S+)$/.exec(authorization) ?? [];
  if (scheme.toLowerCase() === "bearer") return value;
  if (scheme.toLowerCase() !== "basic") return "";
  return Buffer.from(value, "base64")
    .toString("utf8")
    .replace(/^[^:]*:/, "");
}
