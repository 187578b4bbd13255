// What is said of database users in words of Atlas: how each proves who it is, and which database knows it.

/** The members that say how a user proves who it is; one of them at most is not NONE, and a password where all are. */
export const proofNames = ["awsIAMType", "ldapAuthType", "oidcAuthType", "x509Type"] as const;
export type ProofName = (typeof proofNames)[number];

export const userDatabases = ["admin", "$external"] as const;
