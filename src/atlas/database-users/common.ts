// The shared parts of operations on database users: their paths, how a user is found, and how one looks.

import type { Resource } from "../../core/changes/resources.ts";
import { type Reads, type Showing, toTimestamp } from "../../core/operations/declare.ts";
import { databaseUsers } from "./kept.ts";
import { type DatabaseUser, userKey } from "./rules/database-user.ts";

interface Looking {
  readonly tx: Reads;
  readonly now: number;
  readonly group: { readonly id: string };
}

export const findUser = (
  looking: Looking & { readonly params: { readonly databaseName: string; readonly username: string } },
) => databaseUsers.find(looking, looking.group, userKey(looking.params));

export function showUser({ groupId, document, endsAt }: Resource<DatabaseUser>, { origin }: Showing) {
  const { databaseName, username, description, ...user } = document;
  const href = `${origin}/api/atlas/v2/groups/${groupId}/databaseUsers/${databaseName}/${encodeURIComponent(username)}`;
  return {
    awsIAMType: user.awsIAMType,
    databaseName,
    ...(endsAt !== null && { deleteAfterDate: toTimestamp(endsAt) }),
    ...(description !== undefined && { description }),
    groupId,
    labels: user.labels,
    ldapAuthType: user.ldapAuthType,
    links: [{ href, rel: "self" }],
    oidcAuthType: user.oidcAuthType,
    roles: user.roles,
    scopes: user.scopes,
    username,
    x509Type: user.x509Type,
  };
}
