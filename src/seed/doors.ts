// Plants what a project keeps for its databases: its access list, its own roles, users, directory and integrations.
import { makeCustomRole, makeDatabaseUser } from "../changes/database-access.ts";
import { addIntegration } from "../changes/integrating.ts";
import { addNetworkEntries } from "../changes/network-access.ts";
import { changeUserSecurity } from "../changes/user-security.ts";
import { toCidr } from "../domain/access-entry.ts";
import { proofNames } from "../domain/database-user.ts";
import type { Group } from "../domain/group.ts";
import type { CompleteGroup } from "./complete.ts";
import { at, type Planting } from "./planting.ts";

export async function plantDoors(
  planting: Planting,
  { accessList = [], customDBRoles = [], databaseUsers = [], userSecurity, integrations = [] }: CompleteGroup,
  group: Pick<Group, "id">,
  place: string,
): Promise<void> {
  const { now, keyring } = planting;
  const isThere = ({ deleteAfterDate: end }: { readonly deleteAfterDate?: string }) =>
    end === undefined || Date.parse(end) > now;
  for (const [index, { entry, ...more }] of accessList.entries()) {
    if (!isThere(more)) continue;
    const sent = toCidr(entry) === undefined ? { awsSecurityGroup: entry } : { cidrBlock: entry };
    await at(`${place}.accessList.${index}`, () =>
      addNetworkEntries(planting, group, [{ ...sent, ...more }]),
    );
  }
  for (const [index, role] of customDBRoles.entries())
    await at(`${place}.customDBRoles.${index}`, () => makeCustomRole(planting, group, role));
  const making = { ...planting, ...keyring };
  for (const [index, user] of databaseUsers.entries()) {
    if (!isThere(user)) continue;
    const needs =
      user.password === undefined && proofNames.every((name) => (user[name] ?? "NONE") === "NONE");
    const sent = needs ? { ...user, password: keyring.mint.linkToken() } : user;
    await at(`${place}.databaseUsers.${index}`, () => makeDatabaseUser(making, group, sent));
  }
  if (userSecurity !== undefined)
    await at(`${place}.userSecurity`, () => changeUserSecurity(making, group, userSecurity));
  for (const [index, { type, ...settings }] of integrations.entries())
    await at(`${place}.integrations.${index}`, () => addIntegration(making, group, type, settings));
}
