// The bench's command line: what may be asked, and within which bounds, so that every run ends by itself.
import { resolve } from "node:path";
import { parseArgs } from "node:util";

export const parts = /** @type {const} */ (["get", "patch", "digest", "start"]);

export const help = `Measures the built Anteroom server beside a bare node:http server, in turn, in one run.

Usage: node bench/run.mjs [options]        (after npm run build)

  --seconds N       seconds per measurement, 0.2 to 60 (default 4)
  --rounds N        rounds of Anteroom, bare, Anteroom, bare …, 1 to 50 (default 3)
  --connections N   keep-alive connections, 1 to 256 (default 32)
  --only LIST       some of ${parts.join(",")} (default all)
  --main FILE       the server's entry (default dist/main.js of this checkout)
  --help

Examples:
  node bench/run.mjs
  node bench/run.mjs --only patch,digest --rounds 5
  node bench/run.mjs --seconds 1 --rounds 1                   a quick look
  node bench/run.mjs --main ../before/dist/main.js --only get  another checkout's build

It never fails on speed. It exits with 1 when an answer is wrong, with 2 when an option is.
`;

/** An option that cannot be taken; its message is for the person who typed it. */
export class OptionError extends Error {}

/**
 * @typedef {typeof parts[number]} Part
 * @typedef {{ seconds: number, rounds: number, connections: number, only: Set<Part>, main: string, help: boolean }} Options
 * @param {string[]} args
 * @param {string} root the checkout's folder
 * @returns {Options}
 */
export function readOptions(args, root) {
  const values = parse(args);
  return {
    seconds: readNumber("seconds", values.seconds, 0.2, 60),
    rounds: readInteger("rounds", values.rounds, 1, 50),
    connections: readInteger("connections", values.connections, 1, 256),
    only: readParts(values.only),
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

/** @param {string} text @returns {Set<Part>} */
function readParts(text) {
  const asked = text.split(",").map((part) => part.trim());
  const known = parts.filter((part) => asked.includes(part));
  if (known.length > 0 && asked.every((part) => parts.some((name) => name === part))) return new Set(known);
  throw new OptionError(`--only takes some of ${parts.join(",")}, not "${text}"`);
}
