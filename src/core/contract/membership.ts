// The statuses that a person's membership in an organization can have.

/** Names as the official document has them; all but ACTIVE are an invitation to the organization. */
export const membershipStatuses = ["PENDING", "ACTIVE", "INVITATION_EXPIRED", "INVITATION_REJECTED"] as const;

export type MembershipStatus = (typeof membershipStatuses)[number];
