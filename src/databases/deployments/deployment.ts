// A deployment as provisioning sees it: something that runs commands of MongoDB as its administrator, or says why it does not.
import type { Command } from "../../atlas/database-users/rules/provisioning.ts";

export interface Deployment {
  /** Runs a command in the database `admin`. Rejects with `Refused`, or with `Away`; never with a text that holds credentials. */
  run(command: Command): Promise<Readonly<Record<string, unknown>>>;
  close(): Promise<void>;
}

/** Commands that are under way in one at the same time, at most. */
export const atOnce = 4;

/** Opens the one at a URL; nothing is sent yet. */
export type OpenDeployment = (url: string) => Promise<Deployment>;

/** The deployment refused a command, and has changed nothing. */
export class Refused extends Error {
  /** MongoDB's number and its word for it. */
  readonly code: number;
  readonly codeName: string;
  constructor(message: string, { code, codeName }: { readonly code: number; readonly codeName: string }) {
    super(message);
    this.code = code;
    this.codeName = codeName;
  }
}

/** The deployment cannot be asked; what became of a command that was sent is not known. */
export class Away extends Error {
  readonly code: string;
  constructor(message: string, code: string) {
    super(message);
    this.code = code;
  }
}

/** Codes of MongoDB. */
export const codes = {
  userNotFound: 11,
  roleNotFound: 31,
  commandNotFound: 59,
  roleExists: 51002,
  userExists: 51003,
} as const;
