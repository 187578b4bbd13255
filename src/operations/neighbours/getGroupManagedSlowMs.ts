import { atlas } from "../atlas.ts";
import { readSlowMs } from "./common.ts";

export const getGroupManagedSlowMs = atlas("getGroupManagedSlowMs", {}).handle(
  ({ tx, group }) => readSlowMs(tx, group),
  (isEnabled) => isEnabled,
);
