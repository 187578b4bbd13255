// Creates users and custom roles of a project's databases, and finds them together.

import type { Changing, Reading } from "../../core/changes/changing.ts";
import { limitIn, type Resource } from "../../core/changes/resources.ts";
import { chooseEnd, endErrors } from "../../core/domain/ending.ts";
import type { GroupRef } from "../../core/domain/group.ts";
import { customRoles } from "../custom-roles/kept.ts";
import {
  type CustomRole,
  checkRoleName,
  chooseCustomRole,
  customRoleErrors,
  roleNameErrors,
  type SentRole,
} from "../custom-roles/rules/custom-role.ts";
import { databaseUsers } from "./kept.ts";
import {
  checkProof,
  chooseUserRoles,
  type DatabaseUser,
  proofErrors,
  type SentUser,
  userKey,
  userRoleErrors,
} from "./rules/database-user.ts";

/** Returns all custom roles of a project, by name. */
export const rolesByName = async (
  looking: Reading,
  group: GroupRef,
): Promise<ReadonlyMap<string, CustomRole>> =>
  new Map((await customRoles.all(looking, group)).map(({ name, document }) => [name, document]));

const mostUsers = "atlas.project.security.databaseAccess.users";
const mostRoles = "atlas.project.security.databaseAccess.customRoles";

export const makeUserErrors = [
  ...proofErrors,
  ...userRoleErrors,
  ...endErrors,
  "GROUP_USERS_LIMIT_EXCEEDED",
  "USER_ALREADY_EXISTS",
] as const;

/** Creates a database user. `seal` stores the password, which no answer and no file shows. */
export async function makeDatabaseUser(
  changing: Changing<(typeof makeUserErrors)[number]> & { readonly seal: (secret: string) => string },
  group: GroupRef,
  { password, deleteAfterDate, description, ...sent }: SentUser,
): Promise<Resource<DatabaseUser>> {
  const { now, fault, seal } = changing;
  const endsAt = chooseEnd(deleteAfterDate, now, fault);
  const user: DatabaseUser = {
    awsIAMType: sent.awsIAMType ?? "NONE",
    databaseName: sent.databaseName ?? "admin",
    ...(description && { description }),
    labels: [...(sent.labels ?? [])],
    ldapAuthType: sent.ldapAuthType ?? "NONE",
    oidcAuthType: sent.oidcAuthType ?? "NONE",
    roles: chooseUserRoles(sent.roles ?? [], await rolesByName(changing, group), fault),
    scopes: [...(sent.scopes ?? [])],
    username: sent.username,
    x509Type: sent.x509Type ?? "NONE",
  };
  checkProof(user, { password, endsAt }, fault);
  const name = userKey(user);
  const [known, limit, count] = await Promise.all([
    databaseUsers.find(changing, group, name),
    limitIn(changing, group, mostUsers),
    databaseUsers.count(changing, group),
  ]);
  if (known !== undefined) throw fault("USER_ALREADY_EXISTS", { username: user.username });
  if (count >= limit) throw fault("GROUP_USERS_LIMIT_EXCEEDED", { groupId: group.id, limit });
  const sealedSecret = password === undefined ? null : seal(password);
  return databaseUsers.add(changing, group, name, { document: user, endsAt, sealedSecret });
}

export const makeRoleErrors = [
  ...customRoleErrors,
  ...roleNameErrors,
  "ATLAS_CUSTOM_ROLE_NAME_ALREADY_EXISTS",
  "CUSTOM_ROLES_LIMIT_EXCEEDED",
] as const;

export async function makeCustomRole(
  changing: Changing<(typeof makeRoleErrors)[number]>,
  group: GroupRef,
  sent: SentRole & { readonly roleName: string },
): Promise<Resource<CustomRole>> {
  const { fault } = changing;
  const name = checkRoleName(sent.roleName, fault);
  const [roles, limit] = await Promise.all([
    rolesByName(changing, group),
    limitIn(changing, group, mostRoles),
  ]);
  if (roles.has(name)) throw fault("ATLAS_CUSTOM_ROLE_NAME_ALREADY_EXISTS", { role: name });
  const document = chooseCustomRole(name, sent, roles, fault);
  if (roles.size >= limit) throw fault("CUSTOM_ROLES_LIMIT_EXCEEDED", { groupId: group.id, limit });
  return customRoles.add(changing, group, name, { document });
}
