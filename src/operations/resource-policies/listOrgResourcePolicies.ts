import { policiesOf } from "../../changes/resource-policies.ts";
import { door, operation, schemas } from "../declare.ts";
import { path, shared, showPolicy } from "./common.ts";

export const listOrgResourcePolicies = operation(`GET ${path}`, {
  ...shared,
  summary: "List the resource policies of an organization",
  description: "Oldest first. Needs a role in the organization.",
  door: door.org("ORG_MEMBER"),
  versions: { "2024-08-05": { reply: schemas.ResourcePolicies } },
}).handle(
  ({ tx, org }) => policiesOf({ tx }, org.id),
  (policies) => policies.map(showPolicy),
);
