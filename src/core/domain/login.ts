// The users that may log in to a database, and from where, as answers show them.
import type { Proof } from "./user-proof.ts";

/** The name of the question in `who-can`. */
export const logIn = "logIn";

/** A change that a deployment does not have yet, or will not have. */
interface Wait {
  /** The hosts of the deployment. */
  readonly deployment: string;
  /**
   * ISO 8601; null where nothing has been tried yet, or nothing will be.
   * @format date-time
   */
  readonly since: string | null;
  /** A code such as `NAME_TAKEN`, or `ACTION_MISSING:` and the actions that the deployment does not know; null where it is only to be done next. */
  readonly problem: string | null;
  /** The problem in words. */
  readonly why: string;
}

/** A deployment that does not hold a user, or its roles, as they are now. */
export interface LoginWait extends Wait {
  /** True if the user can log in there meanwhile: as it was before a change, or with less than its roles where `problem` is `ACTION_MISSING:…`. */
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
  /** Clusters and instances that it may log in to; all if empty. */
  readonly scopes: readonly string[];
  /**
   * ISO 8601; null for one that does not end.
   * @format date-time
   */
  readonly endsAt: string | null;
  /** The deployments where it cannot log in yet, or not as it is now. */
  readonly waits: readonly LoginWait[];
  /** Deployments that know no roles, where nothing limits it. */
  readonly unlimited: readonly string[];
}

/** A user that was deleted and may be in its deployment still, until it is dropped there. */
export interface LeftLogin extends Wait {
  readonly name: string;
}

/** An entry of the IP access list. */
export interface LoginAddress {
  /** A network with its prefix length, or a security group of AWS. */
  readonly from: string;
  readonly comment: string;
  /**
   * ISO 8601; null for one that does not end.
   * @format date-time
   */
  readonly endsAt: string | null;
}

/** Users, by name, those whom a deployment has still, and the addresses from which they may: whoever lacks one of both may not. */
export interface Logins {
  readonly users: readonly Login[];
  readonly left: readonly LeftLogin[];
  readonly addresses: readonly LoginAddress[];
}
