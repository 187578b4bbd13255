// The context of a change: the unit of work, its instant, and how to refuse, record events and queue mail; and the limits on
// giving roles: a strict server refuses roles above the caller's, and lasting access requires a recent sign-in.
import { type ErrorCode, type FaultMaker, fault } from "../contract/errors.ts";
import { groupRoleNames, orgRoleNames, type RoleName } from "../contract/roles.ts";
import { type Caller, effectiveRoles, isAtMost } from "../domain/access.ts";
import { type HeldRole, rolesIn } from "../domain/credential.ts";
import type { Actor, EventSubject, EventType } from "../domain/event.ts";
import type { Instant } from "../domain/instant.ts";
import { groupsOf, type Holdings, rolesInGroup } from "../domain/membership.ts";
import type { MailSubject } from "../store/outbox.ts";
import type { Reads, Writes } from "../store/store.ts";

/** A unit of work that only reads. */
export interface ReadingUnit {
  readonly tx: Reads;
}

/** The context of code that only reads. */
export interface Reading extends ReadingUnit {
  readonly now: Instant;
}

/** The context of code that refuses. `Code` lists its refusal codes, so that an operation must declare them. */
export interface Refusing<Code extends ErrorCode = never> {
  readonly fault: FaultMaker<Code>;
}

/** The context of code that reads and refuses. */
export interface Looking<Code extends ErrorCode = never> extends Reading, Refusing<Code> {}

/** The context of code that finds a scope or refuses, at any time. */
export interface Visiting<Code extends ErrorCode = never> extends ReadingUnit, Refusing<Code> {}

/** A unit of work that writes rows with new ids. */
export interface Writing {
  readonly tx: Writes;
  readonly now: Instant;
  readonly newId: () => string;
}

/** The context of code that writes rows and records events. */
export interface Recording {
  readonly tx: Writes;
  /** Records an audit event of the caller in the same unit of work. */
  readonly record: (type: EventType, about: EventSubject) => Promise<void>;
}

/** The facts that decide which access the caller may give. */
export interface Giving {
  /**
   * The caller's roles in the scope of the request; a strict server refuses to give or take roles above them. Null on a server
   * that is not strict.
   */
  readonly held: readonly RoleName[] | null;
  /** False in a page whose person signed in too long ago to give lasting access. */
  readonly isRecent: boolean;
}

/** The context of a change. A handler passes its own; `changingOf` makes one elsewhere. */
export interface Changing<Code extends ErrorCode = never> extends Looking<Code>, Writing, Recording, Giving {
  readonly tx: Writes;
  readonly now: Instant;
  /** Queues a message in the same unit of work; it is sent after the commit. */
  readonly mail: (about: MailSubject) => Promise<void>;
}

/** The context of code that only queues messages. */
export type Mailing = Pick<Changing, "mail" | "now">;

/** Returns a function that records events of an actor: null for the test controls and seeds. */
export const recordOf =
  ({ tx, now, newId }: Writing, actor: Actor): Changing["record"] =>
  async (type, about) =>
    tx.events.add({ id: newId(), type, at: now, actor, ...about });

export const mailOf =
  ({ tx, now, newId }: Writing): Changing["mail"] =>
  async (about) =>
    tx.outbox.add({ id: newId(), about, now });

/** Makes a context whose actor is not the caller of a request: for test controls, and for joining by a link. */
export const changingOf = (unit: Writing, actor: Actor): Changing<ErrorCode> => ({
  ...unit,
  held: null,
  isRecent: true,
  fault,
  record: recordOf(unit, actor),
  mail: mailOf(unit),
});

interface RoleChange {
  readonly scopeId: string;
  readonly before?: readonly RoleName[];
  readonly after?: readonly RoleName[];
}

/** Refuses lasting access (credentials, ownership) to a browser that may have been left open. */
export function requireRecentSignIn({ isRecent }: Pick<Giving, "isRecent">): void {
  if (!isRecent) throw fault("SIGN_IN_NOT_RECENT", {});
}

const isOwner = (role: RoleName) => role === "ORG_OWNER" || role === "GROUP_OWNER";

const mayGive = ({ held }: Pick<Giving, "held">, role: RoleName): boolean =>
  held === null || isAtMost(role, held);

export const rolesToGive = (caller: Pick<Giving, "held">): RoleName[] =>
  [...orgRoleNames, ...groupRoleNames].filter((role) => mayGive(caller, role));

/** Refuses to give or take a role above the caller's; unchanged roles are not checked. */
export function checkRoles(
  { held, isRecent }: Giving,
  { scopeId, before = [], after = [] }: RoleChange,
): void {
  const given = after.filter((role) => !before.includes(role));
  if (given.some(isOwner)) requireRecentSignIn({ isRecent });
  const taken = before.filter((role) => !after.includes(role));
  const above = [...given, ...taken].find((role) => !mayGive({ held }, role));
  // Thrown past `changing.fault`: operations declare the code by their doors, not by the changes they make.
  if (above !== undefined) throw fault("ROLE_ABOVE_OWN", { role: above, scopeId });
}

const nothing: Holdings = { roles: [], groupRoles: [], teamIds: [] };

/**
 * Checks all roles of a member in an organization and its projects. Joining a team that owns a project counts as making an
 * owner.
 */
export async function checkHoldings(
  changing: Giving & ReadingUnit,
  orgId: string,
  { before = nothing, after = nothing }: { readonly before?: Holdings; readonly after?: Holdings },
): Promise<void> {
  checkRoles(changing, { scopeId: orgId, before: before.roles, after: after.roles });
  for (const groupId of groupsOf([...before.groupRoles, ...after.groupRoles])) {
    const [held, wanted] = [rolesInGroup(before, groupId), rolesInGroup(after, groupId)];
    checkRoles(changing, { scopeId: groupId, before: held, after: wanted });
  }
  if (changing.isRecent) return;
  for (const teamId of after.teamIds.filter((each) => !before.teamIds.includes(each))) {
    if ((await changing.tx.teams.rolesOf(teamId)).some(isOwner)) requireRecentSignIn(changing);
  }
}

type CredentialChange = Visiting<"USER_UNAUTHORIZED"> & Giving & { readonly caller: Caller };

/**
 * Refuses to change a credential through a project, unless the caller has every role of the credential outside of the project:
 * its secret would give these roles, and deleting it would remove them. Organization Member, which every credential has, does
 * not count. On a strict server, its roles in the project must not be above the caller's.
 */
export async function refuseBeyond(
  { tx, caller, fault, ...giving }: CredentialChange,
  { orgId, roles }: { readonly orgId: string; readonly roles: readonly HeldRole[] },
  group: { readonly id: string },
): Promise<void> {
  const outside = roles.filter(({ groupId, role }) => groupId !== group.id && role !== "ORG_MEMBER");
  const grants =
    outside.length === 0 ? [] : (await tx.grants.of(caller.id)).filter((each) => each.orgId === orgId);
  const isHeld = ({ groupId, role }: HeldRole) => {
    const there = grants.filter((each) => each.groupId === null || each.groupId === groupId);
    return effectiveRoles(there.map((each) => each.role)).has(role);
  };
  if (!outside.every(isHeld)) throw fault("USER_UNAUTHORIZED", {});
  checkRoles(giving, { scopeId: group.id, before: rolesIn(roles, group.id) });
}
