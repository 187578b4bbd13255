// One step: has a deployment hold, change or drop one user or role, so that a crash or an outage at any moment leaves nothing unknown.
import type { Need } from "../changes/provisioning.ts";
import { type Instant, minute, second } from "../domain/instant.ts";
import {
  type Command,
  dropCommand,
  home,
  isOwnRole,
  type Mark,
  roleCommand,
  userCommand,
} from "../domain/provisioning.ts";
import type { Reads, Store } from "../store/store.ts";
import { Away, codes, type Deployment, Refused } from "./deployment.ts";

export type Provision = Awaited<ReturnType<Reads["provisions"]["ofGroup"]>>[number];

/** Longer than any command may take: nobody else takes a row meanwhile. */
const lease = 15 * second;
const longestPause = minute;

export interface StepDeps {
  readonly store: Pick<Store, "read" | "write">;
  readonly deployment: Deployment;
  /** FerretDB 1 has neither roles nor a place for marks. */
  readonly hasRoles: boolean;
  readonly wall: () => Instant;
  readonly unseal: (sealed: string) => string;
  readonly jitter: () => number;
  /** Is told of what the deployment refused. */
  readonly report: (row: Provision, problem: string, message: string) => void;
}

interface Found {
  /** Undefined of a role, or of a user who has none. */
  readonly mark: string | undefined;
}

/**
 * Brings one row's user or role to what is needed; undefined drops it. What is there and is not known as ours stays as it is. Rejects with
 * `Away` where the deployment cannot be asked: the row tells then that a command may have been carried out.
 */
export async function settleOne(deps: StepDeps, row: Provision, need: Need | undefined): Promise<void> {
  const { store, deployment, hasRoles, wall } = deps;
  if (row.kind === "ROLE" && !hasRoles) {
    return store.write((tx) =>
      need === undefined ? tx.provisions.remove(row) : tx.provisions.apply(row, need.fingerprint, 1),
    );
  }
  const found = await find(deployment, row);
  const isOurs = found !== undefined && isOwn(row, found, hasRoles);
  if (need === undefined && !isOurs) return store.write((tx) => tx.provisions.remove(row));
  if (found !== undefined && !isOurs) return giveWay(deps, row);
  const missing = hasRoles && need !== undefined ? await missingRole(deps, row, need) : undefined;
  if (missing !== undefined) return fail(deps, row, "ROLE_MISSING", missing);
  const command = need === undefined ? dropCommand(row.kind, row.name) : commandOf(deps, row, need, isOurs);
  if (command === undefined)
    return fail(deps, row, "UNREADABLE", "its password was sealed by another master secret");
  const begun = { ...row, version: row.version + 1 };
  const taken = { next: begun.version, dueAt: wall() + lease };
  if (!(await store.write((tx) => tx.provisions.begin(row, taken)))) return;
  try {
    await deployment.run(command);
  } catch (reason) {
    if (reason instanceof Refused) return settleRefusal(deps, { row: begun, need, isOurs, command }, reason);
    // It is tried again as soon as the deployment is back, and then looked at first.
    const problem = reason instanceof Away ? `AWAY:${reason.code}` : "UNEXPECTED";
    await store.write((tx) =>
      tx.provisions.postpone(begun, { problem, tries: row.tries, dueAt: wall(), isBegun: 1 }),
    );
    throw reason;
  }
  await store.write((tx) => {
    if (need === undefined) return tx.provisions.remove(begun);
    tx.provisions.apply(begun, need.fingerprint, hasRoles ? 0 : 1);
    if (row.kind === "ROLE") tx.provisions.foundRole(row, wall());
  });
}

/** A role of ours that is to be held and was not made by us: who has its name instead may allow anything. */
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

/** Ours by its row; and by its mark, where it was made in a deployment that keeps marks. */
function isOwn(
  { applied, isBegun, kind, mark, lacksRoles }: Provision,
  found: Found,
  hasMarks: boolean,
): boolean {
  if (applied === null && isBegun === 0) return false;
  return kind === "ROLE" || !hasMarks || found.mark === (lacksRoles === 1 ? undefined : mark);
}

/** As a row says it, and not who has a name like it. */
async function find(deployment: Deployment, { kind, name }: Provision): Promise<Found | undefined> {
  const isUser = kind === "USER";
  const asked = isUser ? { usersInfo: { user: name, db: home } } : { rolesInfo: { role: name, db: home } };
  const [found] = listedIn(await deployment.run(asked), isUser);
  return found && { mark: found.mark };
}

/** The users or roles that an answer lists. */
export function listedIn(answer: Readonly<Record<string, unknown>>, isUser: boolean) {
  const listed = (answer[isUser ? "users" : "roles"] ?? []) as readonly {
    readonly user?: string;
    readonly role?: string;
    readonly customData?: Partial<Mark>;
  }[];
  return listed.map(({ user, role, customData }) => ({
    name: user ?? role ?? "",
    mark: customData?.anteroom,
  }));
}

function commandOf(
  { unseal, hasRoles }: StepDeps,
  { mark, groupId }: Provision,
  { wanted }: Need,
  isThere: boolean,
): Command | undefined {
  if (wanted.kind === "ROLE") return roleCommand(wanted, !isThere);
  const form = { isNew: !isThere, mark: hasRoles ? { anteroom: mark, groupId } : null };
  let password: string;
  try {
    password = unseal(wanted.sealedSecret);
  } catch {
    return undefined;
  }
  return userCommand(wanted, password, form);
}

/** Somebody else has the name: another project, another Anteroom, or who made users before us. */
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
  readonly command: Command;
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
  const { pwd = "" } = command;
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
