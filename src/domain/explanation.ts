// Why a door opens to somebody, or does not: which of the roles held open it, where they come from, and which would.
import { groupRoleNames, orgRoleNames, type RoleName } from "../contract/roles.ts";
import { type Caller, type Door, permit } from "./access.ts";

/** Where a role was given: in the project itself, in its organization, or to a team in the project. */
export interface GrantSource {
  readonly kind: "GROUP" | "ORG" | "TEAM";
  readonly id: string;
  readonly name: string;
}

/** A role that somebody holds, and where from. */
export interface SourcedRole {
  readonly role: RoleName;
  readonly from: GrantSource;
}

/** Somebody who can hold roles. */
export interface Principal {
  readonly kind: Caller["kind"];
  readonly id: string;
  /** E-mail address, public key or client id. */
  readonly name: string;
  /** What the key is described as, or the service account called; empty for a person. */
  readonly label: string;
}

/** Somebody with the roles that open a door. */
export interface Holder extends Principal {
  readonly by: readonly SourcedRole[];
}

export interface DoorExplanation {
  readonly isOpen: boolean;
  /** The least role that opens it; null where it opens to everybody, or to everybody who is known. */
  readonly leastRole: RoleName | null;
  /** Every role that opens it alone. */
  readonly openedBy: readonly RoleName[];
  readonly held: readonly SourcedRole[];
  /** Those of the roles held that open it, each alone. */
  readonly by: readonly SourcedRole[];
}

/** Which of the server's rules refused a request, in the order in which they are asked. */
export type Rule =
  | "credential"
  | "access list"
  | "version"
  | "sunset"
  | "fault"
  | "limit"
  | "request"
  | "scope"
  | "door"
  | "recent sign-in"
  | "strict roles"
  | "operation"
  | "server";

export interface Refused {
  readonly rule: Rule;
  /** Null where the answer has none, as a challenge. */
  readonly code: string | null;
  readonly detail: string;
}

/** An operation, and who may perform it. */
interface AboutDoor {
  readonly operationId: string;
  readonly method: string;
  /** With a name in braces for each parameter. */
  readonly path: string;
  /** Whose roles decide: those in a project or an organization; `signedIn` and `open` ask for none. */
  readonly door: Door["kind"];
  readonly leastRole: RoleName | null;
  readonly openedBy: readonly RoleName[];
}

/** Why a request is let in, or is not. */
export interface Explanation extends AboutDoor {
  /** Null where nobody was identified. */
  readonly caller: Pick<Principal, "kind" | "id" | "name"> | null;
  /** Whether the roles held open the door; a rule before or behind it may refuse nevertheless. */
  readonly isOpen: boolean;
  /** Roles of the caller that matter there, and where from. */
  readonly held: readonly SourcedRole[];
  /** Those of them that open the door. */
  readonly by: readonly SourcedRole[];
  /** Null where nothing refuses. */
  readonly refusedBy: Refused | null;
}

/** Who may perform an operation, and by which role. */
export interface WhoCan extends AboutDoor {
  readonly holders: readonly Holder[];
}

/** What a question about an operation names. */
export interface DoorQuestion {
  /** Its id, or its short name on the command line. */
  readonly operation?: string;
  /** In the place of its name: a request. */
  readonly method?: string;
  readonly path?: string;
  readonly groupId?: string;
  readonly orgId?: string;
}

/** Whether somebody would be let in; nothing is performed. */
export interface ExplainQuestion extends DoorQuestion {
  /** Public key, client id or address of who would ask. */
  readonly caller: string;
  /** Date of the version asked for; the newest if absent. */
  readonly version?: string;
  /** From where; access lists are then looked at as well. */
  readonly address?: string;
}

/** A question that has no answer; says why. */
export class QuestionError extends Error {}

const roleNames: readonly RoleName[] = [...orgRoleNames, ...groupRoleNames];

/** Every role that opens a door alone, in the order of the table; none where no role is asked for. */
export const rolesThatOpen = (door: Door): RoleName[] =>
  "role" in door ? roleNames.filter((role) => permit(door, [role])) : [];

/** What `permit` says of a door and the roles held in its scope, and why. */
export function explain(door: Door, held: readonly SourcedRole[]): DoorExplanation {
  const openedBy = rolesThatOpen(door);
  return {
    isOpen: permit(
      door,
      held.map(({ role }) => role),
    ),
    leastRole: "role" in door ? door.role : null,
    openedBy,
    held,
    by: held.filter(({ role }) => openedBy.includes(role)),
  };
}

/** The roles that are still held when one of them is taken, each once. */
export const remainingWithout = (held: readonly SourcedRole[], taken: SourcedRole): RoleName[] => [
  ...new Set(held.filter((each) => each !== taken).map(({ role }) => role)),
];

const places = { GROUP: "in project", ORG: "in organization", TEAM: "through team" } as const;

export const roleInWords = ({ role, from }: SourcedRole): string =>
  `${role} ${places[from.kind]} ${from.name}`;

const listed = (roles: readonly SourcedRole[]) => roles.map(roleInWords).join(", ");

/** What a door asks for. */
export function needInWords({ door, leastRole, openedBy }: AboutDoor): string {
  if (leastRole === null) return door === "open" ? "needs no credential" : "needs a credential, and no role";
  const others = openedBy.filter((role) => role !== leastRole);
  const kind = door === "group" ? "project" : "organization";
  if (others.length === 0) return `needs ${leastRole} in the ${kind}`;
  // Most roles include the least one.
  const some = others.length > 3 ? `one of ${others.length} that include it` : others.join(" or ");
  return `needs ${leastRole} in the ${kind}, or ${some}`;
}

/** What decided, in one sentence each: the verdict, what is needed, what is held. */
export function explainInWords(explanation: Explanation): [verdict: string, need: string, held: string] {
  const { caller, refusedBy, by, held, leastRole } = explanation;
  const verdict =
    refusedBy === null
      ? `let in${by.length === 0 ? "" : ` by ${listed(by)}`}`
      : `refused by ${refusedBy.rule}${refusedBy.code === null ? "" : ` (${refusedBy.code})`}`;
  const who = caller === null ? "nobody was identified" : `${caller.name} holds`;
  if (caller === null) return [verdict, needInWords(explanation), who];
  const roles = held.length > 0 ? listed(held) : leastRole === null ? "whatever roles" : "no role there";
  return [verdict, needInWords(explanation), `${who} ${roles}`];
}
