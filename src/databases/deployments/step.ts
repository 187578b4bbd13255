// Takes one step: creates, changes or drops one user or role in a deployment, so that a crash or an outage at any moment leaves
// nothing unknown.

import { type Privilege, unknownActions, withoutActions } from "../../atlas/custom-roles/rules/privileges.ts";
import type { Need, Provision } from "../../atlas/database-users/provisioning.ts";
import {
  type Command,
  dropCommand,
  type HeldRole,
  home,
  isOwnRole,
  type Mark,
  roleCommand,
  userCommand,
} from "../../atlas/database-users/rules/provisioning.ts";
import { lackOf } from "../../atlas/database-users/rules/waiting.ts";
import { type Instant, minute, second } from "../../core/domain/instant.ts";
import type { Store } from "../../core/store/store.ts";
import { Away, codes, type Deployment, Refused } from "./deployment.ts";

/** The time for which a process reserves a row: longer than any command may take. */
const lease = 15 * second;
const longestPause = minute;

export interface StepDeps {
  readonly store: Pick<Store, "read" | "write">;
  readonly deployment: Deployment;
  /** False for FerretDB 1, which has neither roles nor a place for marks. */
  readonly hasRoles: boolean;
  /** The actions that the deployment has refused as unknown since it was connected. */
  readonly unknown: Set<string>;
  readonly wall: () => Instant;
  readonly unseal: (sealed: string) => string;
  readonly jitter: () => number;
  /** Receives what the deployment refused, and what a role is created without. */
  readonly report: (row: Provision, problem: string, message: string) => void;
}

export type Found = ReturnType<typeof listedIn>[number];

/**
 * Changes one row's user or role to what is needed; undefined drops it. Users and roles that are not known as ours stay as they
 * are. Rejects with `Away` if the deployment cannot be reached: the row then says that a command may have been executed.
 */
export async function settleOne(deps: StepDeps, row: Provision, need: Need | undefined): Promise<void> {
  const { store, hasRoles, wall } = deps;
  if (row.kind === "ROLE" && !hasRoles) {
    return store.write((tx) =>
      need === undefined
        ? tx.provisions.remove(row)
        : tx.provisions.apply(row, { applied: need.fingerprint, lacksRoles: 1, problem: null }),
    );
  }
  const found = await find(deps, row);
  const isOurs = found !== undefined && isOwn(deps, row, found);
  if (need === undefined && !isOurs) return store.write((tx) => tx.provisions.remove(row));
  if (found !== undefined && !isOurs) return giveWay(deps, row);
  const missing = hasRoles && need !== undefined ? await missingRole(deps, row, need) : undefined;
  if (missing !== undefined) return fail(deps, row, "ROLE_MISSING", missing);
  const command = commandOf(deps, row, need, isOurs);
  if (command === undefined) {
    return fail(deps, row, "UNREADABLE", "its password was sealed by another master secret");
  }
  const begun = { ...row, version: row.version + 1 };
  const taken = { next: begun.version, dueAt: wall() + lease };
  if (!(await store.write((tx) => tx.provisions.begin(row, taken)))) return;
  let id: string | undefined;
  try {
    await carryOut(deps, command);
    if (need !== undefined && !hasRoles) id = (await find(deps, row))?.id;
  } catch (reason) {
    if (reason instanceof Refused) return settleRefusal(deps, { row: begun, need, isOurs, command }, reason);
    // It is checked, and then tried again, as soon as the deployment is back.
    const problem = reason instanceof Away ? `AWAY:${reason.code}` : "UNEXPECTED";
    await store.write((tx) =>
      tx.provisions.postpone(begun, { problem, tries: row.tries, dueAt: wall(), isBegun: 1 }),
    );
    throw reason;
  }
  const problem = need === undefined ? null : lackOf(lackedIn(deps, need));
  await store.write((tx) => {
    if (need === undefined) return tx.provisions.remove(begun);
    tx.provisions.apply(begun, { applied: need.fingerprint, lacksRoles: hasRoles ? 0 : 1, problem });
    if (id !== undefined) tx.provisions.identify(begun, id);
    if (row.kind === "ROLE") tx.provisions.foundRole(row, wall());
  });
  if (problem !== null && problem !== row.problem) deps.report(row, problem, "");
}

/** Runs a command; of a role it leaves out the actions that the deployment does not know, as often as it names more. */
async function carryOut(deps: StepDeps, command: (unknown: ReadonlySet<string>) => Command): Promise<void> {
  const { deployment, unknown } = deps;
  for (;;) {
    try {
      await deployment.run(command(unknown));
      return;
    } catch (reason) {
      const more = reason instanceof Refused ? unknownActions(reason.message) : [];
      const news = more.filter((action) => !unknown.has(action));
      if (news.length === 0) throw reason;
      for (const action of news) {
        unknown.add(action);
      }
    }
  }
}

/** Returns the actions that a role is created without. */
function lackedIn({ unknown }: StepDeps, { wanted }: Need): string[] {
  if (wanted.kind === "USER") return [];
  const all = wanted.privileges.flatMap(({ actions }) => actions);
  return [...wanted.lacks, ...all.filter((action) => unknown.has(action))];
}

/** Finds a role of ours that is needed and was not created by us: another one with its name may allow anything. */
async function missingRole(
  { store }: StepDeps,
  { deployment, groupId }: Provision,
  { wanted }: Need,
): Promise<string | undefined> {
  const held = wanted.roles.filter(isOwnRole).map(({ role }) => role);
  if (held.length === 0) return undefined;
  const rows = await store.read((tx) => tx.provisions.ofGroup(groupId));
  const made = rows.filter((row) => row.deployment === deployment && row.kind === "ROLE");
  const isMade = new Set(made.filter((row) => row.applied !== null).map(({ name }) => name));
  return held.find((role) => !isMade.has(role));
}

/** Reports whether it is ours: by its row, and by its mark, or else by the deployment's own id, once we know that. */
function isOwn({ hasRoles }: StepDeps, row: Provision, found: Found): boolean {
  const { applied, isBegun, kind, mark, lacksRoles } = row;
  if (applied === null && isBegun === 0) return false;
  if (kind === "ROLE") return true;
  if (hasRoles) return found.mark === (lacksRoles === 1 ? undefined : mark);
  // The command that created it may not have been answered, and its password may have changed since.
  return applied === null || isMade(row, found);
}

/** Reports whether it is the one that was created. Rows from before ids were stored have none. */
export const isMade = ({ mark }: Provision, { id }: Found): boolean =>
  !knowsId({ mark }) || id === undefined || id === mark;

export const knowsId = ({ mark }: Pick<Provision, "mark">): boolean => mark.startsWith("id:");

/** Finds it by the row's mark, and not another one with the same name. */
async function find({ deployment }: StepDeps, { kind, name }: Provision) {
  const isUser = kind === "USER";
  const asked = isUser ? { usersInfo: { user: name, db: home } } : { rolesInfo: { role: name, db: home } };
  return listedIn(await deployment.run(asked), isUser)[0];
}

interface Listed {
  readonly user?: string;
  readonly role?: string;
  readonly customData?: Partial<Mark>;
  readonly userId?: unknown;
  readonly roles?: readonly HeldRole[];
  readonly privileges?: readonly Privilege[];
}

/** Returns the users or roles in an answer. */
export function listedIn(answer: Readonly<Record<string, unknown>>, isUser: boolean) {
  const listed = (answer[isUser ? "users" : "roles"] ?? []) as readonly Listed[];
  return listed.map(({ user, role, customData, userId, roles = [], privileges = [] }) => ({
    roles,
    privileges,
    name: user ?? role ?? "",
    mark: customData?.anteroom,
    groupId: customData?.groupId,
    /** The id of a user, which is new each time one is created. */
    id: userId === undefined ? undefined : `id:${userId}`,
  }));
}

/** Returns the command without actions that the deployment does not know; undefined if a password cannot be read. */
function commandOf(
  { unseal, hasRoles }: StepDeps,
  { kind, name, mark, groupId }: Provision,
  need: Need | undefined,
  isThere: boolean,
): ((unknown: ReadonlySet<string>) => Command) | undefined {
  if (need === undefined) return () => dropCommand(kind, name);
  const { wanted } = need;
  if (wanted.kind === "ROLE") {
    return (unknown) =>
      roleCommand({ ...wanted, privileges: withoutActions(wanted.privileges, unknown) }, !isThere);
  }
  const form = { isNew: !isThere, mark: hasRoles ? { anteroom: mark, groupId } : null };
  let password: string;
  try {
    password = unseal(wanted.sealedSecret);
  } catch {
    return undefined;
  }
  const command = userCommand(wanted, password, form);
  return () => command;
}

/** Leaves the name if it is taken: by another project, another Anteroom, or people who made users before us. */
async function giveWay(deps: StepDeps, row: Provision): Promise<void> {
  const { store, wall } = deps;
  await store.write((tx) => {
    tx.provisions.lose(row, wall());
    tx.provisions.postpone(row, failed(deps, row, "NAME_TAKEN", 0));
  });
  if (row.problem !== "NAME_TAKEN") deps.report(row, "NAME_TAKEN", "");
}

interface Attempt {
  readonly row: Provision;
  readonly need: Need | undefined;
  readonly isOurs: boolean;
  readonly command: (unknown: ReadonlySet<string>) => Command;
}

async function settleRefusal(
  deps: StepDeps,
  { row, need, isOurs, command }: Attempt,
  reason: Refused,
): Promise<void> {
  const { store, wall } = deps;
  const { code, codeName } = reason;
  const isGone =
    isOurs && (code === codes.userNotFound || (row.kind === "ROLE" && code === codes.roleNotFound));
  if (isGone && need === undefined) return store.write((tx) => tx.provisions.remove(row));
  if (isGone && code === codes.userNotFound) return store.write((tx) => tx.provisions.lose(row, wall()));
  if (code === codes.userExists || code === codes.roleExists) return giveWay(deps, row);
  // A server may repeat what it refuses.
  const { pwd = "" } = command(deps.unknown);
  const message = pwd === "" ? reason.message : reason.message.replaceAll(String(pwd), "…");
  await fail(deps, row, `REFUSED:${codeName}`, message, isOurs ? row.isBegun : 0);
}

async function fail(
  deps: StepDeps,
  row: Provision,
  problem: string,
  message: string,
  isBegun = row.isBegun,
): Promise<void> {
  await deps.store.write((tx) => tx.provisions.postpone(row, failed(deps, row, problem, isBegun)));
  if (row.problem !== problem) deps.report(row, problem, message);
}

function failed({ wall, jitter }: StepDeps, { tries }: Provision, problem: string, isBegun: 0 | 1) {
  const pause = Math.min(longestPause, second * 2 ** Math.min(tries, 10)) * (0.5 + jitter() / 2);
  return { problem, tries: tries + 1, dueAt: wall() + Math.round(pause), isBegun };
}
