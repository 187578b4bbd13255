// Finding and listing the credentials of an organization and of a project: API keys and service accounts are looked up alike.
import type { Paged, PageRequest } from "../domain/page.ts";
import { count, one, paged, type Unit } from "./facet.ts";
import type { Builder } from "./query.ts";

interface Kind<Row, Credential> {
  readonly table: "apiKeys" | "serviceAccounts";
  /** What a `Row` has. */
  readonly columns: readonly string[];
  /** Reads what other tables have of some credentials, and gives what makes a credential of the row of each. */
  readonly complete: (unit: Unit, ids: readonly string[]) => Promise<(row: Row) => Credential>;
}

/** Looks up credentials of one kind in their table. */
export function credentialLists<Row extends { id: string }, Credential>({
  table,
  columns,
  complete,
}: Kind<Row, Credential>) {
  // Either table will do for the types: both have the columns that are used here.
  const from = table as "apiKeys";
  const shown = columns as ["apiKeys.id"];

  const inOrg = (db: Builder, orgId: string) =>
    db.selectFrom(from).select(shown).where(`${from}.orgId`, "=", orgId);

  const newestFirst = (found: ReturnType<typeof inOrg>) =>
    found.orderBy(`${from}.createdAt`, "desc").orderBy(`${from}.id`, "desc");

  const toRow = (row: { id: string }) => row as Row;

  const byId = one(
    (db: Builder, orgId: string, id: string) => inOrg(db, orgId).where(`${from}.id`, "=", id),
    toRow,
  );
  const orgPage = paged((db: Builder, orgId: string) => newestFirst(inOrg(db, orgId)), toRow);
  const groupPage = paged(
    (db: Builder, { id, orgId }: { id: string; orgId: string }) =>
      newestFirst(inOrg(db, orgId)).where((where) =>
        where.exists(
          where
            .selectFrom("grants")
            .select(where.lit(1).as("one"))
            .whereRef("grants.principalId", "=", `${from}.id`)
            .where("grants.groupId", "=", id),
        ),
      ),
    toRow,
  );

  async function completed(unit: Unit, page: Paged<Row>): Promise<Paged<Credential>> {
    const toCredential = await complete(
      unit,
      page.results.map(({ id }) => id),
    );
    return { ...page, results: page.results.map(toCredential) };
  }

  return {
    /** One of this organization, with all its roles. */
    async find(unit: Unit, orgId: string, id: string): Promise<Credential | undefined> {
      const [row, toCredential] = await Promise.all([byId(unit, orgId, id), complete(unit, [id])]);
      return row && toCredential(row);
    },

    /** A page of those of the organization, newest first. */
    inOrg: async (unit: Unit, orgId: string, at: PageRequest) =>
      completed(unit, await orgPage(unit, orgId, at)),

    /** A page of those that hold a role in the project, newest first. */
    inGroup: async (unit: Unit, group: { id: string; orgId: string }, at: PageRequest) =>
      completed(unit, await groupPage(unit, group, at)),

    countInOrg: count(inOrg),
  };
}
