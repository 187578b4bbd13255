// Calls of what is to be removed: who makes them, and how often on which day.
import { nameClient, otherClients } from "../domain/client.ts";
import type { DeprecatedCalls, Example } from "../domain/deprecated-call.ts";
import { day as dayLength, type Instant } from "../domain/instant.ts";
import type { Unit } from "./connection.ts";
import { type Builder, insertion, query } from "./query.ts";
import type { Tables } from "./tables.ts";

/** Callers of one organization that are told apart; those beyond are counted together, by operation. */
const mostCallers = 1000;

/** Days are forgotten after so many. */
const keptDays = 400;

const key = ["org_id", "operation_id", "client", "credential_id"] as const;
type Key = { org: string; operationId: string; client: string; credentialId: string };

const ofKey = (db: Builder, at: Key) =>
  db
    .updateTable("deprecated_callers")
    .where("org_id", "=", at.org)
    .where("operation_id", "=", at.operationId)
    .where("client", "=", at.client)
    .where("credential_id", "=", at.credentialId);

const stretch = query((db, at: Key & { firstAt: number; lastAt: number }) =>
  ofKey(db, at).set(({ eb, ref }) => ({
    first_at: eb.case().when("first_at", ">", at.firstAt).then(at.firstAt).else(ref("first_at")).end(),
    last_at: eb.case().when("last_at", "<", at.lastAt).then(at.lastAt).else(ref("last_at")).end(),
  })),
);

const insertCaller = insertion("deprecated_callers", { ignore: true });

const countCallers = query((db, at: { org: string }) =>
  db
    .selectFrom("deprecated_callers")
    .select((select) => select.fn.countAll<number>().as("count"))
    .where("org_id", "=", at.org),
);

const addDay = query((db, at: Key & { day: number; calls: number; gone: number }) =>
  db
    .insertInto("deprecated_days")
    .values({
      org_id: at.org,
      operation_id: at.operationId,
      client: at.client,
      credential_id: at.credentialId,
      day: at.day,
      calls: at.calls,
      gone: at.gone,
    })
    .onConflict((on) =>
      on.columns([...key, "day"]).doUpdateSet(({ eb, ref }) => ({
        calls: eb("deprecated_days.calls", "+", ref("excluded.calls")),
        gone: eb("deprecated_days.gone", "+", ref("excluded.gone")),
      })),
    ),
);

const callerColumns = [
  ...key,
  ...(["tool", "tool_version", "resource", "step", "credential_kind", "credential_name"] as const),
  ...(["user_agent", "first_at", "last_at", "example"] as const),
];

const callers = (db: Builder) =>
  db
    .selectFrom("deprecated_callers")
    .select(callerColumns)
    .orderBy("org_id")
    .orderBy("first_at")
    .orderBy("operation_id")
    .orderBy("client")
    .orderBy("credential_id");
const days = (db: Builder) =>
  db
    .selectFrom("deprecated_days")
    .select([...key, "day", "calls", "gone"])
    .orderBy("day");

const allCallers = query((db) => callers(db));
const allDays = query((db) => days(db));
const callersOf = query((db, at: { org: string }) => callers(db).where("org_id", "=", at.org));
const daysOf = query((db, at: { org: string }) => days(db).where("org_id", "=", at.org));

const forgetDays = query((db, at: { day: number }) =>
  db.deleteFrom("deprecated_days").where("day", "<", at.day),
);
const forgetCallers = query((db, at: { before: number }) =>
  db.deleteFrom("deprecated_callers").where("last_at", "<", at.before),
);
const clearDays = query((db) => db.deleteFrom("deprecated_days"));
const clearCallers = query((db) => db.deleteFrom("deprecated_callers"));

const keyOf = (row: { org_id: string; operation_id: string; client: string; credential_id: string }) =>
  `${row.org_id} ${row.operation_id} ${row.credential_id} ${row.client}`;

function join(
  found: readonly Tables["deprecated_callers"][],
  counted: readonly Tables["deprecated_days"][],
): DeprecatedCalls[] {
  const byCaller = new Map<string, Tables["deprecated_days"][]>();
  for (const row of counted) byCaller.set(keyOf(row), [...(byCaller.get(keyOf(row)) ?? []), row]);
  return found.map((row) => ({
    operationId: row.operation_id,
    orgId: row.org_id || null,
    client: { tool: row.tool, version: row.tool_version, resource: row.resource, step: row.step },
    userAgent: row.user_agent,
    credential:
      row.credential_kind === ""
        ? null
        : { kind: row.credential_kind, id: row.credential_id, name: row.credential_name },
    firstAt: row.first_at,
    lastAt: row.last_at,
    example: JSON.parse(row.example) as Example,
    days: (byCaller.get(keyOf(row)) ?? []).map(({ day, calls, gone }) => ({ day, calls, gone })),
  }));
}

export const deprecatedCallReads = {
  /** Those of an organization; all where it is null. In the order in which they were first seen. */
  async list(unit: Unit, orgId: string | null): Promise<DeprecatedCalls[]> {
    if (orgId === null) return join(await unit.all(allCallers, {}), await unit.all(allDays, {}));
    return join(await unit.all(callersOf, { org: orgId }), await unit.all(daysOf, { org: orgId }));
  },
};

const toRow = (key: Key, calls: DeprecatedCalls): Tables["deprecated_callers"] => ({
  org_id: key.org,
  operation_id: key.operationId,
  client: key.client,
  credential_id: key.credentialId,
  tool: calls.client.tool,
  tool_version: calls.client.version,
  resource: calls.client.resource,
  step: calls.client.step,
  credential_kind: calls.credential?.kind ?? "",
  credential_name: calls.credential?.name ?? "",
  user_agent: calls.userAgent,
  first_at: calls.firstAt,
  last_at: calls.lastAt,
  example: JSON.stringify(calls.example),
});

/** How many callers of an organization there are; counted once in a unit. */
type Crowd = (org: string) => Promise<{ size: number }>;

function crowdIn(unit: Unit): Crowd {
  const crowds = new Map<string, { size: number }>();
  return async (org) => {
    const crowd = crowds.get(org) ?? { size: (await unit.first(countCallers, { org }))?.count ?? 0 };
    crowds.set(org, crowd);
    return crowd;
  };
}

/** Counts a caller's calls; answers false, and counts nothing, where it is a new caller for whom there is no room. */
async function keep(unit: Unit, calls: DeprecatedCalls, crowdOf: Crowd | null): Promise<boolean> {
  const { orgId, operationId, credential, firstAt, lastAt } = calls;
  const key = {
    org: orgId ?? "",
    operationId,
    client: nameClient(calls.client),
    credentialId: credential?.id ?? "",
  };
  if ((await unit.change(stretch, { ...key, firstAt, lastAt })) === 0) {
    const crowd = await crowdOf?.(key.org);
    if (crowd !== undefined && crowd.size++ >= mostCallers) return false;
    // Another process may have added the row meanwhile; its example is as good.
    unit.post(insertCaller, toRow(key, calls));
  }
  for (const { day, calls: count, gone } of calls.days) {
    unit.post(addDay, { ...key, day, calls: count, gone });
  }
  return true;
}

export const deprecatedCallWrites = {
  ...deprecatedCallReads,

  /** Adds what was counted. Whoever comes when an organization has a thousand callers is counted among the others. */
  async add(unit: Unit, counted: readonly DeprecatedCalls[]): Promise<void> {
    // In one order, so that two processes that count the same callers do not wait for each other.
    const inOrder = counted.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
    const crowdOf = crowdIn(unit);
    for (const calls of inOrder) {
      if (await keep(unit, calls, crowdOf)) continue;
      await keep(unit, { ...calls, client: otherClients, userAgent: "", credential: null }, null);
    }
  },

  /** Forgets what is older than some four hundred days. */
  async forget(unit: Unit, now: Instant): Promise<void> {
    const before = now - keptDays * dayLength;
    await unit.change(forgetDays, { day: Math.floor(before / dayLength) });
    await unit.change(forgetCallers, { before });
  },

  async clear(unit: Unit): Promise<void> {
    await unit.change(clearDays, {});
    await unit.change(clearCallers, {});
  },
};

const sortKey = ({ orgId, operationId, client, credential }: DeprecatedCalls): string =>
  `${orgId ?? ""} ${operationId} ${nameClient(client)} ${credential?.id ?? ""}`;
