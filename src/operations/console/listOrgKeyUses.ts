import { door, operation } from "../declare.ts";
import { asIs, everyKey, keyUsesOf, onPages } from "./common.ts";

export const listOrgKeyUses = operation("GET /console/orgs/{orgId}/keyUses", {
  ...onPages,
  summary: "List when the API keys of an organization were used last",
  description: "To the hour. Needs Organization Member.",
  door: door.org("ORG_MEMBER"),
}).handle(async ({ tx, org }) => keyUsesOf(tx, (await tx.apiKeys.inOrg(org.id, everyKey)).results), asIs);
