// The calls of a soak test, which lasts hours: reads and changes of several kinds, in the shares of the table below.
import { prepareCall } from "./calls.mjs";
import { invitesPath, mediaType, roleSets } from "./world.mjs";

/**
 * @typedef {import("./answer.mjs").Answer} Answer
 * @typedef {{ request: string, take: (answer: Answer) => string | undefined }} Asking
 *   `take` throws for a wrong answer, and returns what has to be asked in its stead, if anything
 * @typedef {{ host: string, port: number, token: string, world: import("./world.mjs").World }} Target
 */

const shares = /** @type {const} */ ([
  ["get", 30],
  ["list", 10],
  ["events", 5],
  ["users", 5],
  ["patch", 24],
  ["digest", 10],
  // One invites, the next revokes that.
  ["invite", 10],
  ["token", 2],
  ["page", 2],
  ["stranger", 2],
]);

/** Mixed, so that none comes in a row. */
const mixed = shares
  .flatMap(([kind, share]) =>
    Array.from({ length: share }, (_, index) => ({ kind, at: (index + 0.5) / share })),
  )
  .sort((one, other) => one.at - other.at)
  .map(({ kind }) => kind);

let asked = 0;
let people = 0;

/**
 * Prepares the calls of one connection.
 * @param {Target} target whose token is replaced as new ones come
 * @param {number} index of the connection
 * @returns {() => Asking}
 */
export function prepareAsking(target, index) {
  const { host, port, world } = target;
  const invite = /** @type {import("./world.mjs").Invite} */ (world.invites[index]);
  const { groupId } = invite;
  const known = { host, port, apiKey: world.apiKey, token: "" };
  const digest = prepareCall({ ...known, kind: "digest" }, invite, index);
  let turn = 0;
  let invited = "";

  /** @param {string} method @param {string} path @param {Record<string, string>} [more] @param {string} [body] */
  const build = (method, path, more = {}, body = "") => {
    const headers = {
      Host: `${host}:${port}`,
      Accept: mediaType,
      Authorization: `Bearer ${target.token}`,
      ...(body !== "" && { "Content-Type": "application/json", "Content-Length": String(body.length) }),
      ...more,
    };
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    return `${method} ${path} HTTP/1.1\r\n${lines.join("")}\r\n${body}`;
  };
  /** @param {string} request @param {number} [status] @param {(body: any) => void} [look] @returns {Asking} */
  const expecting = (request, status = 200, look = undefined) => ({
    request,
    take(answer) {
      if (answer.status !== status) throw wrong(answer, request);
      look?.(JSON.parse(answer.body.toString()));
      return undefined;
    },
  });

  /** @type {Record<typeof shares[number][0], () => Asking>} */
  const kinds = {
    get: () => expecting(build("GET", `${invitesPath(groupId)}/${invite.id}`)),
    list: () => expecting(build("GET", invitesPath(groupId))),
    events: () => expecting(build("GET", `/api/atlas/v2/groups/${groupId}/events?itemsPerPage=20`)),
    users: () =>
      expecting(
        build("GET", `/api/atlas/v2/orgs/${world.orgId}/users`, {
          Accept: "application/vnd.atlas.2025-02-19+json",
        }),
      ),
    patch: () => {
      const body = JSON.stringify({ username: invite.username, roles: roleSets[++turn % 2] });
      return expecting(build("PATCH", invitesPath(groupId), {}, body));
    },
    digest: () => ({
      request: digest.next(),
      take(answer) {
        if (answer.status === 200) return undefined;
        if (answer.status === 401 && digest.acceptChallenge(answer.head)) return digest.again();
        throw wrong(answer, "by digest");
      },
    }),
    invite: () => {
      if (invited !== "") {
        const path = `${invitesPath(groupId)}/${invited}`;
        invited = "";
        return expecting(build("DELETE", path), 204);
      }
      const body = JSON.stringify({ username: `soak-${++people}@example.com`, roles: roleSets[0] });
      return expecting(build("POST", invitesPath(groupId), {}, body), 200, ({ id }) => {
        invited = id;
      });
    },
    token: () => {
      const { clientId, secret } = world.serviceAccount;
      const form = {
        Authorization: `Basic ${Buffer.from(`${clientId}:${secret}`).toString("base64")}`,
        Accept: "application/json",
        "Content-Type": "application/x-www-form-urlencoded",
      };
      const body = "grant_type=client_credentials";
      return expecting(build("POST", "/api/oauth/token", form, body), 200, ({ access_token }) => {
        target.token = access_token;
      });
    },
    page: () => expecting(build("GET", "/sign-in", { Accept: "text/html" })),
    stranger: () => expecting(build("GET", invitesPath(groupId), { Authorization: "Bearer of-nobody" }), 401),
  };
  return () => kinds[/** @type {typeof mixed[number]} */ (mixed[asked++ % mixed.length])]();
}

/** @param {Answer} answer @param {string} request */
const wrong = ({ status, body }, request) =>
  new Error(`answer ${status} to ${request.split("\r\n")[0]}: ${body.toString()}`);
