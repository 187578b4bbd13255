// The users and roles of projects in deployments, a row for each, and what is still to be done about it. Instants are of real
// time.
import type { Instant } from "../domain/instant.ts";
import { changes, exists, many, one, posts, type Unit } from "./facet.ts";
import { type Builder, insertion, queryAmong } from "./query.ts";
import type { Tables } from "./tables.ts";

export type Provision = Tables["provisions"];

const columns = [
  "id",
  "deployment",
  "groupId",
  "kind",
  "name",
  "mark",
  "applied",
  "isBegun",
  "lacksRoles",
  "version",
  "sealedSecret",
  "waitsSince",
  "dueAt",
  "tries",
  "problem",
] as const;

const all = (db: Builder) => db.selectFrom("provisions").select(columns);

/** The kinds of documents that decide what deployments should have. */
const kinds = ["databaseUser", "customRole", "cluster"];

const row = (db: Builder, id: string) => db.updateTable("provisions").where("id", "=", id);

/** Adds a row unless another process has. */
const insert = posts(insertion("provisions", { ignore: true }));
const unchanged = (db: Builder, { id, version }: Seen) => row(db, id).where("version", "=", version);

export const reads = {
  ofGroup: many((db, groupId: string) =>
    all(db).where("groupId", "=", groupId).orderBy("name").orderBy("deployment"),
  ),

  /** Finds a project with something to do in a deployment. */
  groupDue: one((db, deployment: string, now: Instant) =>
    db
      .selectFrom("provisions")
      .select("groupId")
      .where("deployment", "=", deployment)
      .where("waitsSince", "is not", null)
      .where("dueAt", "<=", now)
      .orderBy("dueAt")
      .limit(1),
  ),

  /** Lists the deployments with something to do, with the sealed URL of those that the settings do not have. */
  dueDeployments: many((db, now: Instant) =>
    db
      .selectFrom("provisions")
      .select(["deployment", "sealedSecret"])
      .distinct()
      .where("waitsSince", "is not", null)
      .where("dueAt", "<=", now),
  ),

  deployments: many((db) => db.selectFrom("provisions").select(["deployment", "sealedSecret"]).distinct()),

  /** Lists all that was made in a deployment, or may have been. */
  madeIn: many((db, deployment: string) =>
    all(db)
      .where("deployment", "=", deployment)
      .where(({ or, eb }) => or([eb("applied", "is not", null), eb("isBegun", "=", 1)])),
  ),

  /** Lists all projects that have something for deployments, or left something there. */
  groups: many(
    (db) =>
      db
        .selectFrom("documents")
        .select("groupId")
        .where("kind", "in", kinds)
        .$narrowType<{ groupId: string }>()
        .union(db.selectFrom("provisions").select("groupId")),
    ({ groupId }) => groupId,
  ),

  /** Reports whether any cluster has, or had, a deployment of its own. */
  hasAny: exists((db) =>
    db
      .selectFrom("documents")
      .select("id")
      .where("kind", "=", "cluster")
      .where("sealedSecret", "is not", null)
      .union(db.selectFrom("provisions").select("id"))
      .limit(1),
  ),
};

type Seen = Pick<Provision, "id" | "version">;
type Added = Pick<Provision, "id" | "deployment" | "groupId" | "kind" | "name" | "mark" | "sealedSecret">;

/** Makes rows that wait in a deployment for only one reason due again at once. */
const retried = (db: Builder, deployment: string, problem: string, now: Instant) =>
  db
    .updateTable("provisions")
    .set({ dueAt: now })
    .where("deployment", "=", deployment)
    .where("waitsSince", "is not", null)
    .where("problem", "=", problem)
    .where("isBegun", "=", 0);

export const writes = {
  /** Notes a user or role to create, which another process may have noted. */
  add: (unit: Unit, added: Added, now: Instant): void =>
    insert(unit, {
      ...added,
      applied: null,
      isBegun: 0,
      lacksRoles: 0,
      version: 0,
      problem: null,
      waitsSince: now,
      dueAt: now,
      tries: 0,
    }),

  /** Notes that something is to be done about a row. */
  wait: posts((db, id: string, now: Instant) =>
    row(db, id).set({ waitsSince: now, dueAt: now, tries: 0, problem: null }).where("waitsSince", "is", null),
  ),

  /** Notes that nothing is to be done any more. */
  rest: posts((db, id: string) => row(db, id).set({ waitsSince: null, tries: 0, problem: null })),

  /** Notes that names may be free in a deployment. */
  freeNames: posts(
    queryAmong((db, names, deployment: string, now: Instant) =>
      retried(db, deployment, "NAME_TAKEN", now).where("name", "in", names),
    ),
  ),

  /** Notes that a role of a project exists. */
  foundRole: posts((db, { deployment, groupId }: Pick<Provision, "deployment" | "groupId">, now: Instant) =>
    retried(db, deployment, "ROLE_MISSING", now).where("groupId", "=", groupId),
  ),

  /** Stores the new URL of a row's deployment; null if the settings have it. */
  reseal: posts((db, id: string, sealedSecret: string | null) => row(db, id).set({ sealedSecret })),

  /** Reserves a row for a command until `dueAt`, unless another process has since it was read. */
  begin: changes((db, seen: Seen, changed: { next: number; dueAt: Instant }) =>
    unchanged(db, seen).set({ isBegun: 1, version: changed.next, dueAt: changed.dueAt }),
  ),

  /** Notes that it exists in the form of `applied`. `problem` says what a role lacks. */
  apply: posts((db, seen: Seen, made: { applied: string; lacksRoles: 0 | 1; problem: string | null }) =>
    unchanged(db, seen).set({
      applied: made.applied,
      lacksRoles: made.lacksRoles,
      problem: made.problem,
      isBegun: 0,
      waitsSince: null,
      tries: 0,
    }),
  ),

  /** Stores the mark by which it is recognized there. */
  identify: posts((db, seen: Seen, mark: string) => unchanged(db, seen).set({ mark })),

  /**
   * Notes that it does not exist, or is not ours, and must be checked again. A row that waits keeps the time since which it
   * waits.
   */
  lose: posts((db, seen: Seen, now: Instant) =>
    unchanged(db, seen).set(({ fn, val }) => ({
      applied: null,
      isBegun: 0,
      lacksRoles: 0,
      dueAt: now,
      problem: null,
      waitsSince: fn.coalesce("waitsSince", val(now)),
    })),
  ),

  /** Notes that it exists in another form: it was changed by hand, or the deployment may know now what it did not. */
  outdate: posts((db, seen: Seen, now: Instant) =>
    unchanged(db, seen).set({ applied: "", waitsSince: now, dueAt: now }),
  ),

  /** Notes that a try certainly failed, so nothing was changed. `isBegun` is its value before the try. */
  postpone: posts(
    (db, seen: Seen, failed: { problem: string; tries: number; dueAt: Instant; isBegun: 0 | 1 }) =>
      unchanged(db, seen).set({
        problem: failed.problem,
        tries: failed.tries,
        dueAt: failed.dueAt,
        isBegun: failed.isBegun,
      }),
  ),

  /** Notes that a deployment is back: waiting rows are due. */
  noteBack: posts((db, deployment: string) =>
    db
      .updateTable("provisions")
      .set({ problem: null })
      .where("deployment", "=", deployment)
      .where("waitsSince", "is not", null)
      .where("problem", "like", "AWAY:%"),
  ),

  /**
   * Notes that a deployment is away: waiting rows wait for its return, except that those with a problem of their own keep it.
   */
  noteAway: posts((db, deployment: string, problem: string) =>
    db
      .updateTable("provisions")
      .set({ problem })
      .where("deployment", "=", deployment)
      .where("waitsSince", "is not", null)
      .where(({ or, eb }) => or([eb("problem", "is", null), eb("problem", "like", "AWAY:%")])),
  ),

  /** Releases the rows of commands under way, where no other process can have sent one. */
  release: posts((db, now: Instant) =>
    db.updateTable("provisions").set({ dueAt: now }).where("isBegun", "=", 1).where("dueAt", ">", now),
  ),

  /** Removes a row, unless a command was begun since it was read, whose result must stay known. */
  remove: posts((db, { id, version }: Seen) =>
    db.deleteFrom("provisions").where("id", "=", id).where("version", "=", version),
  ),
};
