// Gives a person exactly the chosen roles in a project.
import { Refusal } from "../client.ts";
import type { Form, Visit } from "../page.ts";
import { unlessRefused } from "../refusals.ts";

interface PersonInGroup {
  readonly groupId: string;
  readonly userId: string;
}

/**
 * Ranks roles for removal: these two go last, because people who change their own roles may do nothing more without them.
 */
const rank = (role: string) => ["GROUP_ACCESS_MANAGER", "GROUP_OWNER"].indexOf(role);

export const lastTaken = <Role extends string>(roles: readonly Role[]): Role[] =>
  [...roles].sort((a, b) => rank(a) - rank(b));

/**
 * Returns the roles of a form. A form without roles is refused here: the API would remove all roles but the last, and refuse to
 * remove that one.
 */
export function chosenIn({ words }: Pick<Visit, "words">, form: Form): string[] {
  const chosen = form.all("roles");
  if (chosen.length === 0) throw new Refusal(400, { detail: words.people.one.atLeastOne }, undefined);
  return chosen;
}

/**
 * Gives the roles, and returns the address of the person. Roles are added first, one at a time, so that the person always has
 * one.
 */
export async function giveRolesInGroup(
  { api }: Pick<Visit, "api">,
  at: PersonInGroup,
  chosen: readonly string[],
): Promise<string> {
  const user = await api("getGroupUser", at).catch(unlessRefused("USER_NOT_IN_GROUP"));
  if (user === undefined) return addToGroup({ api }, at, chosen);
  const { roles, username } = user;
  for (const groupRole of chosen.filter((role) => !roles.includes(role))) {
    await api("addGroupUserRole", { ...at, body: { groupRole } });
  }
  for (const groupRole of lastTaken(roles.filter((role) => !chosen.includes(role)))) {
    await api("removeGroupUserRole", { ...at, body: { groupRole } });
  }
  return username;
}

/** Gives roles of their own to a person who is in the project only through a team or a role in the organization. */
async function addToGroup(
  { api }: Pick<Visit, "api">,
  { groupId, userId }: PersonInGroup,
  roles: readonly string[],
): Promise<string> {
  const { orgId } = await api("getGroup", { groupId });
  const { username } = await api("getOrgUser", { orgId, userId });
  await api("addGroupUsers", { groupId, body: { username, roles: [...roles] } });
  return username;
}
