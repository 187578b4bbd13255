import { atlas } from "../atlas.ts";
import { findLimit, showLimit } from "./common.ts";

export const getGroupLimit = atlas("getGroupLimit", {
  errors: ["RESOURCE_NOT_FOUND"],
}).handle(
  ({ tx, group, params, fault }) => findLimit(tx, { group, name: params.limitName }, fault),
  showLimit,
);
