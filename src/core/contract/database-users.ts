// Atlas's terms for database users: how each authenticates, and in which database.

/** The members that say how a user authenticates. At most one of them is not NONE; if all are, the user has a password. */
export const proofNames = ["awsIAMType", "ldapAuthType", "oidcAuthType", "x509Type"] as const;
export type ProofName = (typeof proofNames)[number];

export const userDatabases = ["admin", "$external"] as const;
