// HTTP Digest (MD5, qop=auth) as a client that keeps one nonce and counts up on it.
import { hash } from "node:crypto";

/** @typedef {{ realm: string, nonce: string, stale: boolean }} Challenge */

/** @param {string} head an answer's status line and headers @returns {Challenge | undefined} */
export function readChallenge(head) {
  const header = /^www-authenticate: *Digest +(.*?)\r?$/im.exec(head)?.[1];
  if (header === undefined) return undefined;
  const parameters = readParameters(header);
  const realm = parameters.get("realm");
  const nonce = parameters.get("nonce");
  if (realm === undefined || nonce === undefined) return undefined;
  if ((parameters.get("algorithm") ?? "MD5").toUpperCase() !== "MD5") return undefined;
  if (!(parameters.get("qop") ?? "").split(/ *, */).includes("auth")) return undefined;
  return { realm, nonce, stale: parameters.get("stale")?.toLowerCase() === "true" };
}

/** @param {string} header */
function readParameters(header) {
  const pairs = header.matchAll(/(\w+)=(?:"([^"]*)"|([^",\s]+))/g);
  return new Map(
    Array.from(pairs, ([, name = "", quoted, bare]) => [name.toLowerCase(), quoted ?? bare ?? ""]),
  );
}

/**
 * Hashes once what stays the same on a nonce and returns the function that signs each further request.
 * @param {{ username: string, password: string, method: string, uri: string, cnonce: string }} who
 * @param {Challenge} challenge
 * @returns {() => string} the next `Authorization` value
 */
export function prepareSigner({ username, password, method, uri, cnonce }, { realm, nonce }) {
  const start = `${hash("md5", `${username}:${realm}:${password}`)}:${nonce}:`;
  const end = `:${cnonce}:auth:${hash("md5", `${method}:${uri}`)}`;
  const opening = `Digest username="${username}", realm="${realm}", nonce="${nonce}", uri="${uri}", algorithm=MD5, qop=auth, cnonce="${cnonce}", nc=`;
  let count = 0;
  return () => {
    count += 1;
    const nc = count.toString(16).padStart(8, "0");
    return `${opening}${nc}, response="${hash("md5", `${start}${nc}${end}`)}"`;
  };
}
