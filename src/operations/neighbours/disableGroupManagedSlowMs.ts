import { atlas } from "../atlas.ts";
import { writeSlowMs } from "./common.ts";

export const disableGroupManagedSlowMs = atlas("disableGroupManagedSlowMs", {
  holds: "group",
}).handle(({ tx, now, newId, group }) => writeSlowMs({ tx, now, newId }, group, false));
