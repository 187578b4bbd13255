// Finds what of a user or role in a deployment is not as it was made: somebody has changed it there.
import { type Privilege, withoutActions } from "../../atlas/custom-roles/rules/privileges.ts";
import type { HeldRole, Wanted } from "../../atlas/database-users/rules/provisioning.ts";

interface Allowed {
  readonly roles: readonly HeldRole[];
  readonly privileges: readonly Privilege[];
}

/** Texts that no name of a database can be; a privilege that was given by hand may have another resource, as `{ anyResource: true }`. */
function placeOf(resource: Privilege["resource"]): string {
  if (!("db" in resource)) return JSON.stringify(resource);
  const { db, collection } = resource;
  return [db || "*", collection].filter((each) => each !== "").join(".");
}

/** All that is allowed, each as a text: `read@sales` for a role, `find on sales.orders` for an action. */
const textsOf = ({ roles, privileges }: Allowed): ReadonlySet<string> =>
  new Set([
    ...roles.map(({ role, db }) => `${role}@${db}`),
    ...privileges.flatMap(({ resource, actions }) =>
      actions.map((action) => `${action} on ${placeOf(resource)}`),
    ),
  ]);

/** Undefined where all is as it was made, without the actions that the deployment does not know. */
export function driftOf(found: Allowed, wanted: Wanted, lacked: readonly string[]) {
  const privileges =
    wanted.kind === "ROLE" ? withoutActions(wanted.privileges, new Set(lacked)) : found.privileges;
  const [there, made] = [textsOf(found), textsOf({ roles: wanted.roles, privileges })];
  const added = [...there].filter((each) => !made.has(each));
  const removed = [...made].filter((each) => !there.has(each));
  return added.length + removed.length === 0 ? undefined : { added, removed };
}
