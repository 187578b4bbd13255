// Locks on what a unit of work depends on. They are taken in this order: everything, organization, project, person.
import { locks, type Unit } from "./facet.ts";
import type { Query } from "./query.ts";

/**
 * A lock of PostgreSQL with a queue: later units wait behind those that wait already. A row's own lock admits new sharers
 * beside its holders, so a change of an organization would starve behind changes of its projects.
 */
const shared = (text: string) => `pg_advisory_xact_lock_shared(hashtextextended(${text}, 0))`;
const exclusive = (text: string) => `pg_advisory_xact_lock(hashtextextended(${text}, 0))`;
/** The lock of the whole store; no organization has the id "". */
const store = "''";

/** Tests that the principal $2 belongs to an organization. A stranger is refused, and must not make others wait for that. */
const belongsTo = (orgId: string) => `(
  exists (select from grants where grants.principal_id = $2 and grants.org_id = ${orgId})
  or exists (select from team_members join teams on teams.id = team_members.team_id
    where team_members.user_id = $2 and teams.org_id = ${orgId}))`;

const lockOrg = (where: string) =>
  `select ${shared(store)}, ${exclusive("id")} from orgs where id = $1 ${where}`;

/** Locks a project after its organization. If it has just moved to another, it is not found, and the unit runs again. */
const lockGroup = (mode: typeof shared) => `
  with home as (select org_id, ${shared(store)}, ${mode("org_id")} from groups where id = $1 and ${belongsTo("org_id")})
  select groups.id from groups join home on home.org_id = groups.org_id where groups.id = $1 for no key update of groups`;

const written = <Args extends readonly string[]>(sql: string): Query<Args, never> => ({
  bind: (_, args) => ({ sql, values: args }),
});

const lockStore = locks(written<[]>(`select ${exclusive(store)}`));
/** Locks all organizations. Every row that refers to one waits for this lock, even in a unit that takes no lock. */
const lockOrgs = locks(written<[]>("lock table orgs in exclusive mode"), { mustFind: false });

/**
 * The locks, each of which lasts until the unit ends. On PostgreSQL another unit that needs the same lock waits, and then reads
 * what was changed meanwhile: so a lock comes before what is read under it. Locks that name a principal lock nothing for a
 * stranger; if the principal has just ceased to be a stranger, the unit runs again. `docs/architecture.md` says which lock
 * protects which invariant.
 */
export const writes = {
  /** Locks an organization with everything in it. */
  org: locks(written<[id: string]>(lockOrg(""))),
  orgFor: locks(written<[id: string, principalId: string]>(lockOrg(`and ${belongsTo("orgs.id")}`))),
  /** Locks the organization of a project, with everything in it. */
  orgOfGroup: locks(written<[groupId: string, principalId: string]>(lockGroup(exclusive))),
  /** Locks a project with everything in it; its organization cannot change meanwhile, but other projects can. */
  group: locks(written<[groupId: string, principalId: string]>(lockGroup(shared))),

  /** Locks a person's account, with its password, sessions and command lines. */
  person: locks((db, userId: string) =>
    db.selectFrom("users").select("id").where("id", "=", userId).forNoKeyUpdate(),
  ),

  /** Locks all organizations, and those that are created meanwhile. */
  everything(unit: Unit): void {
    lockStore(unit);
    lockOrgs(unit);
  },
};
