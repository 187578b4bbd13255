import { holdsInGroup } from "../../changes/scopes.ts";
import { atlas } from "../atlas.ts";
import { countedOne, showGroup } from "./common.ts";

export const getGroupByName = atlas("getGroupByName", {
  errors: ["NOT_IN_GROUP"],
}).handle(async ({ tx, now, params, caller, fault }) => {
  for (const org of await tx.orgs.around(caller)) {
    const group = await tx.groups.named(org.id, params.groupName);
    if (group === undefined) continue;
    const [isReader, counted] = await Promise.all([
      holdsInGroup(tx, group.id, caller, "GROUP_READ_ONLY"),
      countedOne({ tx, now }, group),
    ]);
    if (isReader) return counted;
  }
  throw fault("NOT_IN_GROUP", {});
}, showGroup);
