// The bench's command line: what may be asked, and within which bounds, so that every run ends by itself.
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { OptionError } from "./harness.mjs";

export const parts = /** @type {const} */ (["get", "list", "patch", "digest", "post", "start"]);
const engines = /** @type {const} */ (["sqlite", "postgres"]);
const peers = /** @type {const} */ (["prism", "better-auth", "emulate"]);

export const help = `Measures the built Anteroom server beside a bare node:http server and servers of others, in turn, in one run.

Usage: node bench/run.mjs [options]        (after npm run build)

  --seconds N       seconds per measurement, 0.2 to 60 (default 4)
  --rounds N        rounds in which all servers take turns, 1 to 50 (default 3)
  --connections N   keep-alive connections, 1 to 256 (default 32)
  --only LIST       some of ${parts.join(",")} (default all): reading one invitation, and all of a project;
                    changing one, with a token and with digest; inviting; starting
  --engines LIST    some of ${engines.join(",")}: what Anteroom keeps its state in (default both; PostgreSQL where
                    ANTEROOM_TEST_POSTGRES names a server, or else one is installed, which is started for the run)
  --peers LIST      some of ${peers.join(",")}, or none (default all): Prism with Anteroom's own OpenAPI document,
                    better-auth's organization plugin, and emulate's Atlas, asked for what is nearest. Installed
                    into bench/peers at first use; if that fails they are left out
  --main FILE       the server's entry (default dist/main.js of this checkout)
  --help

Examples:
  node bench/run.mjs
  node bench/run.mjs --only patch,digest --rounds 5
  node bench/run.mjs --seconds 1 --rounds 1                   a quick look
  node bench/run.mjs --main ../before/dist/main.js --only get  another checkout's build

With --rounds 1, which is a look and no comparison, the engine is sqlite and peers are none unless they are asked for.
It never fails on speed. It exits with 1 when an answer is wrong, with 2 when an option is.
`;

/**
 * @typedef {typeof parts[number]} Part
 * @typedef {typeof engines[number]} Engine
 * @typedef {typeof peers[number]} Peer
 * @typedef {{
 *   seconds: number, rounds: number, connections: number, only: Set<Part>, engines: Set<Engine>, peers: Set<Peer>,
 *   main: string, help: boolean,
 * }} Options
 * @param {string[]} args
 * @param {string} root the checkout's folder
 * @returns {Options}
 */
export function readOptions(args, root) {
  const values = parse(args);
  const rounds = readInteger("rounds", values.rounds, 1, 50);
  const isLook = rounds === 1;
  return {
    seconds: readNumber("seconds", values.seconds, 0.2, 60),
    rounds,
    connections: readInteger("connections", values.connections, 1, 256),
    only: readSome("only", parts, values.only),
    engines: readSome("engines", engines, values.engines ?? (isLook ? "sqlite" : engines.join(","))),
    peers: readPeers(values.peers ?? (isLook ? "none" : peers.join(","))),
    main: values.main === undefined ? resolve(root, "dist/main.js") : resolve(values.main),
    help: values.help,
  };
}

/** @param {string[]} args */
function parse(args) {
  try {
    return parseArgs({
      args,
      options: {
        seconds: { type: "string", default: "4" },
        rounds: { type: "string", default: "3" },
        connections: { type: "string", default: "32" },
        only: { type: "string", default: parts.join(",") },
        engines: { type: "string" },
        peers: { type: "string" },
        main: { type: "string" },
        help: { type: "boolean", default: false },
      },
    }).values;
  } catch (error) {
    throw new OptionError(/** @type {Error} */ (error).message);
  }
}

/** @param {string} name @param {string} text @param {number} least @param {number} most */
function readNumber(name, text, least, most) {
  const number = text.trim() === "" ? Number.NaN : Number(text);
  if (number >= least && number <= most) return number;
  throw new OptionError(`--${name} takes a number from ${least} to ${most}, not "${text}"`);
}

/** @param {string} name @param {string} text @param {number} least @param {number} most */
function readInteger(name, text, least, most) {
  const number = readNumber(name, text, least, most);
  if (Number.isInteger(number)) return number;
  throw new OptionError(`--${name} takes a whole number, not "${text}"`);
}

/** @param {string} text @returns {Set<Peer>} */
const readPeers = (text) => (text.trim() === "none" ? new Set() : readSome("peers", peers, text));

/** @template {string} Name @param {string} option @param {readonly Name[]} names @param {string} text @returns {Set<Name>} */
function readSome(option, names, text) {
  const asked = text.split(",").map((part) => part.trim());
  const known = names.filter((name) => asked.includes(name));
  if (known.length > 0 && asked.every((part) => names.some((name) => name === part))) return new Set(known);
  throw new OptionError(`--${option} takes some of ${names.join(",")}, not "${text}"`);
}
