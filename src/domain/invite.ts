// The life of a project invitation: drafted, amended, and ended once.
import type { FaultMaker } from "../contract/errors.ts";
import { type GroupRole, inOrder, isGroupRole, isOrgRole, type OrgRole } from "../contract/roles.ts";
import { isAddress } from "./address.ts";
import { day, type Instant } from "./instant.ts";

/** From invitation to expiry: thirty days, of every recorded pair; an amendment does not restart it. */
export const inviteLifetime = 30 * day;

/** More roles than there are to give can only be a mistake. */
const mostRoles = 100;

/** How an invitation can end. A pending one past its expiry counts as EXPIRED whether or not that is written yet. */
export type InviteStatus = "PENDING" | "ACCEPTED" | "DECLINED" | "REVOKED" | "EXPIRED";

/** An invitation of an address to a project. */
export interface GroupInvite {
  readonly id: string;
  readonly orgId: string;
  readonly groupId: string;
  readonly groupName: string;
  readonly username: string;
  readonly inviterUsername: string;
  /** Never empty; in the order of the role table. */
  readonly roles: readonly GroupRole[];
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
}

interface Draft {
  id: string;
  group: { id: string; orgId: string; name: string };
  username: string;
  roles: readonly GroupRole[];
  inviter: string;
  now: Instant;
}

export function draftInvite({ id, group, username, roles, inviter, now }: Draft): GroupInvite {
  return {
    id,
    orgId: group.orgId,
    groupId: group.id,
    groupName: group.name,
    username,
    inviterUsername: inviter,
    roles,
    createdAt: now,
    expiresAt: now + inviteLifetime,
  };
}

/**
 * The project roles a request names, duplicates collapsed, in the order of the table. Refuses an absent, empty or
 * oversized list, names that are no role, and organization roles. The field is called `_roles`, as recorded.
 */
export function chooseGroupRoles(
  roles: readonly string[] | undefined,
  groupId: string,
  fault: FaultMaker<"BAD_REQUEST" | "INVALID_ROLE_FOR_GROUP" | "MISSING_ATTRIBUTE">,
): GroupRole[] {
  const refuse = (...descriptions: string[]) =>
    fault(
      "BAD_REQUEST",
      {},
      { fields: descriptions.map((description) => ({ description, field: "_roles" })) },
    );

  if (roles === undefined) {
    const description = "Name the roles as an array with at least one project role.";
    throw fault("MISSING_ATTRIBUTE", { attribute: "roles" }, { fields: [{ description, field: "roles" }] });
  }
  if (roles.length === 0) throw refuse("At least one role must be specified.");
  if (roles.length > mostRoles) {
    throw refuse(`${roles.length} roles were specified. At most ${mostRoles} are accepted.`);
  }
  const unknown = new Set(roles.filter((role) => !isGroupRole(role) && !isOrgRole(role)));
  if (unknown.size > 0) {
    throw refuse(...[...unknown].map((role) => `Invalid role name '${role}'. Must be a valid Role name.`));
  }
  const foreign = roles.find(isOrgRole);
  if (foreign !== undefined) {
    const description = `${foreign} is an organization role. Name project roles only.`;
    throw fault(
      "INVALID_ROLE_FOR_GROUP",
      { role: foreign, groupId },
      { fields: [{ description, field: "_roles" }] },
    );
  }
  return inOrder(new Set(roles.filter(isGroupRole)));
}

/** The address a request names; refuses an absent one and what cannot be an address. */
export function chooseUsername(
  username: string | undefined,
  fault: FaultMaker<"INVALID_USERNAME" | "MISSING_ATTRIBUTE">,
): string {
  const describe = (description: string) => ({ fields: [{ description, field: "username" }] });
  if (username === undefined) {
    throw fault("MISSING_ATTRIBUTE", { attribute: "username" }, describe("Name the invited e-mail address."));
  }
  if (!isAddress(username)) {
    throw fault(
      "INVALID_USERNAME",
      { username },
      describe("Must be an e-mail address, such as ada@example.com."),
    );
  }
  return username;
}

/** A project role that an invitation to an organization carries. */
export interface GroupRoleGift {
  readonly groupId: string;
  readonly role: GroupRole;
}

/** An invitation of an address to an organization; the newer API shows the same thing as a pending user. */
export interface OrgInvite {
  readonly id: string;
  /** Id of the pending user: of the account, where the address has one already. */
  readonly userId: string;
  readonly orgId: string;
  readonly orgName: string;
  readonly username: string;
  readonly inviterUsername: string;
  readonly status: InviteStatus;
  /** In the order of the role table. */
  readonly roles: readonly OrgRole[];
  readonly groupRoles: readonly GroupRoleGift[];
  readonly teamIds: readonly string[];
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
}
