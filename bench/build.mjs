// Whether the built server is there and as new as its source, since measuring an old build misleads.
import { existsSync, readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";

/** @param {string} main the built entry @param {string} source the folder it was built from @returns {string | undefined} a warning */
export function checkBuild(main, source) {
  if (!existsSync(main)) throw new Error(`${main} is not there; run npm run build first`);
  if (!existsSync(source) || findNewest(source) <= findNewest(dirname(main))) return undefined;
  return "The source is newer than the build: npm run build, or what is measured is the older server.";
}

/** @param {string} folder */
function findNewest(folder) {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
    /\.[jt]sx?$/.test(file),
  );
  return Math.max(0, ...files.map((file) => statSync(join(folder, file)).mtimeMs));
}
