// Renames a project, or replaces its tags.
import { limitSets } from "../../contract/limits.ts";
import { envelope, ObjectId, pretty } from "../../contract/schemas/common.ts";
import { Group, GroupUpdate } from "../../contract/schemas/groups.ts";
import { group } from "../../domain/access.ts";
import { checkGroupName, checkTags } from "../../domain/group.ts";
import { operation } from "../operation.ts";
import { showGroup } from "./views.ts";

export const updateGroup = operation({
  id: "updateGroup",
  method: "PATCH",
  path: "/api/atlas/v2/groups/{groupId}",
  tag: "Projects",
  summary: "Update a project",
  description:
    "Changes the name, the tags or both; what is not sent stays. A sent list of tags replaces the old one. Needs Project Owner.",
  door: group("GROUP_OWNER"),
  limit: limitSets.group,
  status: 200,
  params: { groupId: { ...ObjectId, description: "Id of the project." } },
  query: { envelope, pretty },
  body: GroupUpdate,
  versions: { "2023-01-01": { reply: Group } },
  errors: ["BAD_REQUEST", "GROUP_ALREADY_EXISTS", "INVALID_GROUP_NAME"],
}).handle(
  async ({ tx, group, body, caller, now, newId, fault }) => {
    const told = { at: now, actor: caller, orgId: group.orgId, groupId: group.id, targetUsername: null };
    const name = body.name === undefined ? group.name : checkGroupName(body.name, fault);
    const tags = body.tags === undefined ? await tx.groups.tags(group.id) : checkTags(body.tags, fault);
    const changed = {
      ...group,
      name,
      tags,
      withDefaultAlertsSettings: body.withDefaultAlertsSettings ?? group.withDefaultAlertsSettings,
    };
    if (name !== group.name) {
      if ((await tx.groups.named(group.orgId, name)) !== undefined)
        throw fault("GROUP_ALREADY_EXISTS", { name });
      await tx.events.add({ ...told, id: newId(), type: "GROUP_NAME_CHANGED" });
    }
    await tx.groups.update(changed);
    if (body.tags !== undefined) {
      await tx.groups.replaceTags(group.id, tags);
      await tx.events.add({ ...told, id: newId(), type: "GROUP_TAGS_MODIFIED" });
    }
    return changed;
  },
  { "2023-01-01": showGroup },
);
