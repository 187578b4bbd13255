// The context of a change: the unit of work, its instant, and how to refuse, record events and queue mail; and the limits on giving
// roles: a strict server refuses roles above the caller's, and lasting access requires a recent sign-in.
import { type ErrorCode, type FaultMaker, fault } from "../contract/errors.ts";
import { groupRoleNames, orgRoleNames, type RoleName } from "../contract/roles.ts";
import { type Caller, effectiveRoles, isAtMost } from "../domain/access.ts";
import { type HeldRole, rolesIn } from "../domain/credential.ts";
import type { Actor, EventSubject, EventType } from "../domain/event.ts";
import type { Instant } from "../domain/instant.ts";
import { groupsOf, type Holdings, rolesInGroup } from "../domain/membership.ts";
import type { MailSubject } from "../store/outbox.ts";
import type { Reads, Writes } from "../store/store.ts";

/** Context of what only reads. */
export interface Reading {
  readonly tx: Reads;
  readonly now: Instant;
}

/** Context of what reads and refuses. `Code` lists the codes it refuses with, so that an operation must declare them. */
export interface Looking<Code extends ErrorCode = never> extends Reading {
  readonly fault: FaultMaker<Code>;
}

/** Context of what finds a scope or refuses, whatever the time. */
export type Visiting<Code extends ErrorCode = never> = Pick<Looking<Code>, "tx" | "fault">;

/** A unit of work that writes rows with ids of their own. */
export interface Writing {
  readonly tx: Writes;
  readonly now: Instant;
  readonly newId: () => string;
}

/** Context of what writes rows and records it. */
export interface Recording {
  readonly tx: Writes;
  /** Writes an audit event of the caller into the same unit of work. */
  readonly record: (type: EventType, about: EventSubject) => Promise<void>;
}

/** The facts that decide which access the caller may give. */
export interface Giving {
  /** Roles of the caller in the scope of the request, above which none is given or taken; null if the server is not strict. */
  readonly held: readonly RoleName[] | null;
  /** False for a page whose person signed in too long ago to give lasting access. */
  readonly isRecent: boolean;
}

/** Context of a change. A handler passes its own; `changingOf` makes one elsewhere. */
export interface Changing<Code extends ErrorCode = never> extends Looking<Code>, Writing, Recording, Giving {
  readonly tx: Writes;
  readonly now: Instant;
  /** Queues a message in the same unit of work; it is sent after the commit. */
  readonly mail: (about: MailSubject) => Promise<void>;
}

/** Records events of an actor: null for the test controls and seeds. */
export const recordOf =
  ({ tx, now, newId }: Writing, actor: Actor): Changing["record"] =>
  async (type, about) =>
    tx.events.add({ id: newId(), type, at: now, actor, ...about });

export const mailOf =
  ({ tx, now, newId }: Writing): Changing["mail"] =>
  async (about) =>
    tx.outbox.add({ id: newId(), about, now });

/** A context whose actor is not the caller of a request: of test controls, and of joining by a link. */
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

/** Refuses to give or to take a role above those of the caller; roles that stay do not matter. */
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

/** Checks all that a member holds in an organization and its projects. Joining a team that owns a project makes an owner. */
export async function checkHoldings(
  changing: Giving & Pick<Reading, "tx">,
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
 * Refuses to change a credential itself through a project, unless the caller holds every role that it holds outside of the
 * project: its secret would give them, and losing it would take them elsewhere. Organization Member, which every credential
 * holds, does not count. Where the server is strict, its roles in the project must not be above the caller's.
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
