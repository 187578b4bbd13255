// Explains why a door is open or closed to a principal: roles held, their sources, and the roles that would open it.
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
  /** E-mail address, public key or client id. */
  readonly name: string;
}

/** A person, a service account or an API key. */
export interface Principal extends NamedCaller {
  /** The description of a key, or the name of a service account or person; empty if unknown. */
  readonly label: string;
}

/** A caller that may perform the operation. */
export interface Holder extends Principal {
  /** The roles that let in. */
  readonly by: readonly SourcedRole[];
}

/**
 * The rule that refused a request, in the order of checks: `path` leads to nothing, `gap` is an operation that Atlas has and
 * Anteroom lacks, `request` is its body or a header, `scope` a project or organization that does not exist, `door` the
 * roles, `operation` a rule of its own.
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
  /** Code of the error; null if the answer has none, such as a challenge. */
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
  /** The least of the roles that let in; null where none is needed. */
  readonly leastRole: RoleName | null;
  /** Every role that lets in alone. */
  readonly openedBy: readonly RoleName[];
}

/** The explanation why a request is let in, or is not. */
export interface Explanation extends AboutDoor {
  /** Null if the request was not identified. */
  readonly caller: NamedCaller | null;
  /** True if the caller's roles suffice; another rule may still refuse. */
  readonly isOpen: boolean;
  /** Roles of the caller that matter there, and where they were given. */
  readonly held: readonly SourcedRole[];
  /** The roles among them that suffice. */
  readonly by: readonly SourcedRole[];
  /** Null where nothing refuses. */
  readonly refusedBy: Refused | null;
  /** The access list of the caller, where a store is asked without an address: only from there is it let in. */
  readonly onlyFrom?: readonly string[];
}

/** The callers that may perform an operation, and by which role. */
export interface WhoCan extends AboutDoor {
  /** Everyone who may, with the roles that let in. */
  readonly holders: readonly Holder[];
  /** The database users that may `readData` or `writeData`, and where; empty for operations. */
  readonly databaseUsers: readonly DataUser[];
  /** The users that may log in to the databases, and from where; only for `logIn`. */
  readonly logins?: Logins;
}

/** An operation that is asked about, and where. */
interface AskedOperation {
  /** Its id, or its short name on the command line. `who-can` takes `readData` and `writeData` too, the data of a project, and `logIn`, its databases. */
  readonly operation?: string;
  /** The method of a request, with `path`, in place of the operation. */
  readonly method?: string;
  readonly path?: string;
  /** Id or name of the project, where the path names none. */
  readonly groupId?: string;
  /** Id or name of the organization, where the path names none. */
  readonly orgId?: string;
}

/** A question about those who may perform an operation. */
export interface DoorQuestion extends AskedOperation {
  /** Name of the cluster that `logIn` is asked about; all of the project if absent. */
  readonly cluster?: string;
}

/** A question about a caller. */
export interface ExplainQuestion extends AskedOperation {
  /** Public key, client id or e-mail address; also the name of a service account or the description of an API key, where one has it. */
  readonly caller: string;
  /** Date of the version that is asked for; the newest if absent. */
  readonly version?: string;
  /** IP address to check against access lists; by default the address that this request comes from. */
  readonly address?: string;
}

/** A question that has no answer; says why. */
export class QuestionError extends Error {}

const roleNames: readonly RoleName[] = [...orgRoleNames, ...groupRoleNames];

/** Every role that opens a door alone, in the order of the table; none where no role is asked for. */
export const rolesThatOpen = (door: Door): RoleName[] =>
  "role" in door ? roleNames.filter((role) => permit(door, [role])) : [];

/** Returns the verdict of `permit` on a door and the roles held in its scope, with the reasons. */
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

/** The roles held in an organization and one of its projects that let into the project, each weighed. */
export const weighInGroup = (held: readonly SourcedRole[]): WeighedRole[] =>
  weigh(held.filter(({ role }) => permit(door.group("GROUP_READ_ONLY"), [role])));

/** The roles of a principal in an organization and in those of its projects that a role gives access to. */
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

/** A source of roles, and what is lost without it. Roles given in projects themselves count as one source. */
export interface WeighedSource {
  readonly from: GrantSource | { readonly kind: "GROUP" };
  /** The number of projects its roles give access to. */
  readonly groups: number;
  /** Names of projects that no other source gives access to. */
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

/** Explains the decision in a sentence each: the verdict, what is needed, what is held. */
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
