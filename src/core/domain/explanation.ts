// Explains why a door is open or closed to a principal: its roles, their sources, and the roles that would open it.
import { groupRoleNames, orgRoleNames, type RoleName } from "../contract/roles.ts";
import { type Door, door, permit } from "./access.ts";
import type { DataUser } from "./data-user.ts";
import type { Logins } from "./login.ts";

/** The place where a role was granted: in the project itself, in its organization, or to a team in the project. */
export interface GrantSource {
  readonly kind: "GROUP" | "ORG" | "TEAM";
  readonly id: string;
  readonly name: string;
}

/** A role, and where it was given. */
export interface SourcedRole {
  readonly role: RoleName;
  readonly from: GrantSource;
}

/** A caller as an explanation names it. */
interface NamedCaller {
  readonly kind: "USER" | "SERVICE_ACCOUNT" | "API_KEY";
  readonly id: string;
  /** The e-mail address, public key or client id. */
  readonly name: string;
}

/** A person, a service account or an API key. */
export interface Principal extends NamedCaller {
  /** The description of a key, or the name of a service account or person; empty if unknown. */
  readonly label: string;
}

/** A caller that may perform the operation. */
export interface Holder extends Principal {
  /** The roles that open the door. */
  readonly by: readonly SourcedRole[];
}

/**
 * The rule that refused a request, in the order of checks: `path` leads to nothing, `gap` is an operation that Atlas has and
 * Anteroom lacks, `request` is its body or a header, `scope` a project or organization that does not exist, `door` the roles,
 * `operation` a rule of its own.
 */
export type Rule =
  | "path"
  | "credential"
  | "access list"
  | "gap"
  | "version"
  | "sunset"
  | "fault"
  | "limit"
  | "request"
  | "scope"
  | "door"
  | "recent sign-in"
  | "second factor"
  | "strict roles"
  | "operation"
  | "server";

/** The rule that refused a request, and the error. */
export interface Refused {
  readonly rule: Rule;
  /** The code of the error; null if the answer has none, such as a challenge. */
  readonly code: string | null;
  readonly detail: string;
}

/** An operation, and the roles that may call it. */
interface AboutDoor {
  readonly operationId: string;
  readonly method: string;
  /** The path, with a name in braces for each parameter. */
  readonly path: string;
  /** The scope whose roles decide; `signedIn` and `open` need no role. */
  readonly door: "group" | "org" | "federation" | "signedIn" | "open";
  /** The least role that opens the door; null if it needs none. */
  readonly leastRole: RoleName | null;
  /** The roles each of which opens the door alone. */
  readonly openedBy: readonly RoleName[];
}

/** The reason why a request is allowed or refused. */
export interface Explanation extends AboutDoor {
  /** The caller; null if the request was not identified. */
  readonly caller: NamedCaller | null;
  /** True if the caller's roles suffice; another rule may still refuse. */
  readonly isOpen: boolean;
  /** The caller's roles that matter there, and where they were granted. */
  readonly held: readonly SourcedRole[];
  /** The roles among them that suffice. */
  readonly by: readonly SourcedRole[];
  /** The refusal; null if nothing refuses. */
  readonly refusedBy: Refused | null;
  /** The access list of the caller, if the question has no address: other addresses are refused. */
  readonly onlyFrom?: readonly string[];
}

/** The callers that may perform an operation, and by which role. */
export interface WhoCan extends AboutDoor {
  /** The callers who may, with the roles that open the door. */
  readonly holders: readonly Holder[];
  /** The database users that may `readData` or `writeData`, and where; empty for operations. */
  readonly databaseUsers: readonly DataUser[];
  /** The users that may log in to the databases, and from where; only for `logIn`. */
  readonly logins?: Logins;
}

/** The operation that a question is about, and its scope. */
interface AskedOperation {
  /**
   * The id, or the short name on the command line. `who-can` also accepts `readData` and `writeData`, for the data of a
   * project, and `logIn`, for its databases.
   */
  readonly operation?: string;
  /** The method of a request, with `path`, instead of the operation. */
  readonly method?: string;
  readonly path?: string;
  /** The id or name of the project, if the path has none. */
  readonly groupId?: string;
  /** The id or name of the organization, if the path has none. */
  readonly orgId?: string;
}

/** A question about the callers that may perform an operation. */
export interface DoorQuestion extends AskedOperation {
  /** The name of the cluster for `logIn`; all of the project if absent. */
  readonly cluster?: string;
}

/** A question about a caller. */
export interface ExplainQuestion extends AskedOperation {
  /**
   * The public key, client id or e-mail address; also the name of a service account or the description of an API key, if only
   * one has it.
   */
  readonly caller: string;
  /** The date of the requested version; the newest if absent. */
  readonly version?: string;
  /** The IP address to check against access lists; by default the address of this request. */
  readonly address?: string;
}

/** Signals a question without an answer; says why. */
export class QuestionError extends Error {}

const roleNames: readonly RoleName[] = [...orgRoleNames, ...groupRoleNames];

/** Returns every role that opens a door alone, in the order of the table; none if the door needs no role. */
export const rolesThatOpen = (door: Door): RoleName[] =>
  "role" in door ? roleNames.filter((role) => permit(door, [role])) : [];

/** Returns the decision of `permit` on a door and the roles held in its scope, with the reasons. */
export function explain(door: Door, held: readonly SourcedRole[]) {
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

export interface WeighedRole extends SourcedRole {
  readonly remaining: readonly RoleName[];
}

const weigh = (held: readonly SourcedRole[]): WeighedRole[] =>
  held.map((each) => ({
    ...each,
    remaining: [...new Set(held.filter((other) => other !== each).map(({ role }) => role))],
  }));

/** Weighs the roles held in an organization and one of its projects that give access to the project. */
export const weighInGroup = (held: readonly SourcedRole[]): WeighedRole[] =>
  weigh(held.filter(({ role }) => permit(door.group("GROUP_READ_ONLY"), [role])));

/** The roles of a principal in an organization, and in its projects that a role gives access to. */
interface HeldThroughout {
  readonly inOrg: readonly SourcedRole[];
  readonly inGroups: readonly {
    readonly id: string;
    readonly name: string;
    readonly held: readonly SourcedRole[];
  }[];
}

export interface PlacedRole extends WeighedRole {
  readonly place: { readonly kind: "GROUP" | "ORG"; readonly id: string; readonly name: string };
}

/** A source of roles, and what is lost without it. Roles granted in projects themselves count as one source. */
export interface WeighedSource {
  readonly from: GrantSource | { readonly kind: "GROUP" };
  /** The number of projects that its roles give access to. */
  readonly groups: number;
  /** The names of projects that no other source gives access to. */
  readonly lost: readonly string[];
}

export function weighThroughout(
  { id: orgId, name: orgName }: { readonly id: string; readonly name: string },
  { inOrg, inGroups }: HeldThroughout,
): { readonly roles: PlacedRole[]; readonly sources: WeighedSource[] } {
  const roles: PlacedRole[] = weigh(inOrg).map((each) => ({
    ...each,
    place: { kind: "ORG", id: orgId, name: orgName },
  }));
  const sources = new Map<string, { from: WeighedSource["from"]; groups: number; lost: string[] }>();
  for (const { id, name, held } of inGroups) {
    const weighed = weighInGroup(held);
    for (const each of weighed) roles.push({ ...each, place: { kind: "GROUP", id, name } });
    const froms = new Map(weighed.map(({ from }) => [`${from.kind} ${from.id}`, from]));
    for (const from of froms.values()) {
      const key = from.kind === "GROUP" ? from.kind : `${from.kind} ${from.id}`;
      const source = sources.get(key) ?? {
        from: from.kind === "GROUP" ? { kind: from.kind } : from,
        groups: 0,
        lost: [],
      };
      source.groups++;
      if (froms.size === 1) source.lost.push(name);
      sources.set(key, source);
    }
  }
  return { roles, sources: [...sources.values()] };
}

const places = { GROUP: "in project", ORG: "in organization", TEAM: "through team" } as const;

export const roleInWords = ({ role, from }: SourcedRole): string =>
  `${role} ${places[from.kind]} ${from.name}`;

const listed = (roles: readonly SourcedRole[]) => roles.map(roleInWords).join(", ");

export function needInWords({ door, leastRole, openedBy }: AboutDoor): string {
  if (leastRole === null) return door === "open" ? "needs no credential" : "needs a credential, and no role";
  const others = openedBy.filter((role) => role !== leastRole);
  const kind = door === "group" ? "project" : "organization";
  if (others.length === 0) return `needs ${leastRole} in the ${kind}`;
  // Most roles include the least one.
  const some = others.length > 3 ? `one of ${others.length} that include it` : others.join(" or ");
  return `needs ${leastRole} in the ${kind}, or ${some}`;
}

/** Explains the decision in sentences: the verdict, the roles that are needed, and those that are held. */
export function explainInWords(explanation: Explanation): [verdict: string, need: string, held: string] {
  const { caller, refusedBy, by, held, leastRole, onlyFrom } = explanation;
  const from = onlyFrom === undefined ? "" : `, from ${onlyFrom.join(", ")} only`;
  const verdict =
    refusedBy === null
      ? `let in${by.length === 0 ? "" : ` by ${listed(by)}`}${from}`
      : `refused by ${refusedBy.rule}${refusedBy.code === null ? "" : ` (${refusedBy.code})`}`;
  const who = caller === null ? "nobody was identified" : `${caller.name} holds`;
  if (caller === null) return [verdict, needInWords(explanation), who];
  const roles = held.length > 0 ? listed(held) : leastRole === null ? "whatever roles" : "no role there";
  return [verdict, needInWords(explanation), `${who} ${roles}`];
}
