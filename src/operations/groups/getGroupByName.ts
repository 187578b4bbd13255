import { holdsInGroup } from "../../changes/scopes.ts";
import { door, operation, schemas, Type } from "../declare.ts";
import { countedOne, manyGroups, showGroup } from "./common.ts";

export const getGroupByName = operation("GET /api/atlas/v2/groups/byName/{groupName}", {
  ...manyGroups,
  summary: "Get a project by its name",
  description:
    "Answers the project of that name in the caller's organization, if the caller may see it; of several, that of the oldest organization. Others and missing ones are refused alike.",
  door: door.signedIn,
  params: {
    groupName: Type.String({ minLength: 1, maxLength: 64, description: "Name of the project, URL-encoded." }),
  },
  versions: { "2023-01-01": { reply: schemas.Group } },
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
