// Single requests outside the measurement: the token, the shape of an answer, and what was really stored.
import { Agent, request } from "node:http";
import { text } from "node:stream/consumers";
import { expectRoles } from "./calls.mjs";
import { invitePath, invitesPath, mediaType, roleSets } from "./world.mjs";

/**
 * @typedef {import("./world.mjs").World} World
 * @typedef {import("./bare.mjs").Shape} Shape
 * @typedef {{ rawHeaders: string[], body: string }} Reply
 */

const writtenByNode = new Set(["date", "connection", "keep-alive", "content-length", "transfer-encoding"]);

/** @param {string} url @param {World["serviceAccount"]} account @returns {Promise<string>} */
export async function requestToken(url, { clientId, secret }) {
  const basic = Buffer.from(`${clientId}:${secret}`).toString("base64");
  const { body } = await ask(url, "POST", "/api/oauth/token", {
    headers: {
      Authorization: `Basic ${basic}`,
      Accept: "application/json",
      "Content-Type": "application/x-www-form-urlencoded",
    },
    body: "grant_type=client_credentials",
  });
  const token = JSON.parse(body).access_token;
  if (typeof token !== "string" || token === "") throw new Error(`no access_token in ${body}`);
  return token;
}

/**
 * Sends one request of each kind about the first invitation; POST invites a new person to a project without invitations.
 * @param {string} url @param {World} world @param {string} token
 * @returns {Promise<Record<"get" | "list" | "patch" | "post", Reply>>}
 */
export async function askEach(url, world, token) {
  const [invite] = world.invites;
  if (invite === undefined) throw new Error("the world has no invitation");
  const headers = { Authorization: `Bearer ${token}`, Accept: mediaType };
  /** @param {string} method @param {string} groupId @param {string} username */
  const write = (method, groupId, username) =>
    ask(url, method, invitesPath(groupId), {
      headers: { ...headers, "Content-Type": "application/json" },
      body: JSON.stringify({ roles: roleSets[0], username }),
    });
  return {
    get: await ask(url, "GET", invitePath(invite.groupId, invite.id), { headers }),
    list: await ask(url, "GET", invitesPath(invite.groupId), { headers }),
    patch: await write("PATCH", invite.groupId, invite.username),
    post: await write("POST", world.emptyGroupIds[0] ?? "", `first-${Date.now().toString(36)}@example.com`),
  };
}

/** The OpenAPI document. @param {string} url @returns {Promise<string>} */
export async function readDocument(url) {
  return (await ask(url, "GET", "/api/openapi.json", { headers: {} })).body;
}

/** Reads every invitation back. @param {string} url @param {World} world @param {string} token @param {(string[] | undefined)[]} lastRoles */
export async function expectStored(url, world, token, lastRoles) {
  const headers = { Authorization: `Bearer ${token}`, Accept: mediaType };
  for (const [index, { id, groupId }] of world.invites.entries()) {
    const { body } = await ask(url, "GET", invitePath(groupId, id), { headers });
    expectRoles(JSON.parse(body), lastRoles[index] ?? []);
  }
}

/** @param {Reply} reply @returns {Shape} */
export function readShape({ rawHeaders, body }) {
  const pairs = pairHeaders(rawHeaders);
  return {
    headers: pairs.filter(([name]) => !writtenByNode.has(name.toLowerCase())).flat(),
    dated: pairs.some(([name]) => name.toLowerCase() === "date"),
    body,
  };
}

/** @param {Reply} reply @param {string} name in lower case */
export function hasHeader({ rawHeaders }, name) {
  return pairHeaders(rawHeaders).some(([header]) => header.toLowerCase() === name);
}

/** @param {string[]} rawHeaders names and values in turn @returns {[string, string][]} */
function pairHeaders(rawHeaders) {
  return Array.from({ length: rawHeaders.length / 2 }, (_, index) => [
    rawHeaders[2 * index] ?? "",
    rawHeaders[2 * index + 1] ?? "",
  ]);
}

/**
 * @param {string} url @param {string} method @param {string} path
 * @param {{ headers: Record<string, string>, body?: string }} content
 * @returns {Promise<Reply>}
 */
function ask(url, method, path, { headers, body = "" }) {
  // A connection kept alive, so that the answer carries the headers it has under load.
  const agent = new Agent({ keepAlive: true });
  const length = method === "GET" ? {} : { "Content-Length": Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    const call = request(new URL(path, url), {
      method,
      headers: { ...headers, ...length },
      agent,
      timeout: 10_000,
    });
    call.on("timeout", () => call.destroy(new Error(`no answer to ${method} ${path}`)));
    call.on("error", reject);
    call.on("response", (response) => {
      const { statusCode: status = 0, rawHeaders } = response;
      text(response).then((answered) => {
        if (status >= 200 && status <= 299) resolve({ rawHeaders, body: answered });
        else reject(new Error(`${method} ${path} answered ${status}: ${answered}`));
      }, reject);
    });
    call.end(body);
  }).finally(() => agent.destroy());
}
