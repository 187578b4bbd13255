// Finds and lists the credentials of an organization or a project: API keys and service accounts are found in the same way.
import type { Paged, PageRequest } from "../domain/page.ts";
import { count, one, paged, posts, type Unit } from "./facet.ts";
import type { Builder } from "./query.ts";
import { removal } from "./statements.ts";
import type { Tables } from "./tables.ts";

/** Adds the row that API keys, service accounts and people share, because all of them can have roles. */
export const addPrincipal = posts((db, id: string, kind: Tables["principals"]["kind"]) =>
  db.insertInto("principals").values({ id, kind }),
);

/** Removes a principal and everything that refers to it: roles, access list, secrets, tokens. */
export const removePrincipal = posts(removal("principals", "id"));

interface Kind<Row, Credential> {
  readonly table: "apiKeys" | "serviceAccounts";
  readonly columns: readonly string[];
  /** The column that is null unless Atlas keeps a credential, which lists then leave out; absent to list all. */
  readonly keptFor?: string;
  /** Reads the other tables' rows of some credentials, and returns a function that completes the row of each. */
  readonly complete: (unit: Unit, ids: readonly string[]) => Promise<(row: Row) => Credential>;
}

export function credentialLists<Row extends { id: string }, Credential>(kind: Kind<Row, Credential>) {
  const { complete } = kind;
  // Either table is right for the types: both have the columns that are used here.
  const from = kind.table as "apiKeys";

  const inOrg = (db: Builder, orgId: string) => {
    const all = db
      .selectFrom(from)
      .select(kind.columns as ["id"])
      .where("orgId", "=", orgId);
    return kind.keptFor === undefined ? all : all.where(kind.keptFor as "id", "is", null);
  };
  const newestIn = (db: Builder, orgId: string) =>
    inOrg(db, orgId).orderBy("createdAt", "desc").orderBy("id", "desc");
  const newestWithRole = (db: Builder, { id, orgId }: { id: string; orgId: string }) =>
    newestIn(db, orgId).where(({ exists, selectFrom }) =>
      exists(
        selectFrom("grants")
          .select("grants.role")
          .whereRef("grants.principalId", "=", `${from}.id`)
          .where("grants.groupId", "=", id),
      ),
    );

  const toRow = (row: { id: string }) => row as Row;
  const byId = one((db: Builder, orgId: string, id: string) => inOrg(db, orgId).where("id", "=", id), toRow);
  const orgPage = paged(newestIn, toRow);
  const groupPage = paged(newestWithRole, toRow);

  async function completed(unit: Unit, page: Paged<Row>): Promise<Paged<Credential>> {
    const ids = page.results.map(({ id }) => id);
    const toCredential = await complete(unit, ids);
    return { ...page, results: page.results.map(toCredential) };
  }

  return {
    async find(unit: Unit, orgId: string, id: string): Promise<Credential | undefined> {
      const [row, toCredential] = await Promise.all([byId(unit, orgId, id), complete(unit, [id])]);
      return row && toCredential(row);
    },
    inOrg: async (unit: Unit, orgId: string, at: PageRequest) =>
      completed(unit, await orgPage(unit, orgId, at)),
    inGroup: async (unit: Unit, group: { id: string; orgId: string }, at: PageRequest) =>
      completed(unit, await groupPage(unit, group, at)),
    countInOrg: count(inOrg),
  };
}
