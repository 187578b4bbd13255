// Moves a project's rows to another organization.
import { many, posts, type Unit } from "./facet.ts";
import * as grants from "./grants.ts";
import { removal, setting } from "./statements.ts";

const detach = posts(removal("teamGrants", "groupId"), removal("inviteGroupRoles", "groupId"));

const move = posts(setting("groups", "orgId"));

export const reads = {
  /** Finds users who have a role in the project itself. */
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
  /**
   * Moves a project. Roles of people and invitations to the project move along, as the schema says; teams, credentials and
   * invitations to the organization do not.
   */
  async move(unit: Unit, groupId: string, orgId: string): Promise<void> {
    detach(unit, groupId);
    grants.writes.takeFromCredentials(unit, groupId);
    move(unit, groupId, orgId);
  },
};
