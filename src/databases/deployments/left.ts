// Users and roles of this server that its store has forgotten, for example after a restore: they can log in, and their names
// cannot be used by others.
import { dropCommand, home, isOwnRole, type Wanted } from "../../atlas/database-users/rules/provisioning.ts";
import type { Store } from "../../core/store/store.ts";
import type { Deployment } from "./deployment.ts";
import { listedIn } from "./step.ts";

export interface LeftOne {
  readonly kind: Wanted["kind"];
  readonly name: string;
  /** The name of its project. */
  readonly group: string;
}

interface Marked extends Omit<LeftOne, "group"> {
  readonly groupId: string;
  readonly mark: string | undefined;
}

/**
 * Finds marked users and roles of the store's projects that no row of it knows; other projects belong to other servers. Users
 * come first, because they have the roles.
 */
export async function findLeft(deployment: Deployment, store: Pick<Store, "read">): Promise<LeftOne[]> {
  // The deployment is read before the store, since a row exists before its user or role.
  const marked = [...(await markedUsers(deployment)), ...(await markedRoles(deployment))];
  return store.read(async (tx) => {
    const left: LeftOne[] = [];
    for (const { kind, name, groupId, mark } of marked) {
      const group = await tx.groups.nameOf(groupId);
      const rows = await tx.provisions.ofGroup(groupId);
      const isKnown = rows.some(
        (row) => row.kind === kind && row.name === name && (kind === "ROLE" || row.mark === mark),
      );
      if (group !== undefined && !isKnown) left.push({ kind, name, group });
    }
    return left;
  });
}

export async function dropLeft(deployment: Deployment, left: readonly LeftOne[]): Promise<void> {
  for (const { kind, name } of left) {
    await deployment.run(dropCommand(kind, name));
  }
}

async function markedUsers(deployment: Deployment): Promise<Marked[]> {
  const found = listedIn(await deployment.run({ usersInfo: 1 }), true);
  return found.flatMap(({ name, mark, groupId }) =>
    mark === undefined || groupId === undefined ? [] : [{ kind: "USER", name, groupId, mark }],
  );
}

async function markedRoles(deployment: Deployment): Promise<Marked[]> {
  const found = listedIn(await deployment.run({ rolesInfo: 1 }), false);
  return found
    .filter(({ name }) => isOwnRole({ role: name, db: home }))
    .map(({ name }) => ({ kind: "ROLE", name, groupId: name.split(".")[1] ?? "", mark: undefined }));
}
