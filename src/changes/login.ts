// Reads who may log in to the databases of a project: its database users, and the addresses of its access list.
import { roleText, scopeText } from "../domain/database-notation.ts";
import { reachesCluster } from "../domain/database-user.ts";
import type { EnteredGroup } from "../domain/group.ts";
import { timestampOf } from "../domain/instant.ts";
import type { Logins } from "../domain/login.ts";
import { proofOf } from "../domain/user-proof.ts";
import type { Looking } from "./changing.ts";
import { databaseUsers, networkEntries } from "./resources.ts";

export async function loginsTo(
  reading: Pick<Looking, "tx" | "now">,
  group: Pick<EnteredGroup, "id">,
  cluster?: string,
): Promise<Logins> {
  const users = await databaseUsers.all(reading, group);
  const entries = await networkEntries.all(reading, group);
  return {
    users: users
      .filter(({ document }) => cluster === undefined || reachesCluster(document, (name) => name === cluster))
      .map(({ document: { username: name, databaseName, roles, scopes, ...user }, endsAt }) => ({
        ...{ name, databaseName, proof: proofOf(user), roles: roles.map(roleText) },
        ...{ scopes: scopes.map(scopeText), endsAt: timestampOf(endsAt) },
      }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
    addresses: entries.map(({ name, document: { comment = "" }, endsAt }) => ({
      ...{ from: name, comment, endsAt: timestampOf(endsAt) },
    })),
  };
}
