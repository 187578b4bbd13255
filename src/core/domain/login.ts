// The users that may log in to a database, and from where, in the form of answers.
import type { Proof } from "./user-proof.ts";

/** The name of the question in `who-can`. */
export const logIn = "logIn";

/** A change that a deployment does not have yet, or will not get. */
interface Wait {
  /** The hosts of the deployment. */
  readonly deployment: string;
  /** The time since which it waits, in ISO 8601; null if nothing was tried yet, or nothing will be. @format date-time */
  readonly since: string | null;
  /**
   * A code such as `NAME_TAKEN`, or `ACTION_MISSING:` and the actions that the deployment does not know; null if it was not
   * tried yet.
   */
  readonly problem: string | null;
  /** The problem in words. */
  readonly why: string;
}

/** A deployment that does not have a user, or its roles, in the current form. */
export interface LoginWait extends Wait {
  /**
   * True if the user can log in there meanwhile: as before a change, or with fewer rights than its roles where `problem` is
   * `ACTION_MISSING:…`.
   */
  readonly canLogIn: boolean;
}

/** A database user that may log in. */
export interface Login {
  readonly name: string;
  readonly databaseName: string;
  /** The way it authenticates. */
  readonly proof: Proof;
  /** The roles, such as `readWrite@sales`. */
  readonly roles: readonly string[];
  /** The clusters and instances that it may log in to; all if empty. */
  readonly scopes: readonly string[];
  /** The time of its end in ISO 8601; null for none. @format date-time */
  readonly endsAt: string | null;
  /** The deployments where it cannot log in yet, or not in its current form. */
  readonly waits: readonly LoginWait[];
  /** The deployments that have no roles, where nothing limits it. */
  readonly unlimited: readonly string[];
}

/** A user that was deleted and may still be in its deployment, until it is dropped there. */
export interface LeftLogin extends Wait {
  readonly name: string;
}

/** An entry of the IP access list. */
export interface LoginAddress {
  /** A network with its prefix length, or a security group of AWS. */
  readonly from: string;
  readonly comment: string;
  /** The time of its end in ISO 8601; null for none. @format date-time */
  readonly endsAt: string | null;
}

/**
 * The users by name, those that deployments still have, and the addresses from which they may log in: a login needs both a user
 * and an address.
 */
export interface Logins {
  readonly users: readonly Login[];
  readonly left: readonly LeftLogin[];
  readonly addresses: readonly LoginAddress[];
}
