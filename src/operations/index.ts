// The table of operations. A new one is its file, its test and a line here; `npm run new -- <operationId>` writes all three.
import { createGroup } from "./groups/createGroup.ts";
import { deleteGroup } from "./groups/deleteGroup.ts";
import { getGroup } from "./groups/getGroup.ts";
import { getGroupByName } from "./groups/getGroupByName.ts";
import { listGroups } from "./groups/listGroups.ts";
import { updateGroup } from "./groups/updateGroup.ts";
import { createGroupInvite } from "./invites/createGroupInvite.ts";
import { deleteGroupInvite } from "./invites/deleteGroupInvite.ts";
import { getGroupInvite } from "./invites/getGroupInvite.ts";
import { listGroupInvites } from "./invites/listGroupInvites.ts";
import { updateGroupInviteById } from "./invites/updateGroupInviteById.ts";
import { updateGroupInvites } from "./invites/updateGroupInvites.ts";
import { getOrg } from "./orgs/getOrg.ts";
import { listOrgs } from "./orgs/listOrgs.ts";
import { getSystemStatus } from "./root/getSystemStatus.ts";

export const operations = {
  createGroup,
  createGroupInvite,
  deleteGroup,
  deleteGroupInvite,
  getGroup,
  getGroupByName,
  getGroupInvite,
  getOrg,
  getSystemStatus,
  listGroupInvites,
  listGroups,
  listOrgs,
  updateGroup,
  updateGroupInviteById,
  updateGroupInvites,
};

export type OperationId = keyof typeof operations;
