// What waits and what time it is, as it was before a test replaced it: vitest and jest fake the globals, and a server must go on meanwhile. The
// bundle, with all that is bundled, uses these in place of the globals (scripts/bundle.mjs).
import * as timers from "node:timers";

// Copied: what fakes the globals replaces members of the module as well.
export const { clearImmediate, clearInterval, clearTimeout, setImmediate, setInterval, setTimeout } = timers;

export const queueMicrotask = globalThis.queueMicrotask;

const nextTick = process.nextTick.bind(process);
const now = performance.now.bind(performance);
const dateNow = Date.now.bind(Date);

export { dateNow as "Date.now", nextTick as "process.nextTick", now as "performance.now" };
