// The statuses that a person's membership in an organization can have.

/** The statuses as the official document names them; all but ACTIVE are invitations to the organization. */
export const membershipStatuses = ["PENDING", "ACTIVE", "INVITATION_EXPIRED", "INVITATION_REJECTED"] as const;

export type MembershipStatus = (typeof membershipStatuses)[number];
