// One step: has a deployment hold, change or drop one user or role, so that a crash or an outage at any moment leaves nothing unknown.
import type { Need, Provision } from "../changes/provisioning.ts";
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
import type { Store } from "../store/store.ts";
import { Away, codes, type Deployment, Refused } from "./deployment.ts";

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

type Found = ReturnType<typeof listedIn>[number];

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
  const found = await find(deps, row);
  const isOurs = found !== undefined && isOwn(deps, row, found);
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
  let id: string | undefined;
  try {
    await deployment.run(command);
    if (need !== undefined && !hasRoles) id = (await find(deps, row))?.id;
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
    if (id !== undefined) tx.provisions.identify(begun, id);
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

/** Ours by its row; and by its mark, or else by the deployment's own id, once we have heard of that. */
function isOwn({ hasRoles }: StepDeps, row: Provision, found: Found): boolean {
  const { applied, isBegun, kind, mark, lacksRoles } = row;
  if (applied === null && isBegun === 0) return false;
  if (kind === "ROLE") return true;
  if (hasRoles) return found.mark === (lacksRoles === 1 ? undefined : mark);
  // The command that made it may have gone unanswered, and its password may have changed since.
  return applied === null || isMade(row, found);
}

/** Whether it is the one that was made. Rows of before ids were kept know none. */
export const isMade = ({ mark }: Provision, { id }: Found): boolean =>
  !knowsId({ mark }) || id === undefined || id === mark;

export const knowsId = ({ mark }: Pick<Provision, "mark">): boolean => mark.startsWith("id:");

/** As a row says it, and not who has a name like it. */
async function find({ deployment }: StepDeps, { kind, name }: Provision) {
  const isUser = kind === "USER";
  const asked = isUser ? { usersInfo: { user: name, db: home } } : { rolesInfo: { role: name, db: home } };
  return listedIn(await deployment.run(asked), isUser)[0];
}

/** The users or roles that an answer lists. */
export function listedIn(answer: Readonly<Record<string, unknown>>, isUser: boolean) {
  const listed = (answer[isUser ? "users" : "roles"] ?? []) as readonly {
    readonly user?: string;
    readonly role?: string;
    readonly customData?: Partial<Mark>;
    readonly userId?: unknown;
  }[];
  return listed.map(({ user, role, customData, userId }) => ({
    name: user ?? role ?? "",
    mark: customData?.anteroom,
    /** Of a user, another one each time that one is made. */
    id: userId === undefined ? undefined : `id:${userId}`,
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
