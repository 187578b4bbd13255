// What each connection asks, built beforehand as far as it can be, and what its answers must say.
import { prepareSigner, readChallenge } from "./digest.mjs";
import { invitePath, invitesPath, mediaType, roleSets } from "./world.mjs";

/**
 * @typedef {import("./world.mjs").Invite} Invite
 * @typedef {import("./world.mjs").World} World
 * @typedef {"get" | "list" | "patch" | "digest" | "post"} Kind
 * @typedef {{
 *   next: () => Buffer | string,
 *   again: () => Buffer | string,
 *   acceptChallenge: (head: string) => boolean,
 *   check: (body: Record<string, unknown>) => void,
 *   lastRoles: () => string[] | undefined,
 * }} Call `acceptChallenge` says whether a 401 belongs to the protocol, so that `again` may be sent
 * @typedef {{ method: string, path: string, headers: Record<string, string>, bodies?: object[], expects: string }} Ask
 *   what a connection asks of a server that is not Anteroom's like: bodies take turns, `{new}` in them is another word each time,
 *   `{some}` in headers another one each thousand times, and each answer must hold `expects`
 * @typedef {{
 *   kind: Kind, host: string, port: number, token: string, apiKey: World["apiKey"], groupIds?: string[], asks?: Ask[],
 * }} Target `groupIds`: the projects that new people are invited to in turn, that of the invitation alone if absent
 */

/** @param {Target} target @param {Invite} invite @param {number} index the connection's @returns {Call} */
export function prepareCall(target, invite, index) {
  if (target.asks !== undefined)
    return prepareAsk(target, pick(target.asks, index % target.asks.length), index);
  if (target.kind === "get") return prepareGet(target, invite);
  if (target.kind === "list") return prepareList(target, invite);
  if (target.kind === "patch") return prepareBearerPatch(target, invite);
  if (target.kind === "post") return preparePost(target, invite, index);
  return prepareDigestPatch(target, invite, index);
}

/** @param {Target} target @param {Invite} invite @returns {Call} */
function prepareGet(target, invite) {
  const opening = openRequest(target, "GET", invitePath(invite.groupId, invite.id));
  const request = Buffer.from(`${opening}Authorization: Bearer ${target.token}\r\n\r\n`, "latin1");
  return {
    next: () => request,
    again: () => request,
    acceptChallenge: () => false,
    check: (body) =>
      expectFields(body, { id: invite.id, groupId: invite.groupId, username: invite.username }),
    lastRoles: () => undefined,
  };
}

/** Reads all invitations of the project. @param {Target} target @param {Invite} invite @returns {Call} */
function prepareList(target, { groupId, username }) {
  const opening = openRequest(target, "GET", invitesPath(groupId));
  const request = Buffer.from(`${opening}Authorization: Bearer ${target.token}\r\n\r\n`, "latin1");
  return {
    next: () => request,
    again: () => request,
    acceptChallenge: () => false,
    check: (body) => expectWord(body, username),
    lastRoles: () => undefined,
  };
}

/** @param {Target} target @param {Ask} ask @param {number} index @returns {Call} */
function prepareAsk({ host, port }, { method, path, headers, bodies, expects }, index) {
  const names = Object.entries({ Host: `${host}:${port}`, ...headers });
  const opening = `${method} ${path} HTTP/1.1\r\n${names.map(([name, value]) => `${name}: ${value}\r\n`).join("")}`;
  const texts = bodies?.map((body) => JSON.stringify(body)) ?? [];
  const run = Date.now().toString(36);
  let turn = 0;
  const build = () => {
    const head = opening.replace("{some}", `some-${run}-${index}-${Math.floor(turn / 1000)}`);
    if (texts.length === 0) return `${head}\r\n`;
    const body = pick(texts, turn % texts.length).replace("{new}", `new-${run}-${index}-${turn}`);
    return `${head}Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
  };
  return {
    next: () => {
      turn += 1;
      return build();
    },
    again: build,
    acceptChallenge: () => false,
    check: (body) => expectWord(body, expects),
    lastRoles: () => undefined,
  };
}

/** Invites somebody new each time. @param {Target} target @param {Invite} invite @param {number} index @returns {Call} */
function preparePost(target, invite, index) {
  const groupIds = target.groupIds ?? [invite.groupId];
  const openings = groupIds.map((groupId) => openRequest(target, "POST", invitesPath(groupId)));
  const run = Date.now().toString(36);
  let turn = index;
  const build = () => {
    const username = `new-${run}-${index}-${turn}@example.com`;
    const body = JSON.stringify({ username, roles: roleSets[0] });
    const opening = pick(openings, turn % openings.length);
    return `${opening}Authorization: Bearer ${target.token}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
  };
  return {
    next: () => {
      turn += 1;
      return build();
    },
    again: build,
    acceptChallenge: () => false,
    check: (body) => expectFields(body, { groupId: pick(groupIds, turn % groupIds.length) }),
    lastRoles: () => undefined,
  };
}

/** @param {Target} target @param {Invite} invite @returns {Call} */
function prepareBearerPatch(target, invite) {
  const opening = openRequest(target, "PATCH", invitesPath(invite.groupId));
  const requests = roleSets.map((roles) => {
    const ending = endPatch(invite, roles);
    return Buffer.from(`${opening}Authorization: Bearer ${target.token}\r\n${ending}`, "latin1");
  });
  return takeTurns(
    invite,
    (turn) => pick(requests, turn),
    () => false,
  );
}

/** @param {Target} target @param {Invite} invite @param {number} index @returns {Call} */
function prepareDigestPatch(target, invite, index) {
  const path = invitesPath(invite.groupId);
  const opening = openRequest(target, "PATCH", path);
  const endings = roleSets.map((roles) => endPatch(invite, roles));
  const who = {
    username: target.apiKey.publicKey,
    password: target.apiKey.privateKey,
    method: "PATCH",
    uri: path,
    cnonce: index.toString(16).padStart(16, "c"),
  };
  /** @type {(() => string) | undefined} */
  let sign;
  /** @param {number} turn */
  const build = (turn) => {
    const ending = pick(endings, turn);
    return sign === undefined ? opening + ending : `${opening}Authorization: ${sign()}\r\n${ending}`;
  };
  return takeTurns(invite, build, (head) => {
    const challenge = readChallenge(head);
    if (challenge === undefined || (sign !== undefined && !challenge.stale)) return false;
    sign = prepareSigner(who, challenge);
    return true;
  });
}

/**
 * Alternates between the two sets of roles.
 * @param {Invite} invite
 * @param {(turn: number) => Buffer | string} build
 * @param {(head: string) => boolean} acceptChallenge
 * @returns {Call}
 */
function takeTurns(invite, build, acceptChallenge) {
  let turn = 0;
  return {
    next: () => {
      turn = 1 - turn;
      return build(turn);
    },
    again: () => build(turn),
    acceptChallenge,
    check: (body) => {
      expectFields(body, { groupId: invite.groupId, username: invite.username });
      expectRoles(body, pick(roleSets, turn));
    },
    lastRoles: () => pick(roleSets, turn),
  };
}

/** @param {Target} target @param {string} method @param {string} path */
function openRequest({ host, port }, method, path) {
  return `${method} ${path} HTTP/1.1\r\nHost: ${host}:${port}\r\nAccept: ${mediaType}\r\n`;
}

/** @param {Invite} invite @param {string[]} roles */
function endPatch(invite, roles) {
  const body = JSON.stringify({ roles, username: invite.username });
  return `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
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

/** @template T @param {T[]} list @param {number} index @returns {T} */
function pick(list, index) {
  return /** @type {T} */ (list[index]);
}
