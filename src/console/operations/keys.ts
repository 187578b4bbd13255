// Operations of pages on the uses of API keys.

import { makersIn } from "../../atlas/users/makers.ts";
import { door, operation } from "../../core/operations/declare.ts";
import { asIs, everyKey, keyUsesOf, onPages } from "./common.ts";

export const listGroupKeyUses = operation("GET /console/groups/{groupId}/keyUses", {
  ...onPages,
  summary: "List when the API keys of a project were used last",
  description: "To the hour. Needs Project Read Only.",
  door: door.group("GROUP_READ_ONLY"),
}).handle(async ({ tx, group }) => keyUsesOf(tx, (await tx.apiKeys.inGroup(group, everyKey)).results), asIs);

export const listOrgKeyUses = operation("GET /console/orgs/{orgId}/keyUses", {
  ...onPages,
  summary: "List when the API keys of an organization were used last",
  description: "To the hour. Needs Organization Member.",
  door: door.org("ORG_MEMBER"),
}).handle(async ({ tx, org }) => keyUsesOf(tx, (await tx.apiKeys.inOrg(org.id, everyKey)).results), asIs);

export const listOrgMakers = operation("GET /console/orgs/{orgId}/makers", {
  ...onPages,
  summary: "List who made the API keys and service accounts of an organization",
  description:
    "By public key or client id, as the events say that members may read. Needs Organization Member.",
  door: door.org("ORG_MEMBER"),
}).handle(
  async ({ tx, org }) => [...(await makersIn(tx, org.id))].map(([of, maker]) => ({ of, ...maker })),
  asIs,
);
