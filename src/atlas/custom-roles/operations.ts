// Operations on custom database roles.

import type { Resource } from "../../core/changes/resources.ts";
import { keeping } from "../../core/operations/keeping.ts";
import { makeCustomRole, makeRoleErrors, rolesByName } from "../database-users/database-access.ts";
import { databaseUsers } from "../database-users/kept.ts";
import { customRoles } from "./kept.ts";
import {
  type CustomRole,
  checkCircle,
  chooseCustomRole,
  customRoleErrors,
  heirsOf,
} from "./rules/custom-role.ts";

const showRole = ({ name, document: { actions, inheritedRoles } }: Resource<CustomRole>) => ({
  actions,
  inheritedRoles,
  roleName: name,
});

const roles = keeping(customRoles, {
  by: "roleName",
  absent: "ATLAS_CUSTOM_ROLE_NOT_FOUND",
  show: showRole,
});

export const listGroupCustomDbRoleRoles = roles.all("listGroupCustomDbRoleRoles");

export const getGroupCustomDbRoleRole = roles.get("getGroupCustomDbRoleRole");

export const createGroupCustomDbRoleRole = roles.create(
  "createGroupCustomDbRoleRole",
  { errors: [...makeRoleErrors] },
  (context) => makeCustomRole(context, context.group, context.body),
);

export const updateGroupCustomDbRoleRole = roles.update(
  "updateGroupCustomDbRoleRole",
  { errors: [...customRoleErrors, "ATLAS_INVALID_CUSTOM_ROLE_CIRCULAR_DEPENDENCY"] },
  async (context, { name }) => {
    const known = await rolesByName(context, context.group);
    const document = chooseCustomRole(name, context.body, known, context.fault);
    checkCircle(name, document, known, context.fault);
    return document;
  },
);

export const deleteGroupCustomDbRoleRole = roles.remove(
  "deleteGroupCustomDbRoleRole",
  { errors: ["ATLAS_CUSTOM_ROLE_IN_USE_BY_ROLES", "ATLAS_CUSTOM_ROLE_IN_USE_BY_USERS"] },
  async (context, role) => {
    const { group, fault } = context;
    const users = (await databaseUsers.all(context, group)).filter(({ document }) =>
      document.roles.some(({ roleName }) => roleName === role.name),
    );
    const names = users.map(({ document }) => document.username).join(", ");
    if (users.length > 0) throw fault("ATLAS_CUSTOM_ROLE_IN_USE_BY_USERS", { names });
    const heirs = heirsOf(role.name, await rolesByName(context, group));
    if (heirs.length > 0) throw fault("ATLAS_CUSTOM_ROLE_IN_USE_BY_ROLES", { names: heirs.join(", ") });
  },
);
