// Database users as holders of roles: those of a project, and of all projects of an organization.
import { databaseUser } from "../domain/access-history.ts";
import { roleText } from "../domain/database-place.ts";
import { many } from "./facet.ts";
import type { Builder } from "./query.ts";
import type { Tables } from "./tables.ts";

type Row = Tables["documents"];

/** The members of a database user that reviews of access show. */
interface Shown {
  readonly description?: string;
  readonly roles: readonly Parameters<typeof roleText>[0][];
}

const usersAmong = (db: Builder) =>
  db
    .selectFrom("documents")
    .select(["documents.id", "documents.groupId", "documents.name", "documents.document", "documents.endsAt"])
    .where("documents.kind", "=", "databaseUser")
    .$narrowType<{ groupId: string }>();

const toDatabaseUser = (
  row: Pick<Row, "id" | "name" | "document" | "endsAt"> & { readonly groupId: string },
) => {
  const { roles, description = "" } = JSON.parse(row.document) as Shown;
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

/** Reads all database users of a project, with their roles. */
export const databaseUsersIn = many(
  (db, groupId: string) => usersAmong(db).where("documents.groupId", "=", groupId),
  toDatabaseUser,
);

export const reads = {
  /**
   * Reads some database users of an organization's projects after an id, in the order of ids; also ended ones that are still
   * stored.
   */
  ofOrg: many(
    (db, orgId: string, after: string, limit: number) =>
      usersAmong(db)
        .innerJoin("groups", "groups.id", "documents.groupId")
        .where("groups.orgId", "=", orgId)
        .where("documents.id", ">", after)
        .orderBy("documents.id")
        .limit(limit),
    toDatabaseUser,
  ),
};
