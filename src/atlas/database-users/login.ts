// Finds who may log in to the databases of a project, by its database users and its access list.

import { roleText } from "../../core/domain/database-place.ts";
import type { GroupRef } from "../../core/domain/group.ts";
import { timestampOf } from "../../core/domain/instant.ts";
import type { Logins, LoginWait } from "../../core/domain/login.ts";
import { proofOf } from "../../core/domain/user-proof.ts";
import { networkEntries } from "../access-lists/kept.ts";
import {
  compare,
  keyOf,
  keyOfNeed,
  type Need,
  type Project,
  type Provision,
  readNeeds,
} from "./provisioning.ts";
import { scopeText } from "./rules/database-notation.ts";
import { reachesCluster } from "./rules/database-user.ts";
import { isOwnRole, type KeptUser, otherProof } from "./rules/provisioning.ts";
import { lackedBy, lackOf, waitInWords } from "./rules/waiting.ts";

export async function loginsTo(
  reading: Pick<Project, "tx" | "now" | "connections">,
  group: GroupRef,
  cluster?: string,
): Promise<Logins> {
  const { users, leading, needs } = await readNeeds({ ...reading, groupId: group.id });
  const rows = await reading.tx.provisions.ofGroup(group.id);
  const entries = await networkEntries.all(reading, group);
  const [there] = [...leading].find(([, { names }]) => names.has(cluster ?? "")) ?? [];
  const isThere = ({ deployment }: { readonly deployment: string }) => deployment === (there ?? deployment);
  const { missing } = compare(needs, rows);
  const names = new Set(users.map(({ document }) => document.username));
  const held = rows.filter((row) => isThere(row) && row.kind === "USER" && mayBeThere(row));
  return {
    users: users
      .filter(({ document }) => cluster === undefined || reachesCluster(document, (name) => name === cluster))
      .map(({ document, endsAt }) => {
        const { username: name, databaseName, roles, scopes, ...user } = document;
        const waits = waitsOf(document, { leading, missing, rows });
        return {
          name,
          databaseName,
          proof: proofOf(user),
          roles: roles.map(roleText),
          scopes: scopes.map(scopeText),
          endsAt: timestampOf(endsAt),
          waits: [...waits, ...lacksOf(name, needs, rows)].filter(isThere),
          unlimited: held
            .filter((row) => row.name === name && row.lacksRoles)
            .map(({ deployment }) => deployment),
        };
      })
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
    left: held
      .filter(({ name }) => !names.has(name))
      .map(({ name, deployment, waitsSince, problem }) => ({
        name,
        deployment,
        problem,
        since: timestampOf(waitsSince),
        why: waitInWords(problem),
      })),
    addresses: entries.map(({ name, document: { comment = "" }, endsAt }) => ({
      from: name,
      comment,
      endsAt: timestampOf(endsAt),
    })),
  };
}

/** Lists the places where a user may do less than the roles say, because the deployment does not know all of their actions. */
function lacksOf(username: string, needs: readonly Need[], rows: readonly Provision[]): LoginWait[] {
  const problemOf = new Map(rows.map((row) => [keyOf(row), row.problem]));
  const byKey = new Map(needs.map((need) => [keyOfNeed(need), need]));
  const lackedIn = ({ deployment, wanted }: Need): string[] =>
    wanted.roles.filter(isOwnRole).flatMap(({ role }) => {
      const key = keyOf({ deployment, kind: "ROLE", name: role });
      const inherited = byKey.get(key);
      return [
        ...lackedBy(problemOf.get(key) ?? null),
        ...(inherited === undefined ? [] : lackedIn(inherited)),
      ];
    });
  return needs
    .filter(({ wanted }) => wanted.kind === "USER" && wanted.name === username)
    .flatMap((need) => {
      const problem = lackOf(lackedIn(need));
      const { deployment } = need;
      return problem === null
        ? []
        : [{ deployment, canLogIn: true, since: null, problem, why: waitInWords(problem) }];
    });
}

/** Reports whether a deployment has it, or may have it because a command was not answered. */
const mayBeThere = ({ applied, isBegun }: Provision): boolean => applied !== null || isBegun === 1;

interface Held extends Pick<Awaited<ReturnType<typeof readNeeds>>, "leading"> {
  readonly rows: readonly Provision[];
  /** The needs that have no row yet. */
  readonly missing: readonly Need[];
}

/**
 * Finds the causes for which a user waits: from the rows of the store and, if the deployments of the clusters are known, from
 * needs without a row.
 */
function waitsOf(user: KeptUser["document"], { leading, missing, rows }: Held): LoginWait[] {
  const wait = (
    deployment: string,
    problem: string | null,
    since: number | null = null,
    canLogIn = false,
  ) => ({
    deployment,
    canLogIn,
    since: timestampOf(since),
    problem,
    why: waitInWords(problem),
  });
  if (otherProof(user) !== undefined) {
    return [...leading]
      .filter(([, { names }]) => reachesCluster(user, (name) => names.has(name)))
      .map(([deployment]) => wait(deployment, "NO_PASSWORD"));
  }
  const isTheirs = ({ kind, name }: { readonly kind: string; readonly name: string }) =>
    kind === "USER" && name === user.username;
  return [
    ...rows
      .filter((row) => isTheirs(row) && row.waitsSince !== null)
      .map((row) => wait(row.deployment, row.problem, row.waitsSince, row.applied !== null)),
    ...missing.filter(({ wanted }) => isTheirs(wanted)).map(({ deployment }) => wait(deployment, null)),
  ];
}
