// The departure of a person from an organization or a project: what is lost, what the person created there, and the receipt of
// the removal.
import type { ErrorCode } from "../contract/errors.ts";
import type { RoleName } from "../contract/roles.ts";
import type { SourcedRole } from "./explanation.ts";
import type { User } from "./user.ts";

interface Named {
  readonly id: string;
  readonly name: string;
}

export interface Losses {
  /** The roles in the organization or the project itself. */
  readonly roles: readonly RoleName[];
  readonly teams: readonly Named[];
  /** The projects of the organization, with the roles that were granted there to the person or to a team. */
  readonly groups: readonly (Named & { readonly held: readonly SourcedRole[] })[];
  /** The roles in the project that stay, because a team or the organization gives them. */
  readonly stays: readonly SourcedRole[];
}

/** A thing that a person created, and that keeps working after the person has left. */
export interface Made {
  readonly kind: "API_KEY" | "SERVICE_ACCOUNT" | "INVITATION";
  readonly id: string;
  /** The public key, the client id, or the id of the invitation. */
  readonly code: string;
  /** The description of the key, the name of the account, or the invited address. */
  readonly name: string;
  /** The roles, each with the name of its project; null for the organization. */
  readonly roles: readonly { readonly role: RoleName; readonly group: string | null }[];
  /** The last use, null for none; absent if it is not known, and for invitations. */
  readonly lastUsedAt?: string | null | undefined;
}

/** The fate of a part. `TAKEN`: deleted, revoked, or removed from the project. `GONE`: it no longer existed. */
export interface Fate {
  readonly fate: "TAKEN" | "KEPT" | "GONE" | "REFUSED";
  /** The reason why a part was refused. */
  readonly why?: ErrorCode;
}

export interface Receipt {
  readonly person: Pick<User, "id" | "firstName" | "lastName">;
  readonly losses: Losses;
  readonly parts: readonly (Made & Fate)[];
}
