// Timers and time as they were before a test faked the globals; the bundle uses these instead (scripts/bundle.mjs).
import * as timers from "node:timers";

// They are copied, because fakes of the globals replace members of the module as well.
export const { clearImmediate, clearInterval, clearTimeout, setImmediate, setInterval, setTimeout } = timers;
export const queueMicrotask = globalThis.queueMicrotask;
const nextTick = process.nextTick.bind(process);
const now = performance.now.bind(performance);
const dateNow = Date.now.bind(Date);

export { dateNow as "Date.now", nextTick as "process.nextTick", now as "performance.now" };
