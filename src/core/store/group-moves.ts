// Moves a project's rows to another organization.
import { many, posts, type Unit } from "./facet.ts";
import * as grants from "./grants.ts";

const detach = posts(
  (db, groupId: string) => db.deleteFrom("teamGrants").where("groupId", "=", groupId),
  (db, groupId: string) => db.deleteFrom("inviteGroupRoles").where("groupId", "=", groupId),
);

const move = posts((db, groupId: string, orgId: string) =>
  db.updateTable("groups").set({ orgId }).where("id", "=", groupId),
);

export const reads = {
  /** Users who hold a role in the project itself. */
  people: many((db, groupId: string) =>
    db
      .selectFrom("grants")
      .innerJoin("users", "users.id", "grants.principalId")
      .select(["users.id", "users.username"])
      .distinct()
      .where("grants.groupId", "=", groupId)
      .orderBy("users.id"),
  ),
};

export const writes = {
  /** Roles of people and invitations to the project move along, as the schema says; teams, credentials and organization invites do not. */
  async move(unit: Unit, groupId: string, orgId: string): Promise<void> {
    detach(unit, groupId);
    grants.writes.takeFromCredentials(unit, groupId);
    move(unit, groupId, orgId);
  },
};
