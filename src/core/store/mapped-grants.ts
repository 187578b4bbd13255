// The roles that sign-ins by role mappings gave people, and may remove: a mark on their grants.
import type { RoleName } from "../contract/roles.ts";
import { many, posts, type Unit } from "./facet.ts";
import type { Builder } from "./query.ts";

const marking = (db: Builder, userId: string, orgId: string, role: RoleName) =>
  db
    .updateTable("grants")
    .set({ mapped: 1 })
    .where("principalId", "=", userId)
    .where("orgId", "=", orgId)
    .where("role", "=", role);

const markInOrg = posts((db, userId: string, orgId: string, role: RoleName) =>
  marking(db, userId, orgId, role).where("groupId", "is", null),
);
const markInGroup = posts((db, userId: string, orgId: string, role: RoleName, groupId: string) =>
  marking(db, userId, orgId, role).where("groupId", "=", groupId),
);

export const reads = {
  of: many((db, userId: string) =>
    db
      .selectFrom("grants")
      .select(["orgId", "groupId", "role"])
      .where("principalId", "=", userId)
      .where("mapped", "=", 1),
  ),
};

export const writes = {
  mark(
    unit: Unit,
    userId: string,
    { orgId, groupId }: { readonly orgId: string; readonly groupId: string | null },
    role: RoleName,
  ): void {
    if (groupId === null) markInOrg(unit, userId, orgId, role);
    else markInGroup(unit, userId, orgId, role, groupId);
  },
};
