// Measures what worlds inside of a program cost: `npm run bench:embed`, or with `--worlds 1000` in place of 10,000.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { heapMegabytes, live, liveInTurn, steps } from "./worlds.mjs";

const { values } = parseArgs({
  options: { worlds: { type: "string", default: "10000" }, first: { type: "boolean", default: false } },
});

/** @param {number} value */
const show = (value) => value.toFixed(value < 10 ? 2 : 1);

/** @param {ArrayLike<number>} given p10, median and p95 */
function spread(given) {
  const sorted = Float64Array.from(given).sort();
  const at = (/** @type {number} */ part) => sorted[Math.floor(part * (sorted.length - 1))] ?? Number.NaN;
  return [0.1, 0.5, 0.95].map((part) => show(at(part))).join(" / ");
}

/** @param {string} what @param {{ wallMs: ArrayLike<number>, cpuMs: ArrayLike<number> }} spent */
function row(what, { wallMs, cpuMs }) {
  console.log(`| ${what} | ${spread(wallMs)} | ${spread(cpuMs)} |`);
}

const cpuMs = () => process.cpuUsage().user / 1000 + process.cpuUsage().system / 1000;

const [loadingAt, usedBefore] = [performance.now(), cpuMs()];
const { createAnteroom } = await import(new URL("../dist/library.js", import.meta.url).href);
const load = { wallMs: performance.now() - loadingAt, cpuMs: cpuMs() - usedBefore };

if (values.first) {
  console.log(JSON.stringify({ import: load, ...(await live(createAnteroom)) }));
} else {
  const self = fileURLToPath(import.meta.url);
  const firsts = Array.from({ length: 9 }, () =>
    JSON.parse(String(execFileSync(process.execPath, [self, "--first"]))),
  );
  console.log(`Node ${process.versions.node}. p10 / median / p95, in ms.\n`);
  console.log("| | wall | CPU |\n|---|---|---|");
  for (const step of ["import", "create", "first answer"]) {
    const wallMs = firsts.map((each) => each[step].wallMs);
    row(`first world of a process, ${step}`, { wallMs, cpuMs: firsts.map((each) => each[step].cpuMs) });
  }

  const { spent, heap } = await liveInTurn(createAnteroom, Number(values.worlds));
  const warm = Math.floor(Number(values.worlds) / 10);
  for (const step of steps) {
    const { wallMs, cpuMs } = spent[step];
    row(`further worlds, ${step}`, { wallMs: wallMs.subarray(warm), cpuMs: cpuMs.subarray(warm) });
  }

  const startedAt = performance.now();
  const together = await Promise.all(Array.from({ length: 50 }, () => createAnteroom()));
  await Promise.all(together.map(({ atlas }) => atlas.listGroups()));
  const fiftyMs = performance.now() - startedAt;
  const open = heapMegabytes();
  await Promise.all(together.map((each) => each.close()));
  together.length = 0;
  const closed = heapMegabytes();
  console.log(
    `\n50 at once, created and answered: ${show(fiftyMs)} ms, ${show((open - closed) / 50)} MB each while open.`,
  );
  console.log(`Heap after each tenth of ${values.worlds} worlds, MB: ${heap.map(show).join(" ")}`);
  console.log(`Resident at the end, MB: ${show(process.memoryUsage().rss / 1e6)}`);
}
