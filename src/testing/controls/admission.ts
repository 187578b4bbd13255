// Admits requests to the controls: all of them, or those with ANTEROOM_CONTROL_TOKEN if it is set.
import { type Fault, fault } from "../../core/contract/errors.ts";

/** Returns the refusal of a request with this Authorization header; undefined if it may use the controls. */
export type RefuseControl = (authorization: string | undefined) => Fault | undefined;

/** Creates the check. Programs send the token as a bearer token, browsers as the password of Basic, with any user name. */
export function createAdmission(
  token: string | null,
  /** Compares in constant time. */
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
