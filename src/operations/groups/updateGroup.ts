import { refuseTakenGroupName } from "../../changes/groups.ts";
import { checkGroupName, checkTags } from "../../domain/group.ts";
import { atlas } from "../atlas.ts";
import { countedOne, showGroup } from "./common.ts";

export const updateGroup = atlas("updateGroup", {
  holds: "group",
  errors: ["BAD_REQUEST", "GROUP_ALREADY_EXISTS", "INVALID_GROUP_NAME"],
}).handle(async ({ tx, now, group, body, fault, record }) => {
  const about = { orgId: group.orgId, groupId: group.id };
  const name = body.name === undefined ? group.name : checkGroupName(body.name, fault);
  const tags = body.tags === undefined ? await tx.groups.tags(group.id) : checkTags(body.tags, fault);
  const changed = {
    ...group,
    name,
    tags,
    withDefaultAlertsSettings: body.withDefaultAlertsSettings ?? group.withDefaultAlertsSettings,
  };
  if (name !== group.name) {
    await refuseTakenGroupName({ tx, fault }, group.orgId, name);
    const kept = { name: { before: group.name, after: name }, access: [] };
    await record("GROUP_NAME_CHANGED", { ...about, kept });
  }
  await tx.groups.update(changed);
  if (body.tags !== undefined) {
    await tx.groups.replaceTags(group.id, tags);
    await record("GROUP_TAGS_MODIFIED", {
      ...about,
      details: { resourceId: group.id, resourceType: "project" },
    });
  }
  return countedOne({ tx, now }, changed);
}, showGroup);
