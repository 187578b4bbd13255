// Who may log in to a database, and from where, as answers show it.
import type { Proof } from "./user-proof.ts";

/** What `who-can` calls it. */
export const logIn = "logIn";

/** A database user that may log in. */
export interface Login {
  readonly name: string;
  readonly databaseName: string;
  /** How it proves who it is. */
  readonly proof: Proof;
  /** Such as `readWrite@sales`. */
  readonly roles: readonly string[];
  /** Clusters and instances that it may log in to; all if empty. */
  readonly scopes: readonly string[];
  /** ISO 8601; null for one that does not end. */
  readonly endsAt: string | null;
}

/** An entry of the IP access list. */
export interface LoginAddress {
  /** A network with its prefix length, or a security group of AWS. */
  readonly from: string;
  readonly comment: string;
  /** ISO 8601; null for one that does not end. */
  readonly endsAt: string | null;
}

/** Users, by name, and the addresses from which they may: whoever lacks one of both may not. */
export interface Logins {
  readonly users: readonly Login[];
  readonly addresses: readonly LoginAddress[];
}
