// A person with an account.
import type { Instant } from "./instant.ts";

export interface User {
  readonly id: string;
  /** E-mail address as first written. */
  readonly username: string;
  readonly firstName: string;
  readonly lastName: string;
  /** ISO 3166-1 alpha-2 code. */
  readonly country: string | null;
  readonly mobileNumber: string | null;
  /** Last sign-in; null before the first. */
  readonly lastAuthAt: Instant | null;
  readonly createdAt: Instant;
}

/** An account with nothing but an address. */
export const draftUser = ({ id, username, now }: { id: string; username: string; now: Instant }): User => ({
  id,
  username,
  firstName: "",
  lastName: "",
  country: null,
  mobileNumber: null,
  lastAuthAt: null,
  createdAt: now,
});
