// A deployment as provisioning uses it: it runs commands of MongoDB as its administrator, or says why it cannot.
import type { Command } from "../../atlas/database-users/rules/provisioning.ts";

export interface Deployment {
  /** Runs a command, in the database `admin` unless it says another. Rejects with `Refused` or `Away`, never with a text that has credentials. */
  run(command: Command, database?: string): Promise<Readonly<Record<string, unknown>>>;
  close(): Promise<void>;
}

/** The most commands under way in one deployment at a time. */
export const atOnce = 4;

/** Opens the deployment at a URL, without sending anything yet. */
export type OpenDeployment = (url: string) => Promise<Deployment>;

/** Signals that the deployment refused a command, and has changed nothing. */
export class Refused extends Error {
  /** MongoDB's number and name of the code. */
  readonly code: number;
  readonly codeName: string;
  constructor(message: string, { code, codeName }: { readonly code: number; readonly codeName: string }) {
    super(message);
    this.code = code;
    this.codeName = codeName;
  }
}

/** Signals that the deployment cannot be reached; the outcome of a command that was sent is unknown. */
export class Away extends Error {
  readonly code: string;
  constructor(message: string, code: string) {
    super(message);
    this.code = code;
  }
}

/** The codes of MongoDB. */
export const codes = {
  userNotFound: 11,
  roleNotFound: 31,
  commandNotFound: 59,
  roleExists: 51002,
  userExists: 51003,
} as const;
