import { addDefaultAlerts } from "../../changes/alerts.ts";
import { makeGroup } from "../../changes/groups.ts";
import { visitOrg } from "../../changes/scopes.ts";
import { atlas } from "../atlas.ts";
import { door, permit } from "../declare.ts";
import { misplaced, showGroup } from "./common.ts";

export const createGroup = atlas("createGroup", {
  holds: "itself",
  errors: [
    "BAD_REQUEST",
    "GROUP_ALREADY_EXISTS",
    "INVALID_GROUP_NAME",
    "MAX_GROUPS_PER_ORG_EXCEEDED",
    "NOT_ORG_GROUP_CREATOR",
    "ORG_NOT_FOUND",
    "USER_CANNOT_ACCESS_ORG",
    "USER_NOT_FOUND",
  ],
}).handle(
  async (context) => {
    const { tx, query, body, caller, fault } = context;
    const { orgId } = body;
    tx.locks.orgFor(orgId, caller.id);
    const { org, roles } = await visitOrg(context, orgId, caller);
    if (!permit(door.org("ORG_GROUP_CREATOR"), roles)) throw fault("NOT_ORG_GROUP_CREATOR", { orgId });

    const userId = query.projectOwnerId;
    const owner =
      userId === undefined ? await tx.users.oldestWith(orgId, "ORG_OWNER") : await tx.users.find(userId);
    // A person outside the organization counts as missing, so that the answer does not reveal accounts.
    if (userId !== undefined && !(owner && (await tx.users.isInOrg(userId, orgId)))) {
      throw fault("USER_NOT_FOUND", { userId });
    }
    const { name, withDefaultAlertsSettings = true, tags = [] } = body;
    // A creator who does not own the organization would otherwise be locked out of the new project.
    const creator = permit(door.group("GROUP_OWNER"), roles) ? undefined : caller;
    const owners = [owner, creator].flatMap((each) => each?.id ?? []);
    const group = await makeGroup(context, { orgId, name, withDefaultAlertsSettings, tags, owners });
    if (withDefaultAlertsSettings && !org.skipDefaultAlertsSettings) addDefaultAlerts(context, group);
    return group;
  },
  // As recorded, the answer of the creation has no `tags` when none were sent.
  (group, showing) => {
    const { tags, ...rest } = showGroup(group, showing);
    return tags.length === 0 ? rest : showGroup(group, showing);
  },
  misplaced,
);
