// Resource policies of organizations: a JSON text each. `src/domain/resource-policy.ts` knows what is in it.
import { addsTo, withDocument } from "./documents.ts";
import { many, one, posts } from "./facet.ts";
import { type Builder, derived } from "./query.ts";

const columns = ["id", "orgId", "name", "document", "createdAt"] as const;

const policiesOf = (db: Builder, orgId: string) =>
  db.selectFrom("resourcePolicies").select(columns).where("orgId", "=", orgId);

export const reads = {
  all: many((db, orgId: string) => policiesOf(db, orgId).orderBy("createdAt").orderBy("id"), withDocument),
  /** Reads the policies of the organization of a project. */
  ofGroup: many(
    (db, groupId: string) =>
      db
        .selectFrom("resourcePolicies")
        .select(columns)
        .where("orgId", "=", db.selectFrom("groups").select("groups.orgId").where("groups.id", "=", groupId))
        .orderBy("createdAt")
        .orderBy("id"),
    withDocument,
  ),
  find: one((db, orgId: string, id: string) => policiesOf(db, orgId).where("id", "=", id), withDocument),
};

export const writes = {
  add: addsTo("resourcePolicies"),
  replace: posts((db, id: string, name: string, document: object) =>
    db
      .updateTable("resourcePolicies")
      .set({ name, document: derived(document, JSON.stringify) })
      .where("id", "=", id),
  ),
  remove: posts((db, id: string) => db.deleteFrom("resourcePolicies").where("id", "=", id)),
};
