// Operations on projects.

import type { GroupMigrationRequest } from "../../client/api.ts";
import { requireRecentSignIn } from "../../core/changes/changing.ts";
import { holdsInGroup, ownsOrg, visitOrg } from "../../core/changes/scopes.ts";
import { missing, wrongField } from "../../core/contract/errors.ts";
import { checkGroupName, checkTags } from "../../core/domain/group.ts";
import { atlas } from "../../core/operations/atlas.ts";
import { door, type FaultMaker, permit, showPageOf } from "../../core/operations/declare.ts";
import { addDefaultAlerts } from "../alerts/alerts.ts";
import { countedOne, countedPage, misplaced, showGroup, showGroupInList } from "./common.ts";
import {
  isBeingDeleted,
  makeGroup,
  moveGroup,
  refuseTakenGroupName,
  removeErrors,
  removeGroup,
} from "./groups.ts";

export const listGroups = atlas("listGroups", {}).handle(
  async ({ tx, now, caller, query }) =>
    countedPage({ tx, now }, await tx.groups.visible({ principalId: caller.id }, query)),
  showPageOf(showGroupInList),
);

export const getGroup = atlas("getGroup", {}).handle(
  async ({ tx, now, group }) => countedOne({ tx, now }, { ...group, tags: await tx.groups.tags(group.id) }),
  showGroup,
);

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

export const createGroup = atlas("createGroup", {
  locks: "handler",
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
  // The creation's answer has no `tags` when none were sent, as recorded.
  (group, showing) => {
    const { tags, ...rest } = showGroup(group, showing);
    return tags.length === 0 ? rest : showGroup(group, showing);
  },
  misplaced,
);

export const migrateGroup = atlas("migrateGroup", {
  locks: "everything",
  securityEvent: "project-move",
  errors: [
    "GROUP_ALREADY_EXISTS",
    "INVALID_ATTRIBUTE",
    "MAX_GROUPS_PER_ORG_EXCEEDED",
    "MAX_USERS_PER_ORG_EXCEEDED",
    "MISSING_ATTRIBUTE",
    "NOT_ORG_OWNER",
    "ORG_NOT_FOUND",
    "ORG_REQUIRES_ACCESS_LIST",
    "USER_CANNOT_ACCESS_ORG",
  ],
  needs: ["prove"],
}).handle(async (context) => {
  const { tx, group, body, caller, prove, fault } = context;
  requireRecentSignIn(context);
  const orgId = body.destinationOrgId;
  if (orgId === undefined) throw missing("destinationOrgId", fault);
  if (orgId === group.orgId) {
    const wrong = wrongField("destinationOrgId", "The project is in this organization.");
    throw fault("INVALID_ATTRIBUTE", { attribute: "destinationOrgId" }, wrong);
  }
  const destination = await tx.orgs.find(orgId);
  if (destination === undefined) throw fault("ORG_NOT_FOUND", { orgId });
  if (!(await ownsOrg(tx, orgId, caller.id))) {
    const owner = await prove(chooseKey(body, fault));
    if (owner?.orgId !== orgId) throw fault("USER_CANNOT_ACCESS_ORG", {});
    if (!(await ownsOrg(tx, orgId, owner.id))) throw fault("NOT_ORG_OWNER", { orgId });
  }
  await moveGroup(context, group, destination);
  return { ...group, orgId, tags: await tx.groups.tags(group.id) };
}, showGroup);

/** Chooses the key that proves ownership of the destination; it needs both parts. */
function chooseKey(
  { destinationOrgPublicApiKey: publicKey, destinationOrgPrivateApiKey: privateKey }: GroupMigrationRequest,
  fault: FaultMaker<"MISSING_ATTRIBUTE">,
) {
  if (publicKey === undefined) throw missing("destinationOrgPublicApiKey", fault);
  if (privateKey === undefined) throw missing("destinationOrgPrivateApiKey", fault);
  return { publicKey, privateKey };
}

export const updateGroup = atlas("updateGroup", {
  locks: "group",
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

export const deleteGroup = atlas("deleteGroup", {
  securityEvent: "project-removal",
  repeats: ({ tx, params, caller, now }) => isBeingDeleted(tx, params.groupId ?? "", caller, now),
  errors: [...removeErrors],
}).handle(
  (context) => removeGroup(context, context.group),
  () => ({}),
);
