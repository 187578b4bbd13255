// Documents: JSON texts of projects, organizations and federations, by kind and name. `src/core/changes` knows their content.
import type { ExpressionBuilder } from "kysely";
import type { Instant } from "../domain/instant.ts";
import { amends, changes, count, exists, many, manyAmong, one, paged, posts, type Unit } from "./facet.ts";
import { visibleGroups } from "./groups.ts";
import { type Builder, derived, insertion } from "./query.ts";
import { removal } from "./statements.ts";
import type { Tables } from "./tables.ts";

type Row = Tables["documents"];

const withDocument = <Read extends Pick<Row, "document">>({ document, ...row }: Read) => ({
  ...row,
  document: JSON.parse(document) as unknown,
});

const own = [
  "documents.id",
  "documents.kind",
  "documents.name",
  "documents.document",
  "documents.createdAt",
] as const;
const ofGroups = ["documents.groupId", "documents.sealedSecret", "documents.endsAt"] as const;

/** Leaves out documents that have ended and are still stored. */
const isThere = (now: Instant) => (eb: ExpressionBuilder<Tables, "documents">) =>
  eb.or([eb("documents.endsAt", "is", null), eb("documents.endsAt", ">", now)]);

const ofKind = (db: Builder, kind: string) =>
  db.selectFrom("documents").where("documents.kind", "=", kind).select(own);

/** Selects the documents of a kind in all projects that have not ended. */
const anywhere = (db: Builder, kind: string, now: Instant) =>
  ofKind(db, kind).select(ofGroups).where(isThere(now)).$narrowType<{ groupId: string }>();

const inGroup = (db: Builder, groupId: string, kind: string, now: Instant) =>
  anywhere(db, kind, now).where("documents.groupId", "=", groupId);

const inGroupByAge = (...args: Parameters<typeof inGroup>) =>
  inGroup(...args)
    .orderBy("documents.createdAt")
    .orderBy("documents.id");

const ofOrgs = (db: Builder, kind: string) =>
  ofKind(db, kind)
    .select(["documents.orgId", "documents.federationId"])
    .orderBy("documents.createdAt")
    .orderBy("documents.id");

/** Selects the parts of federations; the condition lets their own indexes be used. */
const ofFederations = (db: Builder, kind: string) =>
  ofOrgs(db, kind).where("documents.federationId", "is not", null).$narrowType<{ federationId: string }>();

const over = (db: Builder, now: Instant) =>
  db
    .selectFrom("documents")
    .select([...own, ...ofGroups])
    .where("documents.endsAt", "<=", now)
    .$narrowType<{ groupId: string }>();

const settingOf = (column: "groupId" | "orgId") =>
  one(
    (db, id: string, kind: string) =>
      db.selectFrom("documents").select("document").where(column, "=", id).where("documents.kind", "=", kind),
    ({ document }): object => JSON.parse(document),
  );

export const settingOfOrg = settingOf("orgId");

export const reads = {
  page: paged(inGroupByAge, withDocument),
  all: many(inGroupByAge, withDocument),
  count: count(inGroup),
  find: one(
    (db, groupId: string, kind: string, name: string, now: Instant) =>
      inGroup(db, groupId, kind, now).where("documents.name", "=", name),
    withDocument,
  ),
  findAnywhere: one(
    (db, kind: string, name: string, now: Instant) =>
      anywhere(db, kind, now).where("documents.name", "=", name),
    withDocument,
  ),
  /** Reads the documents of a kind in all projects with their organizations, without content, oldest first. */
  named: many((db, kind: string, now: Instant) =>
    db
      .selectFrom("documents")
      .innerJoin("groups", "groups.id", "documents.groupId")
      .select(["groups.id as groupId", "documents.name", "documents.sealedSecret", "groups.orgId"])
      .where("documents.kind", "=", kind)
      .where(isThere(now))
      .orderBy("documents.createdAt")
      .orderBy("documents.id"),
  ),
  /** Finds the projects that have documents of a kind, each once. */
  among: manyAmong((db, groupIds, kind: string, now: Instant) =>
    anywhere(db, kind, now)
      .clearSelect()
      .select("documents.groupId")
      .$narrowType<{ groupId: string }>()
      .where("documents.groupId", "in", groupIds),
  ),
  /** Reads the documents of a kind in all projects of an organization, oldest first. */
  inGroupsOf: many(
    (db, orgId: string, kind: string, now: Instant) =>
      anywhere(db, kind, now)
        .where(
          "documents.groupId",
          "in",
          db.selectFrom("groups").select("groups.id").where("orgId", "=", orgId),
        )
        .orderBy("documents.createdAt")
        .orderBy("documents.id"),
    withDocument,
  ),
  /** Reads the documents of a kind in all projects that a principal may see, with the names of projects and organizations. */
  visible: many(
    (db, kind: string, principalId: string, now: Instant) =>
      visibleGroups(db, principalId)
        .innerJoin("documents", "documents.groupId", "groups.id")
        .innerJoin("orgs", "orgs.id", "groups.orgId")
        .select(["documents.id", "groups.id as groupId", "documents.name", "documents.document"])
        .select(["documents.endsAt", "groups.orgId", "groups.name as groupName", "orgs.name as orgName"])
        .where("documents.kind", "=", kind)
        .where(isThere(now))
        .orderBy("groups.createdAt")
        .orderBy("groups.id")
        .orderBy("documents.createdAt")
        .orderBy("documents.id"),
    withDocument,
  ),
  /** Reads the documents that have ended and are still stored. */
  ended: many(
    (db, now: Instant, most: number) => over(db, now).orderBy("documents.endsAt").limit(most),
    withDocument,
  ),
  endedIn: many(
    (db, groupId: string, now: Instant) => over(db, now).where("documents.groupId", "=", groupId),
    withDocument,
  ),
  /** Returns the settings in the one document of their kind; undefined if none were written. */
  settingOfGroup: settingOf("groupId"),
  settingOfOrg,
  /** Reads the documents of an organization, oldest first. */
  ofOrg: many(
    (db, orgId: string, kind: string) => ofOrgs(db, kind).where("documents.orgId", "=", orgId),
    withDocument,
  ),
  findOfOrg: one(
    (db, orgId: string, kind: string, id: string) =>
      ofOrgs(db, kind).where("documents.orgId", "=", orgId).where("documents.id", "=", id),
    withDocument,
  ),
  /** Reads the documents of a project's organization, oldest first. */
  ofOrgAround: many(
    (db, groupId: string, kind: string) =>
      ofOrgs(db, kind).where(
        "documents.orgId",
        "=",
        db.selectFrom("groups").select("groups.orgId").where("groups.id", "=", groupId),
      ),
    withDocument,
  ),
  /** Reads the parts of a federation, oldest first. */
  ofFederation: many(
    (db, federationId: string, kind: string) =>
      ofFederations(db, kind).where("documents.federationId", "=", federationId),
    withDocument,
  ),
  /** Reports whether a federation has parts of a kind. */
  federationHas: exists((db, federationId: string, kind: string) =>
    ofFederations(db, kind).where("documents.federationId", "=", federationId).limit(1),
  ),
  /** Reads the parts with a name, of all federations, oldest first. */
  federatedNamed: many(
    (db, kind: string, name: string) => ofFederations(db, kind).where("documents.name", "=", name),
    withDocument,
  ),
};

type Added = Pick<Row, "id" | "kind" | "name" | "createdAt"> &
  Partial<Pick<Row, "groupId" | "orgId" | "federationId" | "sealedSecret" | "endsAt">> & {
    readonly document: object;
  };

const toRow = ({ document, ...row }: Added): Row => ({
  groupId: null,
  orgId: null,
  federationId: null,
  sealedSecret: null,
  endsAt: null,
  ...row,
  document: JSON.stringify(document),
});

const insert = posts(insertion("documents"));

/** Writes a row; if its place has a document of the kind and the name, only the document and the secret are replaced. */
const putIn = (column: "groupId" | "orgId") =>
  posts((db: Builder, row: Row) =>
    db
      .insertInto("documents")
      .values({
        id: row.id,
        groupId: row.groupId,
        orgId: row.orgId,
        kind: row.kind,
        name: row.name,
        document: row.document,
        sealedSecret: row.sealedSecret,
        createdAt: row.createdAt,
      })
      .onConflict((on) =>
        on
          .columns([column, "kind", "name"])
          .where(column, "is not", null)
          .doUpdateSet({ document: row.document, sealedSecret: row.sealedSecret }),
      ),
  );
const putInGroup = putIn("groupId");
const putInOrg = putIn("orgId");

type Replaced = Pick<Row, "id" | "name" | "sealedSecret" | "endsAt"> & { readonly document: object };

export const writes = {
  add: (unit: Unit, added: Added): void => insert(unit, toRow(added)),
  /** Writes the one document of a kind, of a project or an organization. */
  put(unit: Unit, added: Omit<Added, "endsAt" | "federationId">): void {
    const row = toRow(added);
    (row.groupId === null ? putInOrg : putInGroup)(unit, row);
  },
  replace: amends((db, { id, name, document, sealedSecret, endsAt }: Replaced) =>
    db
      .updateTable("documents")
      .set({ name, document: derived(document, JSON.stringify), sealedSecret, endsAt })
      .where("id", "=", id),
  ),
  remove: posts(removal("documents", "id")),
  /** Removes a document that has ended; returns whether it still existed. */
  removeEnded: changes((db, id: string, now: Instant) =>
    db.deleteFrom("documents").where("id", "=", id).where("endsAt", "<=", now),
  ),
  /** Removes the documents of a kind whose names begin as a pattern says, unless they have ended. */
  removeLasting: posts((db, groupId: string, kind: string, pattern: string, now: Instant) =>
    db
      .deleteFrom("documents")
      .where("groupId", "=", groupId)
      .where("kind", "=", kind)
      .where("name", "like", pattern)
      .where("endsAt", ">", now),
  ),
  removeOfOrg: posts(removal("documents", "orgId", "kind")),
  /** Removes an organization from its federation, with its role mappings. */
  disconnect: posts((db, orgId: string) =>
    db.deleteFrom("documents").where("orgId", "=", orgId).where("federationId", "is not", null),
  ),
  removeFederation: posts(removal("documents", "federationId")),
};
