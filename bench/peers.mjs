// Servers of others, each asked for what is nearest to an invitation of a project; what they are made of is in bench/peers.
import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { readDocument } from "./ask.mjs";
import { startServer } from "./processes.mjs";
import { planAtlas } from "./runners.mjs";

/**
 * @typedef {import("./calls.mjs").Ask} Ask
 * @typedef {import("./calls.mjs").Kind} Kind
 * @typedef {import("./options.mjs").Peer} Peer
 * @typedef {import("./world.mjs").World} World
 */

const folder = join(dirname(fileURLToPath(import.meta.url)), "peers");

/**
 * The nearest call of each peer, described in its own words; missing where a peer has none.
 * @type {Record<Peer, Partial<Record<Kind, string>>>}
 */
export const nearest = {
  prism: { get: "the same", list: "the same", patch: "the same", post: "the same" },
  "better-auth": {
    get: "get-invitation",
    list: "list-invitations",
    patch: "update-member-role",
    post: "invite-member",
  },
  emulate: { get: "a project", list: "projects", post: "a database user" },
};

/**
 * @param {string} tmp @param {ReadonlySet<Peer>} names @param {import("./runners.mjs").Opened} anteroom that has the document
 * @param {World} world @param {(line: string) => void} report
 * @returns {import("./runners.mjs").Runner[]} none if they cannot be installed
 */
export function peers(tmp, names, { started: { url } }, world, report) {
  if (names.size === 0 || !install(report)) return [];
  return [...names].map((name) => ({
    name,
    async open() {
      const own = await mkdtemp(join(tmp, `${name}-`));
      const isPrism = name === "prism";
      if (isPrism) await writeFile(join(own, "openapi.json"), await readDocument(url));
      const args = [join(folder, `${name}.mjs`), own, String(world.invites.length)];
      const started = await startServer(name, args, folder);
      /** @type {Partial<Record<Kind, Ask[]>>} */
      const asks = isPrism ? {} : JSON.parse(await readFile(join(own, "asks.json"), "utf8"));
      return {
        started,
        async plan(kind) {
          if (nearest[name][kind] === undefined) return undefined;
          const { target, invites } = await planAtlas(kind, started, world, url);
          // Prism is asked what Anteroom is, but that an answer is of an invitation is all that can be expected.
          const own = isPrism ? { expects: "roles" } : { asks: asks[kind] ?? [] };
          return { target: { ...target, ...own }, invites };
        },
      };
    },
  }));
}

/**
 * Installs the peers that bench/peers/package-lock.json pins, unless they are installed.
 * @param {(line: string) => void} report
 */
function install(report) {
  const made = join(folder, "node_modules/.package-lock.json");
  const pinned = join(folder, "package-lock.json");
  if (existsSync(made) && statSync(made).mtimeMs >= statSync(pinned).mtimeMs) return true;
  report("Installing the peers, once …");
  // What they would run at that is not needed: better-sqlite3 is the one that Anteroom has.
  const flags = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  const { status } = spawnSync("npm", ["ci", ...flags], { cwd: folder, stdio: "inherit", timeout: 600_000 });
  if (status !== 0) report("The peers are left out: they could not be installed.");
  return status === 0;
}
