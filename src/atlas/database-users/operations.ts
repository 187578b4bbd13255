// Operations on database users.

import { requireRecentSignIn } from "../../core/changes/changing.ts";
import type { Resource } from "../../core/changes/resources.ts";
import { proofNames } from "../../core/contract/database-users.ts";
import type { FaultMaker } from "../../core/contract/errors.ts";
import { chooseEnd, endErrors } from "../../core/domain/ending.ts";
import { atlas } from "../../core/operations/atlas.ts";
import { showPageOf } from "../../core/operations/declare.ts";
import { findUser, showUser } from "./common.ts";
import { makeDatabaseUser, makeUserErrors, rolesByName } from "./database-access.ts";
import { databaseUsers } from "./kept.ts";
import {
  checkPassword,
  chooseUserRoles,
  type DatabaseUser,
  passwordErrors,
  userRoleErrors,
} from "./rules/database-user.ts";

export const listGroupDatabaseUsers = atlas("listGroupDatabaseUsers", {}).handle(
  ({ group, query, ...reading }) => databaseUsers.page(reading, group, query),
  showPageOf(showUser),
);

export const getGroupDatabaseUser = atlas("getGroupDatabaseUser", {
  errors: ["USERNAME_NOT_FOUND"],
}).handle(async (context) => {
  const user = await findUser(context);
  if (user === undefined) throw context.fault("USERNAME_NOT_FOUND", { username: context.params.username });
  return user;
}, showUser);

export const createGroupDatabaseUser = atlas("createGroupDatabaseUser", {
  locks: "group",
  securityEvent: "credential-creation",
  errors: [...makeUserErrors],
  needs: ["issue"],
}).handle(
  (context) => makeDatabaseUser({ ...context, seal: context.issue.seal }, context.group, context.body),
  showUser,
);

const lasting = [
  "AUTH_TYPE_CANNOT_BE_CHANGED",
  "DATABASE_NAME_CANNOT_BE_CHANGED",
  "DATABASE_USERNAME_CANNOT_BE_CHANGED",
  "PERMANENT_ENTITY_CANNOT_BE_MADE_TEMPORARY",
] as const;

export const updateGroupDatabaseUser = atlas("updateGroupDatabaseUser", {
  locks: "group",
  securityEvent: "credential-change",
  errors: [...passwordErrors, ...userRoleErrors, ...endErrors, ...lasting, "USERNAME_NOT_FOUND"],
  needs: ["issue"],
}).handle(async (context) => {
  const { params, body, now, issue, fault } = context;
  const before = await findUser(context);
  if (before === undefined) throw fault("USERNAME_NOT_FOUND", { username: params.username });
  refuseLasting(before, body, fault);
  const { password, deleteAfterDate } = body;
  const endsAt = deleteAfterDate === undefined ? before.endsAt : chooseEnd(deleteAfterDate, now, fault);
  if (before.endsAt === null && endsAt !== null) {
    throw fault("PERMANENT_ENTITY_CANNOT_BE_MADE_TEMPORARY", { name: params.username });
  }
  const { description: described = "", ...rest } = before.document;
  const { description = described } = body;
  const document: DatabaseUser = {
    ...rest,
    ...(description && { description }),
    labels: body.labels ?? rest.labels,
    roles: body.roles
      ? chooseUserRoles(body.roles, await rolesByName(context, context.group), fault)
      : rest.roles,
    scopes: body.scopes ?? rest.scopes,
  };
  if (password !== undefined) {
    requireRecentSignIn(context);
    checkPassword(document, password, fault);
  }
  const sealedSecret = password === undefined ? before.sealedSecret : issue.seal(password);
  return databaseUsers.replace(context, before, { document, endsAt, sealedSecret });
}, showUser);

/** Refuses a change of members that cannot change; clients may send them unchanged. */
function refuseLasting(
  { document }: Resource<DatabaseUser>,
  sent: Partial<Pick<DatabaseUser, (typeof proofNames)[number] | "databaseName" | "username">>,
  fault: FaultMaker<(typeof lasting)[number]>,
): void {
  const isOther = (name: keyof typeof sent) => (sent[name] ?? document[name]) !== document[name];
  if (isOther("username")) throw fault("DATABASE_USERNAME_CANNOT_BE_CHANGED", {});
  if (isOther("databaseName")) throw fault("DATABASE_NAME_CANNOT_BE_CHANGED", {});
  if (proofNames.some(isOther)) throw fault("AUTH_TYPE_CANNOT_BE_CHANGED", {});
}

export const deleteGroupDatabaseUser = atlas("deleteGroupDatabaseUser", {
  locks: "group",
  securityEvent: "credential-removal",
  errors: ["USER_NOT_FOUND"],
}).handle(async (context) => {
  const user = await findUser(context);
  if (user === undefined) throw context.fault("USER_NOT_FOUND", { userId: context.params.username });
  await databaseUsers.remove(context, user);
});
