import { atlas } from "../atlas.ts";
import { readLimits, showLimit } from "./common.ts";

export const listGroupLimits = atlas("listGroupLimits", {}).handle(
  ({ tx, group }) => readLimits(tx, group),
  (limits) => limits.map(showLimit),
);
