// What happens to a project that moves to another organization.
import type { Unit } from "./connection.ts";
import { grantWrites } from "./grants.ts";
import { query } from "./query.ts";

const peopleIn = query((db, at: { groupId: string }) =>
  db
    .selectFrom("grants")
    .innerJoin("users", "users.id", "grants.principal_id")
    .select(["users.id", "users.username"])
    .distinct()
    .where("grants.group_id", "=", at.groupId)
    .orderBy("users.id"),
);

const removeTeams = query((db, at: { groupId: string }) =>
  db.deleteFrom("team_grants").where("group_id", "=", at.groupId),
);

const removeFromOrgInvites = query((db, at: { groupId: string }) =>
  db.deleteFrom("invite_group_roles").where("group_id", "=", at.groupId),
);

const move = query((db, to: { groupId: string; orgId: string }) =>
  db.updateTable("groups").set({ org_id: to.orgId }).where("id", "=", to.groupId),
);

export const groupMoveReads = {
  /** Users who hold a role in the project itself. */
  people: async (unit: Unit, groupId: string): Promise<{ id: string; username: string }[]> =>
    unit.all(peopleIn, { groupId }),
};

export const groupMoveWrites = {
  ...groupMoveReads,

  /**
   * Moves the project. Roles of people in it and invitations to it move along, as the schema says; what belongs to the
   * organization is left behind: teams, credentials, and the project's share in invitations to the organization.
   */
  async move(unit: Unit, groupId: string, orgId: string): Promise<void> {
    await unit.change(removeTeams, { groupId });
    await grantWrites.takeFromCredentials(unit, groupId);
    await unit.change(removeFromOrgInvites, { groupId });
    await unit.change(move, { groupId, orgId });
  },
};
