// Locks on what a unit of work decides by. Taken in this order: organization, project, person.
import { locks } from "./facet.ts";
import type { Builder, Query } from "./query.ts";

const homeOf = (db: Builder, groupId: string) =>
  db
    .selectFrom("orgs")
    .select("orgs.id as orgId")
    .where("orgs.id", "=", (of) => of.selectFrom("groups").select("orgId").where("groups.id", "=", groupId));

/** Locks a project after its organization. If it has just moved to another it is not found, and the unit runs again. */
const locksGroup = (home: "forNoKeyUpdate" | "forShare") =>
  locks((db, groupId: string) =>
    db
      .with("home", () => homeOf(db, groupId)[home]())
      .selectFrom("groups")
      .innerJoin("home", "home.orgId", "groups.orgId")
      .select("groups.id")
      .where("groups.id", "=", groupId)
      .forNoKeyUpdate("groups"),
  );

/** Conflicts with every lock on an organization, and with every row that refers to one. */
const lockOfAll: Query<[], never> = {
  bind: () => ({ sql: "lock table orgs in exclusive mode", values: [] }),
};

/**
 * Each lasts until the unit ends. On PostgreSQL another unit that wants the same lock waits, and then reads what was changed
 * meanwhile: so a lock comes before what is read under it. `docs/architecture.md` says which invariant is held by which.
 */
export const writes = {
  /** An organization with all that is in it. */
  org: locks((db, id: string) => db.selectFrom("orgs").select("id").where("id", "=", id).forNoKeyUpdate()),
  /** The organization of a project, with all that is in it. */
  orgOfGroup: locksGroup("forNoKeyUpdate"),
  /** A project with all that is in it; its organization cannot change, but other projects can. */
  group: locksGroup("forShare"),

  /** A person's account, with its password, sessions and command lines. */
  person: locks((db, userId: string) =>
    db.selectFrom("users").select("id").where("id", "=", userId).forNoKeyUpdate(),
  ),

  /** All organizations, and those that are created meanwhile. */
  everything: locks(lockOfAll, { mustFind: false }),
};
