// Rooms that a server may be without (`src/server/rooms.ts`), for tests of what stands beside them.
import { existsSync } from "node:fs";

const root = new URL("../../", import.meta.url);

/** Returns the reason to skip a test that needs a room, for its `skip` option; false where the room is there. */
const without = (room: string): string | false =>
  existsSync(new URL(`src/${room}/`, root)) ? false : `src/${room} is not here`;

/** The reason to skip a test in which a page is opened. */
export const noConsole = without("console");

/** The reason to skip a test of what the July 2027 kit says. */
export const noJuly = without("july");

/** Imports a module of a room; undefined where the room is not there. */
export async function moduleOf<T>(path: string): Promise<T | undefined> {
  const url = new URL(path, root);
  return existsSync(url) ? ((await import(url.href)) as T) : undefined;
}
