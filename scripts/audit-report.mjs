// Judges what `npm audit` found in what the package ships, by the days that SECURITY.md names.

/** Days until it is mended of what may be put off. @type {Readonly<Record<string, number>>} */
const daysOf = { moderate: 30, low: 90, info: 90 };
const day = 86_400_000;

/** @param {number} instant */
const dateOf = (instant) => new Date(instant).toISOString().slice(0, 10);

/**
 * Returns why an advisory must be fixed now; nothing while it may wait.
 * @param {string} id @param {string} severity @param {string | undefined} seen The day on which it was put off.
 */
function whyNot(id, severity, seen) {
  const days = daysOf[severity];
  if (days === undefined) return "nothing lands before it is mended";
  if (seen === undefined) {
    return `mend it, or put "${id}": "${dateOf(Date.now())}" into scripts/put-off.json and mend it in ${days} days`;
  }
  const last = dateOf(Date.parse(seen) + days * day);
  return dateOf(Date.now()) > last ? `was to be mended by ${last}` : undefined;
}

/** @typedef {{ url: string, severity: string }} Advisory */
/** @typedef {{ vulnerabilities?: Record<string, { range: string, nodes: string[], via: (Advisory | string)[] }>, message?: string }} Report */

/**
 * Lines to print, and whether nothing may land.
 * @param {Report} report Of `npm audit --json`.
 * @param {Readonly<Record<string, string>>} putOff The day on which each advisory that is put off was seen first.
 * @param {{ has(path: string): boolean }} shipped Folders of the packages that are shipped.
 */
export function judge({ vulnerabilities, message = "npm gave no report" }, putOff, shipped) {
  if (vulnerabilities === undefined) {
    const lines = [`\n*** NO AUDIT: known vulnerabilities were NOT looked for (${message}) ***\n`];
    return { lines, isBad: false };
  }
  const found = Object.entries(vulnerabilities)
    .filter(([, { nodes }]) => nodes.some((path) => shipped.has(path)))
    .flatMap(([name, { range, via }]) =>
      // A name instead of an advisory is that of another package in the report, which has it.
      via
        .filter((each) => typeof each !== "string")
        .map(({ severity, url }) => ({ name, range, severity, id: url.split("/").at(-1) ?? url })),
    )
    .map((each) => ({ ...each, why: whyNot(each.id, each.severity, putOff[each.id]) }));
  const unused = Object.keys(putOff).filter((id) => !found.some((each) => each.id === id));
  return {
    lines: [
      ...found.map(
        ({ name, range, severity, id, why }) =>
          `${severity}: ${name} ${range} (${id}): ${why ?? `put off on ${putOff[id]}`}`,
      ),
      ...unused.map((id) => `${id} is mended: take it out of the list`),
      `known vulnerabilities: ${found.length}`,
    ],
    isBad: unused.length > 0 || found.some(({ why }) => why !== undefined),
  };
}
