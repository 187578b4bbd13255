// The calls of each connection, built beforehand as far as possible, and what their answers must say.
import { prepareSigner, readChallenge } from "./digest.mjs";
import { invitePath, invitesPath, mediaType, roleSets } from "./world.mjs";

/**
 * @typedef {import("./world.mjs").Invite} Invite
 * @typedef {import("./world.mjs").World} World
 * @typedef {"get" | "list" | "patch" | "digest" | "post"} Kind
 * @typedef {{
 *   next: () => string,
 *   again: () => string,
 *   acceptChallenge: (head: string) => boolean,
 *   check: (body: Record<string, unknown>) => void,
 *   lastRoles: () => string[] | undefined,
 * }} Call `acceptChallenge` says whether a 401 belongs to the protocol, so that `again` may be sent
 * @typedef {{ method: string, path: string, headers: Record<string, string>, bodies?: object[], expects: string }} Ask
 *   what a connection asks of a server that is not Anteroom's like: bodies take turns, `{new}` in them is another word each time,
 *   `{some}` in headers another one each thousand times, and each answer must hold `expects`
 * @typedef {{
 *   kind: Kind, host: string, port: number, token: string, apiKey: World["apiKey"], groupIds?: string[], asks?: Ask[],
 *   expects?: string,
 * }} Target `groupIds`: the projects that new people are invited to in turn, that of the invitation alone if absent;
 *   `expects` is all that an answer must hold
 */

/** @param {Target} target @param {Invite} invite @param {number} index the connection's @returns {Call} */
export function prepareCall(target, invite, index) {
  const { kind, token, asks, expects, groupIds = [invite.groupId] } = target;
  const { id, groupId, username } = invite;
  const path = invitesPath(groupId);
  const authorized = { Accept: mediaType, Authorization: `Bearer ${token}` };
  /** @param {Partial<Turns> & Pick<Turns, "check">} turns */
  const call = (turns) => {
    /** @type {Turns["check"]} */
    const check = expects === undefined ? turns.check : (body) => expectWord(body, expects);
    return takeTurns(target, { paths: [path], headers: authorized, ...turns, check }, index);
  };
  if (asks !== undefined) {
    const { expects: word, path: own, ...ask } = pick(asks, index);
    return call({ ...ask, paths: [own], check: (body) => expectWord(body, word) });
  }
  const changes = {
    method: "PATCH",
    bodies: roleSets.map((roles) => ({ roles, username })),
    /** @param {Record<string, unknown>} body @param {number} turn */
    check(body, turn) {
      expectFields(body, { groupId, username });
      expectRoles(body, pick(roleSets, turn));
    },
    /** @param {number} turn */
    lastRoles: (turn) => pick(roleSets, turn),
  };
  switch (kind) {
    case "get":
      return call({
        paths: [invitePath(groupId, id)],
        check: (body) => expectFields(body, { id, groupId, username }),
      });
    case "list":
      return call({ check: (body) => expectWord(body, username) });
    case "post":
      return call({
        method: "POST",
        paths: groupIds.map(invitesPath),
        bodies: [{ username: "{new}@example.com", roles: roleSets[0] }],
        check: (body, turn) => expectFields(body, { groupId: pick(groupIds, turn) }),
      });
    case "patch":
      return call(changes);
    case "digest":
      return call({ ...changes, headers: { Accept: mediaType }, ...digestOf(target, path, index) });
  }
}

/** Answers a challenge once, and goes on using its nonce. @param {Target} target @param {string} uri @param {number} index */
function digestOf({ apiKey }, uri, index) {
  const cnonce = index.toString(16).padStart(16, "c");
  const who = { username: apiKey.publicKey, password: apiKey.privateKey, method: "PATCH", uri, cnonce };
  /** @type {(() => string) | undefined} */
  let sign;
  return {
    sign: () => (sign === undefined ? "" : `Authorization: ${sign()}\r\n`),
    /** @param {string} head */
    acceptChallenge(head) {
      const challenge = readChallenge(head);
      if (challenge === undefined || (sign !== undefined && !challenge.stale)) return false;
      sign = prepareSigner(who, challenge);
      return true;
    },
  };
}

/**
 * @typedef {{
 *   method?: string, paths: string[], headers: Record<string, string>, bodies?: object[], sign?: () => string,
 *   check: (body: Record<string, unknown>, turn: number) => void,
 *   acceptChallenge?: (head: string) => boolean, lastRoles?: (turn: number) => string[],
 * }} Turns paths and bodies take turns; `sign` writes a header that is another one each time
 * @param {Target} target @param {Turns} turns @param {number} index @returns {Call}
 */
function takeTurns({ host, port }, turns, index) {
  const { method = "GET", paths, headers, bodies = [], sign = () => "", check } = turns;
  const { acceptChallenge = () => false, lastRoles = () => undefined } = turns;
  const lines = Object.entries({ Host: `${host}:${port}`, ...headers }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  const openings = paths.map((path) => `${method} ${path} HTTP/1.1\r\n${lines.join("")}`);
  const texts = bodies.map((body) => JSON.stringify(body));
  const run = Date.now().toString(36);
  let turn = index;
  const build = () => {
    const some = `some-${run}-${index}-${Math.floor(turn / 1000)}`;
    const head = `${pick(openings, turn).replace("{some}", some)}${sign()}`;
    if (texts.length === 0) return `${head}\r\n`;
    const body = pick(texts, turn).replace("{new}", `new-${run}-${index}-${turn}`);
    return `${head}Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
  };
  return {
    next: () => {
      turn += 1;
      return build();
    },
    again: build,
    acceptChallenge,
    check: (body) => check(body, turn),
    lastRoles: () => lastRoles(turn),
  };
}

/** @param {Record<string, unknown>} body @param {Record<string, string>} expected */
function expectFields(body, expected) {
  for (const [name, value] of Object.entries(expected)) {
    if (body[name] === value) continue;
    throw new Error(`expected ${name} to be ${JSON.stringify(value)} in ${JSON.stringify(body)}`);
  }
}

/** @param {unknown} body @param {string} word */
function expectWord(body, word) {
  const text = JSON.stringify(body);
  if (!text.includes(word)) throw new Error(`expected ${word} in ${text.slice(0, 1_000)}`);
}

/** @param {Record<string, unknown>} body @param {string[]} expected in any order */
export function expectRoles(body, expected) {
  const roles = Array.isArray(body.roles) ? body.roles : [];
  if (roles.length === expected.length && expected.every((role) => roles.includes(role))) return;
  throw new Error(`expected roles ${JSON.stringify(expected)} in ${JSON.stringify(body)}`);
}

/** The one whose turn it is. @template T @param {readonly T[]} list @param {number} turn @returns {T} */
const pick = (list, turn) => /** @type {T} */ (list[turn % list.length]);
