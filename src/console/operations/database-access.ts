// Operations of pages on database users and their logins.

import { clusters } from "../../atlas/clusters/kept.ts";
import { loginsTo } from "../../atlas/database-users/login.ts";
import { provisioningOf } from "../../atlas/database-users/provisioning.ts";
import { type DataDeed, dataRoles } from "../../atlas/database-users/rules/data-access.ts";
import { dataUsersOf } from "../../atlas/users/explaining.ts";
import { placeOf } from "../../core/domain/access-history.ts";
import { door, ObjectId, operation, Type, timestampOf } from "../../core/operations/declare.ts";
import { asIs, onPages } from "./common.ts";

const deed = Type.Unsafe<DataDeed>({ type: "string", enum: Object.keys(dataRoles) });

export const listGroupDataUsers = operation("GET /console/groups/{groupId}/dataUsers/{deed}", {
  ...onPages,
  summary: "List database users of a project that may read or write data",
  description: "With the roles and actions that let them, where, and until when. Needs Project Owner.",
  door: door.group("GROUP_OWNER"),
  params: { deed },
}).handle(({ group, params, ...reading }) => dataUsersOf(reading, group, params.deed), asIs);

export const listGroupLogins = operation("GET /console/groups/{groupId}/logins", {
  ...onPages,
  summary: "List who may log in to the databases of a project",
  description:
    "Database users with their roles, those of one cluster if it is named, where and why they cannot log in yet, and the addresses from which they may. Needs Project Owner.",
  door: door.group("GROUP_OWNER"),
  query: { cluster: Type.Optional(Type.String({ maxLength: 64 })) },
  needs: ["connections"],
}).handle(({ group, query, ...reading }) => loginsTo(reading, group, query.cluster), asIs);

export const listGroupProvisions = operation("GET /console/groups/{groupId}/provisions", {
  ...onPages,
  summary: "List what the databases of a project hold for it, and what waits",
  description: "With the deployment that each cluster leads to, null for none. Needs Project Read Only.",
  door: door.group("GROUP_READ_ONLY"),
  needs: ["connections"],
}).handle(async ({ group, connections, ...reading }) => {
  const all = await clusters.all(reading, group);
  return {
    ...(await provisioningOf(reading, group.id)),
    deployments: Object.fromEntries(
      all.map((cluster) => [cluster.name, connections.nameOf({ ...cluster, orgId: group.orgId }) ?? null]),
    ),
  };
}, asIs);

/** The size of a part. It is small, since other requests wait while it is read. */
const size = 100;

export const listOrgDatabaseUsers = operation("GET /console/orgs/{orgId}/databaseUsers", {
  ...onPages,
  summary: "List the database users of an organization's projects",
  description:
    "What 100 of them hold, in the order of their ids, with their end: those that have ended and are kept, too. Needs Organization Owner.",
  door: door.org("ORG_OWNER"),
  query: { after: Type.Optional(ObjectId) },
}).handle(async ({ tx, org, query }) => {
  const users = await tx.databaseUsers.ofOrg(org.id, query.after ?? "", size);
  return {
    users: users.map(({ groupId, who, title, roles, endsAt }) => ({
      who,
      title,
      in: placeOf(groupId),
      roles,
      endsAt: timestampOf(endsAt),
    })),
    /** The cursor of the next page; null on the last. */
    next: users.length < size ? null : (users.at(-1)?.id ?? null),
  };
}, asIs);
