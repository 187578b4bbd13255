// The servers that take turns in a run: how each is started, and what it is asked.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { askEach, expectStored, hasHeader, readShape, requestToken } from "./ask.mjs";
import { startServer, traceAllocation } from "./processes.mjs";
import { titles } from "./rounds.mjs";

/**
 * @typedef {import("./calls.mjs").Kind} Kind
 * @typedef {import("./load.mjs").Job} Job
 * @typedef {import("./processes.mjs").Started} Started
 * @typedef {import("./world.mjs").World} World
 * @typedef {{
 *   started: Started,
 *   plan: (kind: Kind) => Promise<Pick<Job, "target" | "invites"> | undefined>,
 *   check?: (kind: Kind, figures: import("./load.mjs").Figures) => Promise<void>,
 * }} Opened `plan` gives nothing for what the server has no operation for, `check` fails unless what was answered is true
 * @typedef {{ name: string, open: () => Promise<Opened> }} Runner
 * @typedef {import("./starts.mjs").Commands} Commands
 */

/** @param {Commands} commands @param {string[]} args of node @param {World} world @returns {Promise<Opened>} */
export async function openAnteroom({ root, seed }, args, world) {
  const started = await startServer("anteroom", [traceAllocation, ...args, ...seed], root);
  return {
    started,
    plan: (kind) => planAtlas(kind, started, world, started.url),
    async check(kind, { lastRoles }) {
      if (kind !== "patch" && kind !== "digest") return;
      const token = await requestToken(started.url, world.serviceAccount);
      await expectStored(started.url, world, token, lastRoles);
    },
  };
}

/**
 * Answers in the shapes of a running Anteroom, and says whether both answer alike.
 * @param {Commands} commands @param {Opened} anteroom @param {World} world @param {(line: string) => void} report
 * @returns {Promise<Opened>}
 */
export async function openBare({ root, tmp, bare }, { started: { url } }, world, report) {
  const token = await requestToken(url, world.serviceAccount);
  const ours = await askEach(url, world, token);
  const file = join(tmp, "shapes.json");
  const kinds = /** @type {const} */ (["get", "list", "patch", "post"]);
  const shapes = Object.fromEntries(kinds.map((kind) => [kind, readShape(ours[kind])]));
  await writeFile(file, JSON.stringify({ ...shapes, namesTimeout: hasHeader(ours.get, "keep-alive") }));
  const started = await startServer("bare", [traceAllocation, ...bare, file], root);
  const theirs = await askEach(started.url, world, token);
  for (const kind of kinds) {
    const [a, b] = [describeSize(ours[kind]), describeSize(theirs[kind])];
    report(`${titles[kind].padEnd(18)} answers ${a}${a === b ? " on both" : `, bare ${b}`}`);
  }
  return {
    started,
    plan: (kind) =>
      planAtlas(kind, started, kind === "get" || kind === "post" ? repeatFirst(world) : world, url),
  };
}

/** @param {import("./ask.mjs").Reply} reply */
const describeSize = ({ rawHeaders, body }) =>
  `${rawHeaders.length / 2} headers, ${Buffer.byteLength(body)} bytes of body`;

/**
 * @param {Kind} kind @param {Started} server @param {World} world
 * @param {string} tokens where an Anteroom gives one
 */
export async function planAtlas(kind, { host, port }, world, tokens) {
  const token = await requestToken(tokens, world.serviceAccount);
  // Whoever is new comes into projects of their own, so that the list stays as long as it is.
  const groupIds = kind === "post" ? { groupIds: world.emptyGroupIds } : {};
  return { target: { kind, host, port, token, apiKey: world.apiKey, ...groupIds }, invites: world.invites };
}

/** The bare server answers every GET with the same invitation, and every POST as from the same project. @param {World} world @returns {World} */
const repeatFirst = (world) => ({
  ...world,
  invites: world.invites.map(() => world.invites[0] ?? { id: "", username: "", groupId: "" }),
  emptyGroupIds: world.emptyGroupIds.slice(0, 1),
});
