import type { Static } from "typebox";
import { requireRecentSignIn } from "../../changes/changing.ts";
import { moveGroup } from "../../changes/groups.ts";
import { ownsOrg } from "../../changes/scopes.ts";
import { missing, wrongField } from "../../contract/errors.ts";
import { door, type FaultMaker, operation, schemas } from "../declare.ts";
import { oneGroup, showGroup } from "./common.ts";

export const migrateGroup = operation("POST /api/atlas/v2/groups/{groupId}:migrate", {
  securityEvent: "project-move",
  ...oneGroup,
  summary: "Move a project to another organization",
  description:
    "Moves the project with its tags, settings, limits, access list, invitations and people, who become Organization Members of the destination. Teams, API keys and service accounts belong to the old organization and lose their roles in the project. Needs Organization Owner in both organizations: a caller who holds it only in the old one names an API key that holds it in the destination.",
  door: door.group("ORG_OWNER"),
  holds: "everything",
  without: ["pretty"],
  body: schemas.GroupMigrationRequest,
  versions: { "2024-05-30": { reply: schemas.Group } },
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
  {
    destinationOrgPublicApiKey: publicKey,
    destinationOrgPrivateApiKey: privateKey,
  }: Static<typeof schemas.GroupMigrationRequest>,
  fault: FaultMaker<"MISSING_ATTRIBUTE">,
) {
  if (publicKey === undefined) throw missing("destinationOrgPublicApiKey", fault);
  if (privateKey === undefined) throw missing("destinationOrgPrivateApiKey", fault);
  return { publicKey, privateKey };
}
