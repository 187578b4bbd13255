// Worlds inside of a program, one after the other and many at once: what each step takes, and what is left of those that are closed.
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** @typedef {typeof import("../src/testing/library.ts").createAnteroom} Create */

const groupId = "32b6e34b3d91647abb20e7b8";
const username = "hello@example.com";

/** Returns the heap in use, in MB, after garbage is collected. */
export function heapMegabytes() {
  // Not before it is wanted: compiled code is only taken by V8 with the flags that it was made with.
  setFlagsFromString("--expose-gc");
  const collect = /** @type {() => void} */ (runInNewContext("gc"));
  collect();
  collect();
  return process.memoryUsage().heapUsed / 1e6;
}

/** @returns {{ wallMs: number, cpuMs: number }} */
function moment() {
  const { user, system } = process.cpuUsage();
  return { wallMs: performance.now(), cpuMs: (user + system) / 1000 };
}

export const steps = /** @type {const} */ ([
  "create",
  "first answer",
  "change",
  "first reset",
  "next reset",
  "close",
]);

/** @typedef {Record<(typeof steps)[number], { wallMs: number, cpuMs: number }>} Steps */

/**
 * The life of one world. Throws where it does not answer what it should, or is not as it was after the reset.
 * @param {Create} createAnteroom
 * @returns {Promise<Steps>}
 */
export async function live(createAnteroom) {
  const began = moment();
  let before = began;
  const lap = () => {
    const now = moment();
    const spent = { wallMs: now.wallMs - before.wallMs, cpuMs: now.cpuMs - before.cpuMs };
    before = now;
    return spent;
  };
  const anteroom = await createAnteroom();
  const create = lap();
  const invites = await anteroom.atlas.listGroupInvites({ groupId });
  const first = lap();
  const changed = await anteroom.atlas.updateGroupInvites({
    groupId,
    body: { username, roles: ["GROUP_OWNER"] },
  });
  const change = lap();
  await anteroom.reset();
  const firstReset = lap();
  await anteroom.reset();
  const nextReset = lap();
  const again = await anteroom.atlas.listGroupInvites({ groupId });
  before = moment();
  await anteroom.close();
  const close = lap();
  const roles = [invites[0], changed, again[0]].map((invite) => invite?.roles.join());
  if (String(roles) !== "GROUP_READ_ONLY,GROUP_OWNER,GROUP_READ_ONLY" || invites.length !== 1) {
    throw new Error(`a world was not as it should be: ${roles}`);
  }
  return { create, "first answer": first, change, "first reset": firstReset, "next reset": nextReset, close };
}

/**
 * Lets worlds live one after the other. `spent` has what each step of each of them took, `heap` what is in use after each tenth.
 * @param {Create} createAnteroom @param {number} count
 */
export async function liveInTurn(createAnteroom, count) {
  // Figures of thousands of worlds would themselves be what grows, were they objects on the heap.
  const figures = () => ({ wallMs: new Float64Array(count), cpuMs: new Float64Array(count) });
  const spent = /** @type {Record<keyof Steps, ReturnType<typeof figures>>} */ (
    Object.fromEntries(steps.map((step) => [step, figures()]))
  );
  const heap = [];
  for (let index = 0; index < count; index++) {
    const world = await live(createAnteroom);
    for (const step of steps) {
      spent[step].wallMs[index] = world[step].wallMs;
      spent[step].cpuMs[index] = world[step].cpuMs;
    }
    if ((index + 1) % Math.ceil(count / 10) === 0) heap.push(heapMegabytes());
  }
  return { spent, heap };
}
