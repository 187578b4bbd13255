// What happens to a project that moves to another organization.
import type { Unit } from "./connection.ts";
import { many, posts } from "./facet.ts";
import { grantWrites } from "./grants.ts";

const detach = posts(
  (db, groupId: string) => db.deleteFrom("team_grants").where("group_id", "=", groupId),
  (db, groupId: string) => db.deleteFrom("invite_group_roles").where("group_id", "=", groupId),
);

const move = posts((db, groupId: string, org_id: string) =>
  db.updateTable("groups").set({ org_id }).where("id", "=", groupId),
);

export const groupMoveReads = {
  /** Users who hold a role in the project itself. */
  people: many((db, groupId: string) =>
    db
      .selectFrom("grants")
      .innerJoin("users", "users.id", "grants.principal_id")
      .select(["users.id", "users.username"])
      .distinct()
      .where("grants.group_id", "=", groupId)
      .orderBy("users.id"),
  ),
};

export const groupMoveWrites = {
  ...groupMoveReads,

  /**
   * Moves the project. Roles of people in it and invitations to it move along, as the schema says; what belongs to the
   * organization stays behind: teams, credentials, and the project's share in invitations to the organization.
   */
  async move(unit: Unit, groupId: string, orgId: string): Promise<void> {
    detach(unit, groupId);
    grantWrites.takeFromCredentials(unit, groupId);
    move(unit, groupId, orgId);
  },
};
