// The way in which a database user authenticates, as one word for the four members.
import { type ProofName, proofNames } from "../contract/database-users.ts";

/** The ways to authenticate, with the database that has the user. */
export const proofs = {
  password: { databaseName: "admin" },
  x509Managed: { databaseName: "$external", x509Type: "MANAGED" },
  x509Customer: { databaseName: "$external", x509Type: "CUSTOMER" },
  awsRole: { databaseName: "$external", awsIAMType: "ROLE" },
  awsUser: { databaseName: "$external", awsIAMType: "USER" },
  ldapUser: { databaseName: "$external", ldapAuthType: "USER" },
  ldapGroup: { databaseName: "admin", ldapAuthType: "GROUP" },
  oidcGroup: { databaseName: "admin", oidcAuthType: "IDP_GROUP" },
  oidcUser: { databaseName: "$external", oidcAuthType: "USER" },
} as const;

export type Proof = keyof typeof proofs;
export const proofKeys = Object.keys(proofs) as Proof[];

type Answered = Partial<Readonly<Record<ProofName, string>>>;

export const proofOf = (user: Answered): Proof =>
  proofKeys.find((each) => {
    const wanted = proofs[each] as Answered;
    return proofNames.every((name) => (user[name] ?? "NONE") === (wanted[name] ?? "NONE"));
  }) ?? "password";
