import { policiesOf } from "../../changes/resource-policies.ts";
import { atlas } from "../atlas.ts";
import { showPolicy } from "./common.ts";

export const listOrgResourcePolicies = atlas("listOrgResourcePolicies", {}).handle(
  ({ tx, org }) => policiesOf({ tx }, org.id),
  (policies) => policies.map(showPolicy),
);
