// The addresses API keys and service accounts may be used from.
import type { AccessEntry } from "../domain/access-entry.ts";
import { type Paged, type PageRequest, skipped } from "../domain/page.ts";
import type { Unit } from "./connection.ts";
import { insertion, query } from "./query.ts";

const page = query((db, at: { principalId: string; limit: number; offset: number }) =>
  db
    .selectFrom("access_entries")
    .select(["cidr", "created_at"])
    .where("principal_id", "=", at.principalId)
    .orderBy("created_at")
    .orderBy("cidr")
    .limit(at.limit)
    .offset(at.offset),
);

const count = query((db, at: { principalId: string }) =>
  db
    .selectFrom("access_entries")
    .select((select) => select.fn.countAll<number>().as("count"))
    .where("principal_id", "=", at.principalId),
);

const one = query((db, at: { principalId: string; cidr: string }) =>
  db
    .selectFrom("access_entries")
    .select(["cidr", "created_at"])
    .where("principal_id", "=", at.principalId)
    .where("cidr", "=", at.cidr),
);

const insert = insertion("access_entries", { ignore: true });

const remove = query((db, at: { principalId: string; cidr: string }) =>
  db.deleteFrom("access_entries").where("principal_id", "=", at.principalId).where("cidr", "=", at.cidr),
);

export const accessListReads = {
  /** Entries of a credential, oldest first. */
  async page(unit: Unit, principalId: string, at: PageRequest): Promise<Paged<AccessEntry>> {
    const [rows, total] = await Promise.all([
      unit.all(page, { principalId, limit: at.itemsPerPage, offset: skipped(at) }),
      at.includeCount ? unit.first(count, { principalId }) : undefined,
    ]);
    const results = rows.map((row) => ({ cidr: row.cidr, createdAt: row.created_at }));
    return { ...at, results, total: total?.count ?? 0 };
  },

  async find(unit: Unit, principalId: string, cidr: string): Promise<AccessEntry | undefined> {
    const row = await unit.first(one, { principalId, cidr });
    return row && { cidr: row.cidr, createdAt: row.created_at };
  },
};

export const accessListWrites = {
  ...accessListReads,

  /** Adds an entry and returns whether it is new. */
  async add(unit: Unit, principalId: string, { cidr, createdAt }: AccessEntry): Promise<boolean> {
    return (await unit.change(insert, { principal_id: principalId, cidr, created_at: createdAt })) > 0;
  },

  /** Removes an entry and returns whether there was one. */
  async remove(unit: Unit, principalId: string, cidr: string): Promise<boolean> {
    return (await unit.change(remove, { principalId, cidr })) > 0;
  },
};
