// Invitations to projects and to organizations: how they are drafted, and when they have ended.
import type { FaultMaker } from "../contract/errors.ts";
import type { GroupRole, OrgRole } from "../contract/roles.ts";
import { isAddress } from "./address.ts";
import { day, type Instant } from "./instant.ts";

/** From invitation to expiry: thirty days, of every recorded pair; an amendment does not restart it. */
export const inviteLifetime = 30 * day;

/** How an invitation can end. A pending one past its expiry counts as EXPIRED whether or not that is written yet. */
export type InviteStatus = "PENDING" | "ACCEPTED" | "DECLINED" | "REVOKED" | "EXPIRED";

/** The status at an instant, of which the written one may lag behind. */
export const statusAt = (
  { status, expiresAt }: { readonly status: InviteStatus; readonly expiresAt: Instant },
  now: Instant,
): InviteStatus => (status === "PENDING" && expiresAt <= now ? "EXPIRED" : status);

/** What invitations of both kinds have. */
interface Invitation {
  readonly id: string;
  readonly username: string;
  readonly inviterUsername: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
}

/** An invitation of an address to a project. */
export interface GroupInvite extends Invitation {
  readonly orgId: string;
  readonly groupId: string;
  readonly groupName: string;
  /** Never empty; in the order of the role table. */
  readonly roles: readonly GroupRole[];
}

interface Draft extends Omit<Invitation, "inviterUsername" | "createdAt" | "expiresAt"> {
  /** How the invitation names who sent it. */
  readonly inviter: string;
  readonly now: Instant;
}

const draft = <D extends Draft>({ inviter, now, ...given }: D) => ({
  ...given,
  inviterUsername: inviter,
  createdAt: now,
  expiresAt: now + inviteLifetime,
});

export interface GroupInviteDraft extends Draft, Pick<GroupInvite, "roles"> {
  readonly group: { readonly id: string; readonly orgId: string; readonly name: string };
}

export const draftInvite = ({ group, ...given }: GroupInviteDraft): GroupInvite => ({
  ...draft(given),
  orgId: group.orgId,
  groupId: group.id,
  groupName: group.name,
});

/** The address a request names; refuses an absent one and what cannot be an address. */
export function chooseUsername(
  username: string | undefined,
  fault: FaultMaker<"INVALID_USERNAME" | "MISSING_ATTRIBUTE">,
): string {
  const describe = (description: string) => ({ fields: [{ description, field: "username" }] });
  if (username === undefined) {
    throw fault("MISSING_ATTRIBUTE", { attribute: "username" }, describe("Name the invited e-mail address."));
  }
  if (isAddress(username)) return username;
  const plain = username.normalize("NFKC");
  const description = isAddress(plain)
    ? `Has letters that stand for others; write it as ${plain}.`
    : "Must be an e-mail address, such as ada@example.com.";
  throw fault("INVALID_USERNAME", { username }, describe(description));
}

/** A project role that an invitation to an organization carries. */
export interface GroupRoleGift {
  readonly groupId: string;
  readonly role: GroupRole;
}

/** An invitation of an address to an organization; the newer API shows the same thing as a pending user. */
export interface OrgInvite extends Invitation {
  /** Id of the pending user: of the account, where the address has one already. */
  readonly userId: string;
  readonly orgId: string;
  readonly orgName: string;
  readonly status: InviteStatus;
  /** In the order of the role table. */
  readonly roles: readonly OrgRole[];
  readonly groupRoles: readonly GroupRoleGift[];
  readonly teamIds: readonly string[];
}

export interface OrgInviteDraft
  extends Draft,
    Pick<OrgInvite, "userId" | "roles" | "groupRoles" | "teamIds"> {
  readonly org: { readonly id: string; readonly name: string };
}

export const draftOrgInvite = ({ org, ...given }: OrgInviteDraft): OrgInvite => ({
  ...draft(given),
  orgId: org.id,
  orgName: org.name,
  status: "PENDING",
});
