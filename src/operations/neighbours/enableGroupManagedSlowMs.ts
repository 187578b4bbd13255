import { atlas } from "../atlas.ts";
import { writeSlowMs } from "./common.ts";

export const enableGroupManagedSlowMs = atlas("enableGroupManagedSlowMs", {
  holds: "group",
}).handle(({ tx, now, newId, group }) => writeSlowMs({ tx, now, newId }, group, true));
