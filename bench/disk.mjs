// What one durable write costs on this disk, without which a figure of PATCH says little.
import { closeSync, fdatasyncSync, openSync, writeSync } from "node:fs";
import { median } from "./figures.mjs";

const times = 100;
const page = Buffer.alloc(4096, 1);

/** The median of appending one page and waiting for the disk. @param {string} file @returns {number} milliseconds */
export function measureDurableWrite(file) {
  const descriptor = openSync(file, "w");
  const milliseconds = Array.from({ length: times }, () => {
    const from = performance.now();
    writeSync(descriptor, page);
    fdatasyncSync(descriptor);
    return performance.now() - from;
  });
  closeSync(descriptor);
  return median(milliseconds);
}
