// Rooms that a server may be without (`src/server/rooms.ts`), for tests of what stands beside them.
import { existsSync } from "node:fs";

const root = new URL("../../", import.meta.url);

/** The reason to skip a test in which a page is opened, for its `skip` option; false where there are pages. */
export const noConsole: string | false = existsSync(new URL("src/console/", root))
  ? false
  : "there is no console here";

/** Imports a module of a room; undefined where the room is not there. */
export async function moduleOf<T>(path: string): Promise<T | undefined> {
  const url = new URL(path, root);
  return existsSync(url) ? ((await import(url.href)) as T) : undefined;
}
