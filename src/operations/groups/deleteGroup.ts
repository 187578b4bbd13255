// Deletes a project and everything in it.
import Type from "typebox";
import { limitSets } from "../../contract/limits.ts";
import { envelope, ObjectId, pretty } from "../../contract/schemas/common.ts";
import { group } from "../../domain/access.ts";
import { operation } from "../operation.ts";

export const deleteGroup = operation({
  id: "deleteGroup",
  method: "DELETE",
  path: "/api/atlas/v2/groups/{groupId}",
  tag: "Projects",
  summary: "Delete a project",
  description:
    "Deletes the project with its invitations, the roles held in it and its tags. Needs Project Owner.",
  door: group("GROUP_OWNER"),
  limit: limitSets.group,
  status: 202,
  params: { groupId: { ...ObjectId, description: "Id of the project." } },
  query: { envelope, pretty },
  versions: { "2023-01-01": { reply: Type.Object({}) } },
  errors: [],
}).handle(
  async ({ tx, group, record }) => {
    await tx.groups.remove(group.id);
    await record("GROUP_DELETED", { orgId: group.orgId, groupId: group.id });
  },
  { "2023-01-01": () => ({}) },
);
