import { refuseTakenGroupName } from "../../changes/groups.ts";
import { checkGroupName, checkTags } from "../../domain/group.ts";
import { door, operation, schemas } from "../declare.ts";
import { countedOne, oneGroup, showGroup } from "./common.ts";

export const updateGroup = operation("PATCH /api/atlas/v2/groups/{groupId}", {
  ...oneGroup,
  summary: "Update a project",
  description:
    "Changes the name, the tags or both; what is not sent stays. A sent list of tags replaces the old one. Needs Project Owner.",
  door: door.group("GROUP_OWNER"),
  holds: "group",
  body: schemas.GroupUpdate,
  versions: { "2023-01-01": { reply: schemas.Group } },
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
