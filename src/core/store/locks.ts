// Locks on what a unit of work decides by. Taken in this order: everything, organization, project, person.
import { locks, type Unit } from "./facet.ts";
import type { Query } from "./query.ts";

/**
 * A lock of PostgreSQL that queues: who comes later waits behind those that wait already. A row's own lock lets new sharers
 * in beside those that hold it, so that a change of an organization would starve behind changes of its projects.
 */
const shared = (text: string) => `pg_advisory_xact_lock_shared(hashtextextended(${text}, 0))`;
const exclusive = (text: string) => `pg_advisory_xact_lock(hashtextextended(${text}, 0))`;
/** The lock of the whole store; no organization has the id "". */
const store = "''";

/** Tests that the principal $2 belongs to an organization. A stranger is refused, and must keep nobody waiting for that. */
const belongsTo = (orgId: string) => `(
  exists (select from grants where grants.principal_id = $2 and grants.org_id = ${orgId})
  or exists (select from team_members join teams on teams.id = team_members.team_id
    where team_members.user_id = $2 and teams.org_id = ${orgId}))`;

const lockOrg = (where: string) =>
  `select ${shared(store)}, ${exclusive("id")} from orgs where id = $1 ${where}`;

/** Locks a project after its organization. If it has just moved to another it is not found, and the unit runs again. */
const lockGroup = (mode: typeof shared) => `
  with home as (select org_id, ${shared(store)}, ${mode("org_id")} from groups where id = $1 and ${belongsTo("org_id")})
  select groups.id from groups join home on home.org_id = groups.org_id where groups.id = $1 for no key update of groups`;

const written = <Args extends readonly string[]>(sql: string): Query<Args, never> => ({
  bind: (_, args) => ({ sql, values: args }),
});

const lockStore = locks(written<[]>(`select ${exclusive(store)}`));
/** Every row that refers to an organization waits for it, even of a unit that takes no lock. */
const lockOrgs = locks(written<[]>("lock table orgs in exclusive mode"), { mustFind: false });

/**
 * Each lasts until the unit ends. On PostgreSQL another unit that wants the same lock waits, and then reads what was changed
 * meanwhile: so a lock comes before what is read under it. Those that name a principal lock nothing for a stranger; where the
 * stranger has just ceased to be one, the unit runs again. `docs/architecture.md` says which invariant is held by which.
 */
export const writes = {
  /** An organization with all that is in it. */
  org: locks(written<[id: string]>(lockOrg(""))),
  orgFor: locks(written<[id: string, principalId: string]>(lockOrg(`and ${belongsTo("orgs.id")}`))),
  /** The organization of a project, with all that is in it. */
  orgOfGroup: locks(written<[groupId: string, principalId: string]>(lockGroup(exclusive))),
  /** A project with all that is in it; its organization cannot change, but other projects can. */
  group: locks(written<[groupId: string, principalId: string]>(lockGroup(shared))),

  /** A person's account, with its password, sessions and command lines. */
  person: locks((db, userId: string) =>
    db.selectFrom("users").select("id").where("id", "=", userId).forNoKeyUpdate(),
  ),

  /** All organizations, and those that are created meanwhile. */
  everything(unit: Unit): void {
    lockStore(unit);
    lockOrgs(unit);
  },
};
