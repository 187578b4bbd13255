// Locks: whom a unit of work keeps from changing what it decides by. Taken in this order: organization, project, person.
import type { Unit } from "./connection.ts";
import { type Builder, type Query, query } from "./query.ts";

const homeOf = (db: Builder, groupId: string) =>
  db
    .selectFrom("orgs")
    .select("orgs.id as org_id")
    .where("orgs.id", "=", (of) => of.selectFrom("groups").select("org_id").where("groups.id", "=", groupId));

const org = query((db, at: { id: string }) =>
  db.selectFrom("orgs").select("id").where("id", "=", at.id).forNoKeyUpdate(),
);

/** A project, after its organization. One that has just moved to another is not found, and the unit runs again. */
const groupIn = (home: "forNoKeyUpdate" | "forShare") =>
  query((db, at: { groupId: string }) =>
    db
      .with("home", () => homeOf(db, at.groupId)[home]())
      .selectFrom("groups")
      .innerJoin("home", "home.org_id", "groups.org_id")
      .select("groups.id")
      .where("groups.id", "=", at.groupId)
      .forNoKeyUpdate("groups"),
  );

const orgOfGroup = groupIn("forNoKeyUpdate");
const group = groupIn("forShare");

const person = query((db, at: { userId: string }) =>
  db.selectFrom("users").select("id").where("id", "=", at.userId).forNoKeyUpdate(),
);

/** Every lock on an organization, and every row that refers to one, asks for this one too. */
const everything: Query<Record<string, never>, never> = {
  bind: () => ({ sql: "lock table orgs in exclusive mode", values: [] }),
};

/**
 * Each lasts until the unit ends. On PostgreSQL whoever wants the same waits, and reads afterwards what was changed meanwhile:
 * so a lock comes before what is read under it. `docs/architecture.md` says which invariant is held by which.
 */
export const lockWrites = {
  /** An organization with all that is in it. */
  org(unit: Unit, id: string): void {
    unit.lock(org, { id });
  },

  /** The organization of a project, with all that is in it. */
  orgOfGroup(unit: Unit, groupId: string): void {
    unit.lock(orgOfGroup, { groupId });
  },

  /** A project with all that is in it; its organization stays as it is, but others may change other projects. */
  group(unit: Unit, groupId: string): void {
    unit.lock(group, { groupId });
  },

  /** A person's account, with its password, sessions and command lines. */
  person(unit: Unit, userId: string): void {
    unit.lock(person, { userId });
  },

  /** All organizations, those that are made meanwhile too. */
  everything(unit: Unit): void {
    unit.lock(everything, {}, { mustFind: false });
  },
};
