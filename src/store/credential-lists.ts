// Finding and listing an organization's credentials and a project's: API keys and service accounts are looked up alike.
import { type Paged, type PageRequest, skipped } from "../domain/page.ts";
import type { Unit } from "./connection.ts";
import { type Builder, type Query, query } from "./query.ts";

interface InOrg {
  orgId: string;
}

interface InGroup extends InOrg {
  groupId: string;
}

interface Slice {
  limit: number;
  offset: number;
}

interface Kind<Row, Credential> {
  readonly table: "api_keys" | "service_accounts";
  /** What a `Row` has. */
  readonly columns: readonly string[];
  /** Asks what other tables say of some, and gives what makes a credential of the row of each. */
  readonly complete: (unit: Unit, ids: readonly string[]) => Promise<(row: Row) => Credential>;
}

/** Looks credentials of one kind up in their table. */
export function credentialLists<Row extends { id: string }, Credential>({
  table,
  columns,
  complete,
}: Kind<Row, Credential>) {
  // Either table will do for the types: what is asked here, both have.
  const from = table as "api_keys";
  const shown = columns as ["api_keys.id"];

  const inOrg = (db: Builder, at: InOrg) => db.selectFrom(from).where(`${from}.org_id`, "=", at.orgId);

  const inGroup = (db: Builder, at: InGroup) =>
    inOrg(db, at).where((where) =>
      where.exists(
        where
          .selectFrom("grants")
          .select(where.lit(1).as("one"))
          .whereRef("grants.principal_id", "=", `${from}.id`)
          .where("grants.group_id", "=", at.groupId),
      ),
    );

  const page = (found: ReturnType<typeof inOrg>, { limit, offset }: Slice) =>
    found
      .select(shown)
      .orderBy(`${from}.created_at`, "desc")
      .orderBy(`${from}.id`, "desc")
      .limit(limit)
      .offset(offset);

  const count = (found: ReturnType<typeof inOrg>) =>
    found.select((select) => select.fn.countAll<number>().as("count"));

  const byId = query((db, at: InOrg & { id: string }) =>
    inOrg(db, at).select(shown).where(`${from}.id`, "=", at.id),
  ) as Query<InOrg & { id: string }, Row>;
  const orgPage = query((db, at: InOrg & Slice) => page(inOrg(db, at), at)) as Query<InOrg & Slice, Row>;
  const groupPage = query((db, at: InGroup & Slice) => page(inGroup(db, at), at)) as Query<
    InGroup & Slice,
    Row
  >;
  const orgCount = query((db, at: InOrg) => count(inOrg(db, at)));
  const groupCount = query((db, at: InGroup) => count(inGroup(db, at)));

  async function paged<A>(
    unit: Unit,
    [rows, counted]: readonly [Query<A & Slice, Row>, Query<A, { count: number }>],
    where: A,
    at: PageRequest,
  ): Promise<Paged<Credential>> {
    const slice = { limit: at.itemsPerPage, offset: skipped(at) };
    const [found, total] = await Promise.all([
      unit.all(rows, { ...where, ...slice }),
      at.includeCount ? unit.first(counted, where) : undefined,
    ]);
    const ids = found.map(({ id }) => id);
    return { ...at, results: found.map(await complete(unit, ids)), total: total?.count ?? 0 };
  }

  return {
    /** One of this organization, with all its roles. */
    async find(unit: Unit, orgId: string, id: string): Promise<Credential | undefined> {
      const [row, toCredential] = await Promise.all([unit.first(byId, { orgId, id }), complete(unit, [id])]);
      return row && toCredential(row);
    },

    /** A page of those of the organization, newest first. */
    inOrg: (unit: Unit, orgId: string, at: PageRequest): Promise<Paged<Credential>> =>
      paged(unit, [orgPage, orgCount], { orgId }, at),

    /** A page of those that hold a role in the project, newest first. */
    inGroup: (unit: Unit, { id, orgId }: { id: string; orgId: string }, at: PageRequest) =>
      paged(unit, [groupPage, groupCount], { orgId, groupId: id }, at),

    async countInOrg(unit: Unit, orgId: string): Promise<number> {
      return (await unit.first(orgCount, { orgId }))?.count ?? 0;
    },
  };
}
