// Keeps what deployments hold for projects, a row for each user and role there, and what waits to be done about it. Instants
// are of real time.
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

/** Kinds of documents that decide what is to be in deployments. */
const kinds = ["databaseUser", "customRole", "cluster"];

const row = (db: Builder, id: string) => db.updateTable("provisions").where("id", "=", id);

/** Unless another process has begun a command since it was read. */
const insert = posts(insertion("provisions", { ignore: true }));
const unchanged = (db: Builder, { id, version }: Seen) => row(db, id).where("version", "=", version);

export const reads = {
  ofGroup: many((db, groupId: string) =>
    all(db).where("groupId", "=", groupId).orderBy("name").orderBy("deployment"),
  ),

  /** Finds a project in which something is to be done in a deployment. */
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

  /** The deployments in which something is to be done, with the sealed URL where the settings do not know it. */
  dueDeployments: many((db, now: Instant) =>
    db
      .selectFrom("provisions")
      .select(["deployment", "sealedSecret"])
      .distinct()
      .where("waitsSince", "is not", null)
      .where("dueAt", "<=", now),
  ),

  deployments: many((db) => db.selectFrom("provisions").select(["deployment", "sealedSecret"]).distinct()),

  /** All that was made in one, or may have been. */
  madeIn: many((db, deployment: string) =>
    all(db)
      .where("deployment", "=", deployment)
      .where(({ or, eb }) => or([eb("applied", "is not", null), eb("isBegun", "=", 1)])),
  ),

  /** All projects that have something for deployments, or left something there. */
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

  /** Reports whether any cluster has a deployment of its own, or had one. */
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

/** Makes rows that wait in a deployment for one reason alone due again at once. */
const retried = (db: Builder, deployment: string, problem: string, now: Instant) =>
  db
    .updateTable("provisions")
    .set({ dueAt: now })
    .where("deployment", "=", deployment)
    .where("waitsSince", "is not", null)
    .where("problem", "=", problem)
    .where("isBegun", "=", 0);

export const writes = {
  /** Notes what is to be made. Another process may have noted it. */
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

  /** Notes that something is to be done about one that is there. */
  wait: posts((db, id: string, now: Instant) =>
    row(db, id).set({ waitsSince: now, dueAt: now, tries: 0, problem: null }).where("waitsSince", "is", null),
  ),

  /** Notes that nothing is to be done any more. */
  rest: posts((db, id: string) => row(db, id).set({ waitsSince: null, tries: 0, problem: null })),

  /** Names may be free in a deployment. */
  freeNames: posts(
    queryAmong((db, names, deployment: string, now: Instant) =>
      retried(db, deployment, "NAME_TAKEN", now).where("name", "in", names),
    ),
  ),

  /** A role of a project is there. */
  foundRole: posts((db, { deployment, groupId }: Pick<Provision, "deployment" | "groupId">, now: Instant) =>
    retried(db, deployment, "ROLE_MISSING", now).where("groupId", "=", groupId),
  ),

  /** Keeps by which URL its deployment is reached now; null where the settings know it. */
  reseal: posts((db, id: string, sealedSecret: string | null) => row(db, id).set({ sealedSecret })),

  /** Takes one for a command, until `dueAt`, as long as no other process has since it was read. */
  begin: changes((db, seen: Seen, changed: { next: number; dueAt: Instant }) =>
    unchanged(db, seen).set({ isBegun: 1, version: changed.next, dueAt: changed.dueAt }),
  ),

  /** Notes that it is there as `applied` tells. `problem` says what a role lacks. */
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

  /** Keeps by what it is known there. */
  identify: posts((db, seen: Seen, mark: string) => unchanged(db, seen).set({ mark })),

  /**
   * Notes that it is not there, or is not ours, and must be looked at again. A row that waits keeps the time since which it
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

  /** Notes that it is there in another form: it was changed by hand, or the deployment may know now what it did not. */
  outdate: posts((db, seen: Seen, now: Instant) =>
    unchanged(db, seen).set({ applied: "", waitsSince: now, dueAt: now }),
  ),

  /** A try failed for sure, so that nothing was changed. `isBegun` is what it was before the try. */
  postpone: posts(
    (db, seen: Seen, failed: { problem: string; tries: number; dueAt: Instant; isBegun: 0 | 1 }) =>
      unchanged(db, seen).set({
        problem: failed.problem,
        tries: failed.tries,
        dueAt: failed.dueAt,
        isBegun: failed.isBegun,
      }),
  ),

  /** A deployment is back: what waits is about to be done. */
  noteBack: posts((db, deployment: string) =>
    db
      .updateTable("provisions")
      .set({ problem: null })
      .where("deployment", "=", deployment)
      .where("waitsSince", "is not", null)
      .where("problem", "like", "AWAY:%"),
  ),

  /** Notes that a deployment is away: what waits for it waits for its return; what has a problem of its own keeps it. */
  noteAway: posts((db, deployment: string, problem: string) =>
    db
      .updateTable("provisions")
      .set({ problem })
      .where("deployment", "=", deployment)
      .where("waitsSince", "is not", null)
      .where(({ or, eb }) => or([eb("problem", "is", null), eb("problem", "like", "AWAY:%")])),
  ),

  /** Ends what commands under way had taken, where no other process can have sent one. */
  release: posts((db, now: Instant) =>
    db.updateTable("provisions").set({ dueAt: now }).where("isBegun", "=", 1).where("dueAt", ">", now),
  ),

  /** Forgets one, unless a command has been begun since it was read: what that makes must stay known. */
  remove: posts((db, { id, version }: Seen) =>
    db.deleteFrom("provisions").where("id", "=", id).where("version", "=", version),
  ),
};
