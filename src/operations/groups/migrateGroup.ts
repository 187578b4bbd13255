// Moves a project to another organization.
import { checkRoomForGroup } from "../../changes/groups.ts";
import { ownsOrg } from "../../changes/scopes.ts";
import type { FaultMaker } from "../../contract/errors.ts";
import { Group, GroupMigrationRequest } from "../../contract/schemas/groups.ts";
import { door } from "../../domain/access.ts";
import { ofAddress } from "../../domain/address.ts";
import type { EnteredGroup } from "../../domain/group.ts";
import type { Instant } from "../../domain/instant.ts";
import { isCurrent } from "../../domain/membership.ts";
import { mostUsersPerOrg, type Org } from "../../domain/org.ts";
import type { Writes } from "../../store/store.ts";
import { operation } from "../operation.ts";
import { oneGroup } from "./common.ts";
import { showGroup } from "./views.ts";

export const migrateGroup = operation({
  id: "migrateGroup",
  method: "POST",
  path: "/api/atlas/v2/groups/{groupId}:migrate",
  ...oneGroup,
  summary: "Move a project to another organization",
  description:
    "Moves the project with its tags, settings, limits, access list, invitations and people, who become Organization Members of the destination. Teams, API keys and service accounts belong to the old organization and lose their roles in the project. Needs Organization Owner in both organizations: a caller who holds it only in the old one names an API key that holds it in the destination.",
  door: door.group("ORG_OWNER"),
  without: ["pretty"],
  body: GroupMigrationRequest,
  versions: { "2024-05-30": { reply: Group } },
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
}).handle(
  async ({ tx, group, body, caller, now, prove, fault, record }) => {
    const orgId = body.destinationOrgId;
    if (orgId === undefined) throw fault("MISSING_ATTRIBUTE", { attribute: "destinationOrgId" });
    if (orgId === group.orgId) {
      const fields = [{ description: "The project is in this organization.", field: "destinationOrgId" }];
      throw fault("INVALID_ATTRIBUTE", { attribute: "destinationOrgId" }, { fields });
    }
    const destination = await tx.orgs.find(orgId);
    if (destination === undefined) throw fault("ORG_NOT_FOUND", { orgId });
    if (!(await ownsOrg(tx, orgId, caller.id))) {
      const owner = await prove(chooseKey(body, fault));
      if (owner?.orgId !== orgId) throw fault("USER_CANNOT_ACCESS_ORG", {});
      if (!(await ownsOrg(tx, orgId, owner.id))) throw fault("NOT_ORG_OWNER", { orgId });
    }
    await checkRoomForGroup({ tx, fault }, orgId, group.name);

    const newcomers = await findNewcomers(tx, group, destination, now, fault);
    await tx.groupMoves.move(group.id, orgId);
    await record("GROUP_MOVED_FROM_ORG", { orgId: group.orgId });
    await record("GROUP_MOVED", { orgId, groupId: group.id });
    for (const { id, username } of newcomers) {
      await tx.grants.give(id, { orgId, groupId: null }, "ORG_MEMBER", now);
      await record("JOINED_ORG", { orgId, targetUsername: username });
    }
    return { ...group, orgId, tags: await tx.groups.tags(group.id) };
  },
  { "2024-05-30": showGroup },
);

interface KeyParts {
  readonly destinationOrgPublicApiKey?: string;
  readonly destinationOrgPrivateApiKey?: string;
}

/** The key that is to prove ownership of the destination; both of its parts, or it proves nothing. */
function chooseKey(
  { destinationOrgPublicApiKey: publicKey, destinationOrgPrivateApiKey: privateKey }: KeyParts,
  fault: FaultMaker<"MISSING_ATTRIBUTE">,
) {
  if (publicKey === undefined) throw fault("MISSING_ATTRIBUTE", { attribute: "destinationOrgPublicApiKey" });
  if (privateKey === undefined) {
    throw fault("MISSING_ATTRIBUTE", { attribute: "destinationOrgPrivateApiKey" });
  }
  return { publicKey, privateKey };
}

/** People of the project who are not in the destination yet; people invited to it have a place there already. */
async function findNewcomers(
  tx: Writes,
  group: EnteredGroup,
  destination: Org,
  now: Instant,
  fault: FaultMaker<"MAX_USERS_PER_ORG_EXCEEDED">,
): Promise<{ id: string; username: string }[]> {
  const members = (await tx.members.all(destination, now)).filter(isCurrent);
  const active = members.filter(({ status }) => status === "ACTIVE");
  const people = await tx.groupMoves.people(group.id);
  const newcomers = people.filter(({ username }) => !active.some(ofAddress(username)));
  const more = newcomers.filter(({ username }) => !members.some(ofAddress(username))).length;
  if (more > 0 && members.length + more > mostUsersPerOrg) {
    throw fault("MAX_USERS_PER_ORG_EXCEEDED", { limit: mostUsersPerOrg, orgId: destination.id });
  }
  return newcomers;
}
