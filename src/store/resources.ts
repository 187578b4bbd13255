// What projects keep for their databases: a JSON text each, by kind and name. `src/changes/resources.ts` knows what is in it.
import { databaseUser } from "../domain/access-history.ts";
import { roleText } from "../domain/database-notation.ts";
import type { DatabaseUser } from "../domain/database-user.ts";
import type { Instant } from "../domain/instant.ts";
import { addsTo, withDocument } from "./documents.ts";
import { amends, changes, count, many, manyAmong, one, paged, posts } from "./facet.ts";
import { visibleGroups } from "./groups.ts";
import { type Builder, derived } from "./query.ts";
import type { Tables } from "./tables.ts";

type Row = Tables["groupResources"];

const columns = ["id", "groupId", "name", "document", "sealedSecret", "createdAt", "endsAt"] as const;

/** Those of a kind that have not ended. */
const anywhere = (db: Builder, kind: string, now: Instant) =>
  db
    .selectFrom("groupResources")
    .select(columns)
    .where("kind", "=", kind)
    .where(({ or, eb }) => or([eb("endsAt", "is", null), eb("endsAt", ">", now)]));

const there = (db: Builder, groupId: string, kind: string, now: Instant) =>
  anywhere(db, kind, now).where("groupId", "=", groupId);

const listed = (...args: Parameters<typeof there>) =>
  there(...args)
    .orderBy("createdAt")
    .orderBy("id");

/** Those in projects that a principal may see, which a project and its organization are named with. */
const visible = (db: Builder, kind: string, principalId: string, now: Instant) =>
  visibleGroups(db, principalId)
    .innerJoin("groupResources", "groupResources.groupId", "groups.id")
    .innerJoin("orgs", "orgs.id", "groups.orgId")
    .select([
      ...(["groupResources.id", "groupResources.groupId", "groupResources.name"] as const),
      ...(["groupResources.document", "groupResources.endsAt", "groups.orgId"] as const),
      ...(["groups.name as groupName", "orgs.name as orgName"] as const),
    ])
    .where("groupResources.kind", "=", kind)
    .where(({ or, eb }) =>
      or([eb("groupResources.endsAt", "is", null), eb("groupResources.endsAt", ">", now)]),
    )
    .orderBy("groups.createdAt")
    .orderBy("groups.id")
    .orderBy("groupResources.createdAt")
    .orderBy("groupResources.id");

/** Those that have ended, and are still kept. */
const over = (db: Builder, now: Instant) =>
  db
    .selectFrom("groupResources")
    .select(["id", "groupId", "kind", "name", "document", "endsAt"])
    .where("endsAt", "<=", now);

const usersAmong = (db: Builder) =>
  db
    .selectFrom("groupResources")
    .select(["groupResources.id", "groupId", "groupResources.name", "document", "endsAt"])
    .where("kind", "=", "databaseUser");

const toDatabaseUser = (row: DatabaseUserRow) => {
  const { roles, description = "" } = JSON.parse(row.document) as DatabaseUser;
  const { id, groupId, name, endsAt } = row;
  return {
    id,
    groupId,
    endsAt,
    who: databaseUser(groupId, name),
    title: description,
    roles: roles.map(roleText),
  };
};

type DatabaseUserRow = Pick<Row, "id" | "groupId" | "name" | "document" | "endsAt">;

/** All of a project, with the roles that they hold. */
export const databaseUsersIn = many(
  (db, groupId: string) => usersAmong(db).where("groupId", "=", groupId),
  toDatabaseUser,
);

export const reads = {
  page: paged(listed, withDocument),
  all: many(listed, withDocument),
  count: count(there),
  find: one(
    (db, groupId: string, kind: string, name: string, now: Instant) =>
      there(db, groupId, kind, now).where("name", "=", name),
    withDocument,
  ),
  findAnywhere: one(
    (db, kind: string, name: string, now: Instant) => anywhere(db, kind, now).where("name", "=", name),
    withDocument,
  ),
  /** Reads the resources of a kind in all projects with their organizations, without their content, oldest first. */
  named: many((db, kind: string, now: Instant) =>
    db
      .selectFrom("groupResources")
      .innerJoin("groups", "groups.id", "groupResources.groupId")
      .select([
        "groupResources.groupId",
        "groupResources.name",
        "groupResources.sealedSecret",
        "groups.orgId",
      ])
      .where("groupResources.kind", "=", kind)
      .where(({ or, eb }) =>
        or([eb("groupResources.endsAt", "is", null), eb("groupResources.endsAt", ">", now)]),
      )
      .orderBy("groupResources.createdAt")
      .orderBy("groupResources.id"),
  ),
  /** Which projects have some of a kind, each once for each. */
  among: manyAmong((db, groupIds, kind: string, now: Instant) =>
    anywhere(db, kind, now).clearSelect().select("groupId").where("groupId", "in", groupIds),
  ),
  /** Reads the resources of a kind in all projects of an organization, oldest first. */
  inOrg: many(
    (db, orgId: string, kind: string, now: Instant) =>
      anywhere(db, kind, now)
        .where("groupId", "in", db.selectFrom("groups").select("groups.id").where("orgId", "=", orgId))
        .orderBy("createdAt")
        .orderBy("id"),
    withDocument,
  ),
  /** Of all projects that a principal may see, with their names. */
  visible: many(visible, withDocument),
  ended: many((db, now: Instant, most: number) => over(db, now).orderBy("endsAt").limit(most), withDocument),
  /** Some database users of an organization's projects after an id, in the order of ids; also those that have ended and are kept. */
  databaseUsersOf: many(
    (db, orgId: string, after: string, limit: number) =>
      usersAmong(db)
        .innerJoin("groups", "groups.id", "groupResources.groupId")
        .where("groups.orgId", "=", orgId)
        .where("groupResources.id", ">", after)
        .orderBy("groupResources.id")
        .limit(limit),
    toDatabaseUser,
  ),

  endedIn: many(
    (db, groupId: string, now: Instant) => over(db, now).where("groupId", "=", groupId),
    withDocument,
  ),
};

export const writes = {
  add: addsTo("groupResources"),
  replace: amends((db, id: string, document: object, sealedSecret: string | null, endsAt: Instant | null) =>
    db
      .updateTable("groupResources")
      .set({ document: derived(document, JSON.stringify), sealedSecret, endsAt })
      .where("id", "=", id),
  ),
  remove: posts((db, id: string) => db.deleteFrom("groupResources").where("id", "=", id)),
  /** Whether it was still there, and has ended. */
  removeEnded: changes((db, id: string, now: Instant) =>
    db.deleteFrom("groupResources").where("id", "=", id).where("endsAt", "<=", now),
  ),
};
