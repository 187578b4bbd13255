// Finds the changes that were made by hand to a user or role of a deployment.
import { type Privilege, withoutActions } from "../../atlas/custom-roles/rules/privileges.ts";
import type { HeldRole, Wanted } from "../../atlas/database-users/rules/provisioning.ts";

interface Allowed {
  readonly roles: readonly HeldRole[];
  readonly privileges: readonly Privilege[];
}

/**
 * Returns the resource as a text that no database name can be; a privilege that was given by hand may have another resource,
 * such as `{ anyResource: true }`.
 */
function placeOf(resource: Privilege["resource"]): string {
  if (!("db" in resource)) return JSON.stringify(resource);
  const { db, collection } = resource;
  return [db || "*", collection].filter((each) => each !== "").join(".");
}

/** Returns all that is allowed as texts: `read@sales` for a role, `find on sales.orders` for an action. */
const textsOf = ({ roles, privileges }: Allowed): ReadonlySet<string> =>
  new Set([
    ...roles.map(({ role, db }) => `${role}@${db}`),
    ...privileges.flatMap(({ resource, actions }) =>
      actions.map((action) => `${action} on ${placeOf(resource)}`),
    ),
  ]);

/** Returns the difference; undefined if it is as it was created, without the actions that the deployment does not know. */
export function driftOf(found: Allowed, wanted: Wanted, lacked: readonly string[]) {
  const privileges =
    wanted.kind === "ROLE" ? withoutActions(wanted.privileges, new Set(lacked)) : found.privileges;
  const [there, made] = [textsOf(found), textsOf({ roles: wanted.roles, privileges })];
  const added = [...there].filter((each) => !made.has(each));
  const removed = [...made].filter((each) => !there.has(each));
  return added.length + removed.length === 0 ? undefined : { added, removed };
}
