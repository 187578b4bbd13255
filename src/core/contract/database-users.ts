// What is said of database users in words of Atlas: how each proves who it is, which database knows it, and where it may log in.

/** How a user proves who it is; one of them at most, and a password where all are NONE. */
export const proofKinds = {
  awsIAMType: ["NONE", "USER", "ROLE"],
  ldapAuthType: ["NONE", "GROUP", "USER"],
  oidcAuthType: ["NONE", "IDP_GROUP", "USER"],
  x509Type: ["NONE", "CUSTOMER", "MANAGED"],
} as const;

export type ProofName = keyof typeof proofKinds;
export const proofNames = Object.keys(proofKinds) as ProofName[];

export const userDatabases = ["admin", "$external"] as const;

export const scopeTypes = ["CLUSTER", "DATA_LAKE", "STREAM"] as const;
