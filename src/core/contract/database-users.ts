// The terms of Atlas for database users: how each authenticates, and in which database.

/** The members that say how a user authenticates; one of them at most is not NONE, and a password if all are. */
export const proofNames = ["awsIAMType", "ldapAuthType", "oidcAuthType", "x509Type"] as const;
export type ProofName = (typeof proofNames)[number];

export const userDatabases = ["admin", "$external"] as const;
