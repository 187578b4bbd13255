// The lists of an organization's credentials and of a project's: API keys and service accounts are listed alike.
import { type PageRequest, skipped } from "../domain/page.ts";
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

/** Looks credentials up in their table; `Row` is what the columns give. */
export function credentialLists<Row>(table: "api_keys" | "service_accounts", columns: readonly string[]) {
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

  const slice = (at: PageRequest): Slice => ({ limit: at.itemsPerPage, offset: skipped(at) });
  const of = (group: { id: string; orgId: string }): InGroup => ({ orgId: group.orgId, groupId: group.id });

  return {
    find: (unit: Unit, orgId: string, id: string): Promise<Row | undefined> =>
      unit.first(byId, { orgId, id }),

    /** A page of those of the organization, newest first. */
    inOrg: (unit: Unit, orgId: string, at: PageRequest): Promise<Row[]> =>
      unit.all(orgPage, { orgId, ...slice(at) }),

    /** A page of those that hold a role in the project, newest first. */
    inGroup: (unit: Unit, group: { id: string; orgId: string }, at: PageRequest): Promise<Row[]> =>
      unit.all(groupPage, { ...of(group), ...slice(at) }),

    async countInOrg(unit: Unit, orgId: string): Promise<number> {
      return (await unit.first(orgCount, { orgId }))?.count ?? 0;
    },

    async countInGroup(unit: Unit, group: { id: string; orgId: string }): Promise<number> {
      return (await unit.first(groupCount, of(group)))?.count ?? 0;
    },
  };
}
