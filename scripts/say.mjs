// Prints the lines of checks; the program exits with 1 if one fails.

/** @param {string} what @param {boolean} holds @param {unknown} [seen] */
export function say(what, holds, seen = "") {
  if (!holds) process.exitCode = 1;
  const shown = String(seen).trim();
  console.log(`${holds ? "ok          " : "FALLS SHORT "} ${what}${shown === "" ? "" : `: ${shown}`}`);
}

/**
 * Prints a check of a program, with the program's output only where it failed.
 * @param {string} what @param {{ ok: boolean, said: string }} ran
 */
export const sayOf = (what, { ok, said }) => say(what, ok, ok ? "" : said);
