// What an invitation to an organization may carry: project roles and teams.
import type { FaultMaker } from "../contract/errors.ts";
import { inOrder } from "../contract/roles.ts";
import type { GroupRoleGift } from "./invite.ts";
import { chooseGroupRoles } from "./role-list.ts";

/** An organization has at most 250 projects and 250 teams: longer lists can only be a mistake. */
const mostGifts = 250;

/** By project, and within one in the order of the role table. */
export function sortGifts(gifts: readonly GroupRoleGift[]): GroupRoleGift[] {
  const groupIds = [...new Set(gifts.map(({ groupId }) => groupId))].sort();
  return groupIds.flatMap((groupId) =>
    inOrder(new Set(gifts.filter((gift) => gift.groupId === groupId).map(({ role }) => role))).map(
      (role) => ({
        groupId,
        role,
      }),
    ),
  );
}

interface RoleAssignment {
  readonly groupId?: string;
  readonly roles?: readonly string[];
}

/** The project roles that a request gives; assignments of one project add up. */
export function chooseGifts(
  assignments: readonly RoleAssignment[],
  fault: FaultMaker<"BAD_REQUEST" | "INVALID_ROLE_FOR_GROUP" | "MISSING_ATTRIBUTE">,
): GroupRoleGift[] {
  refuseLong("groupRoleAssignments", assignments, fault);
  const gifts = assignments.flatMap(({ groupId, roles }, index) => {
    if (groupId === undefined) {
      const field = `groupRoleAssignments.${index}.groupId`;
      const fields = [{ description: "Name the project the roles are for.", field }];
      throw fault("MISSING_ATTRIBUTE", { attribute: field }, { fields });
    }
    return chooseGroupRoles(roles, groupId, fault).map((role) => ({ groupId, role }));
  });
  return sortGifts(gifts);
}

/** The teams a request names, each once. */
export function chooseTeams(teamIds: readonly string[], fault: FaultMaker<"BAD_REQUEST">): string[] {
  refuseLong("teamIds", teamIds, fault);
  return [...new Set(teamIds)].sort();
}

function refuseLong(field: string, list: readonly unknown[], fault: FaultMaker<"BAD_REQUEST">): void {
  if (list.length <= mostGifts) return;
  const description = `${list.length} were specified. At most ${mostGifts} are accepted.`;
  throw fault("BAD_REQUEST", {}, { fields: [{ description, field }] });
}
