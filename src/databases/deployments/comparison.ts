// Compares what was created in a deployment with what exists: what was dropped, taken by others or changed by hand is created
// again.
import type { Logger } from "pino";
import { keyOf, keyOfNeed, type Need, type Provision } from "../../atlas/database-users/provisioning.ts";
import { lackedBy } from "../../atlas/database-users/rules/waiting.ts";
import type { Instant } from "../../core/domain/instant.ts";
import type { Store } from "../../core/store/store.ts";
import type { Deployment } from "./deployment.ts";
import { driftOf } from "./drift.ts";
import { type Found, isMade, knowsId, listedIn } from "./step.ts";

export interface ComparisonDeps {
  readonly store: Pick<Store, "read" | "write">;
  readonly wall: () => Instant;
  readonly log: Pick<Logger, "warn">;
  readonly needsOf: (groupId: string) => Promise<readonly Need[]>;
  readonly deployment: Deployment;
  /** The name by which rows know the deployment. */
  readonly name: string;
  readonly hasRoles: boolean;
  /** True if it was just connected to, and may know actions that it did not before. */
  readonly isNew: boolean;
}

interface There {
  readonly users: ReadonlyMap<string, Found>;
  readonly roles: ReadonlyMap<string, Found>;
}

export async function compareWithDeployment(deps: ComparisonDeps): Promise<void> {
  const { store, wall, log, name, hasRoles } = deps;
  const made = await store.read((tx) => tx.provisions.madeIn(name));
  if (made.length === 0) return;
  const there = await listAll(deps);
  // Another process completes what it has begun.
  const known = made.filter(({ isBegun, dueAt }) => isBegun === 0 || dueAt <= wall());
  const isThere = (row: Provision) => isStillThere(row, there, hasRoles);
  const lost = known.filter((row) => row.isBegun === 0 && !isThere(row));
  const late = known.filter((row) => isThere(row) && isLate(row, there, hasRoles));
  const changed = hasRoles ? await findChanged(deps, known.filter(isThere), there) : [];
  await store.write((tx) => {
    for (const row of lost) tx.provisions.lose(row, wall());
    for (const row of late) tx.provisions.outdate(row, wall());
    for (const { row } of changed) tx.provisions.outdate(row, wall());
  });
  for (const { row, drift } of changed) {
    if (drift === undefined) continue;
    const { kind, groupId } = row;
    log.warn(
      { deployment: name, groupId, kind, name: row.name, ...drift },
      "a user or role was changed in the deployment, and not by this server: it is set right",
    );
  }
}

async function listAll({ deployment, hasRoles }: ComparisonDeps): Promise<There> {
  const byName = (found: readonly Found[]) => new Map(found.map((each) => [each.name, each]));
  const users = listedIn(await deployment.run({ usersInfo: 1 }), true);
  const roles = hasRoles ? listedIn(await deployment.run({ rolesInfo: 1, showPrivileges: true }), false) : [];
  return { users: byName(users), roles: byName(roles) };
}

const foundFor = ({ kind, name }: Provision, { users, roles }: There): Found | undefined =>
  (kind === "USER" ? users : roles).get(name);

function isStillThere(row: Provision, there: There, hasRoles: boolean): boolean {
  const { kind, mark, lacksRoles } = row;
  const found = foundFor(row, there);
  if (kind === "ROLE") return hasRoles ? lacksRoles === 0 && found !== undefined : lacksRoles === 1;
  if (found === undefined || !hasRoles) return found !== undefined && isMade(row, found);
  return lacksRoles === 1 || found.mark === mark;
}

/** Reports whether a row was created before the deployment had roles, or before ids were kept. */
const isLate = (row: Provision, there: There, hasRoles: boolean): boolean =>
  hasRoles
    ? row.lacksRoles === 1
    : row.applied !== null && !knowsId(row) && foundFor(row, there)?.id !== undefined;

/** Finds rows that were created as needed but differ in the deployment, and roles that may lack fewer actions by now. */
async function findChanged({ needsOf, isNew }: ComparisonDeps, rows: readonly Provision[], there: There) {
  const changed: { row: Provision; drift: ReturnType<typeof driftOf> }[] = [];
  for (const groupId of new Set(rows.map((row) => row.groupId))) {
    const needs = new Map((await needsOf(groupId)).map((need) => [keyOfNeed(need), need]));
    for (const row of rows) {
      const need = needs.get(keyOf(row));
      const found = foundFor(row, there);
      // A waiting row is going to be created as needed anyway.
      if (row.groupId !== groupId || row.waitsSince !== null || found === undefined) continue;
      if (need === undefined || row.applied !== need.fingerprint || row.lacksRoles === 1) continue;
      const lacked = lackedBy(row.problem);
      const drift = driftOf(found, need.wanted, lacked);
      const mayLackLess = isNew && need.wanted.kind === "ROLE" && lacked.length > need.wanted.lacks.length;
      if (drift !== undefined || mayLackLess) changed.push({ row, drift });
    }
  }
  return changed;
}
