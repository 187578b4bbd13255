// Federations and their parts: a JSON text each, by kind. `src/domain/federation.ts` knows what is in it.
import { addsTo, withDocument } from "./documents.ts";
import { exists, many, one, posts } from "./facet.ts";
import { type Builder, derived } from "./query.ts";
import type { Tables } from "./tables.ts";

type Row = Tables["federationParts"];
type Kind = Row["kind"];

const columns = ["id", "federationId", "orgId", "document", "createdAt"] as const;

const parts = (db: Builder, kind: Kind) =>
  db
    .selectFrom("federationParts")
    .select(columns)
    .where("kind", "=", kind)
    .orderBy("createdAt")
    .orderBy("id");

export const reads = {
  /** Those of a federation, oldest first. */
  parts: many(
    (db, federationId: string, kind: Kind) => parts(db, kind).where("federationId", "=", federationId),
    withDocument,
  ),
  /** Those of an organization: how it is connected, or its role mappings. */
  partsOf: many((db, orgId: string, kind: Kind) => parts(db, kind).where("orgId", "=", orgId), withDocument),
  find: one((db, id: string, kind: Kind) => parts(db, kind).where("id", "=", id), withDocument),
  exists: exists((db, federationId: string) =>
    parts(db, "connectedOrg").where("federationId", "=", federationId).limit(1),
  ),
  /** Providers of an issuer, in any federation. */
  providersNamed: many(
    (db, issuer: string) => parts(db, "identityProvider").where("name", "=", issuer),
    withDocument,
  ),
};

export const writes = {
  add: addsTo("federationParts"),
  replace: posts((db, id: string, name: string, document: object) =>
    db
      .updateTable("federationParts")
      .set({ name, document: derived(document, JSON.stringify) })
      .where("id", "=", id),
  ),
  remove: posts((db, id: string) => db.deleteFrom("federationParts").where("id", "=", id)),
  /** Takes an organization out of its federation, with its role mappings. */
  disconnect: posts((db, orgId: string) => db.deleteFrom("federationParts").where("orgId", "=", orgId)),
  removeAll: posts((db, federationId: string) =>
    db.deleteFrom("federationParts").where("federationId", "=", federationId),
  ),
};
