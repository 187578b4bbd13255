import { atlas } from "../atlas.ts";
import { readDelegation } from "./common.ts";

export const getOrgDelegationSettings = atlas("getOrgDelegationSettings", {}).handle(
  ({ tx, org }) => readDelegation(tx, org),
  (settings) => settings,
);
