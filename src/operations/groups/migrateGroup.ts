import { requireRecentSignIn } from "../../changes/changing.ts";
import { moveGroup } from "../../changes/groups.ts";
import { ownsOrg } from "../../changes/scopes.ts";
import type { GroupMigrationRequest } from "../../client/api.ts";
import { missing, wrongField } from "../../contract/errors.ts";
import { atlas } from "../atlas.ts";
import type { FaultMaker } from "../declare.ts";
import { showGroup } from "./common.ts";

export const migrateGroup = atlas("migrateGroup", {
  holds: "everything",
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

/** The key that is to prove ownership of the destination; both of its parts, or it proves nothing. */
function chooseKey(
  { destinationOrgPublicApiKey: publicKey, destinationOrgPrivateApiKey: privateKey }: GroupMigrationRequest,
  fault: FaultMaker<"MISSING_ATTRIBUTE">,
) {
  if (publicKey === undefined) throw missing("destinationOrgPublicApiKey", fault);
  if (privateKey === undefined) throw missing("destinationOrgPrivateApiKey", fault);
  return { publicKey, privateKey };
}
