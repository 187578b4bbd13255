import { door, operation } from "../declare.ts";
import { asIs, everyKey, keyUsesOf, onPages } from "./common.ts";

export const listGroupKeyUses = operation("GET /console/groups/{groupId}/keyUses", {
  ...onPages,
  summary: "List when the API keys of a project were used last",
  description: "To the hour. Needs Project Read Only.",
  door: door.group("GROUP_READ_ONLY"),
}).handle(async ({ tx, group }) => keyUsesOf(tx, (await tx.apiKeys.inGroup(group, everyKey)).results), asIs);
