// Calls of what is to be removed: who makes them, and how often on which day.
import { nameClient, otherClients } from "../domain/client.ts";
import type { DeprecatedCalls, Example } from "../domain/deprecated-call.ts";
import { day as dayLength, type Instant } from "../domain/instant.ts";
import type { Unit } from "./connection.ts";
import { dayOf } from "./event-counts.ts";
import { changes, count, many, posts } from "./facet.ts";
import { grouped } from "./grouped.ts";
import { type Builder, derived, insertion } from "./query.ts";
import type { Tables } from "./tables.ts";

/** Callers of one organization that are told apart; those beyond are counted together, by operation. */
const mostCallers = 1000;

/** Days are forgotten after so many. */
const keptDays = 400;

const key = ["org_id", "operation_id", "client", "credential_id"] as const;
type Key = { org: string; operationId: string; client: string; credentialId: string };

const stretch = changes((db, at: Key, firstAt: number, lastAt: number) =>
  db
    .updateTable("deprecated_callers")
    .set(({ eb, ref }) => ({
      first_at: eb.case().when("first_at", ">", firstAt).then(firstAt).else(ref("first_at")).end(),
      last_at: eb.case().when("last_at", "<", lastAt).then(lastAt).else(ref("last_at")).end(),
    }))
    .where("org_id", "=", at.org)
    .where("operation_id", "=", at.operationId)
    .where("client", "=", at.client)
    .where("credential_id", "=", at.credentialId),
);

const insertCaller = posts(insertion("deprecated_callers", { ignore: true }));

const countCallers = count((db, org: string) =>
  db.selectFrom("deprecated_callers").where("org_id", "=", org),
);

const addDay = posts((db, at: Key, { day, calls, gone }: { day: number; calls: number; gone: number }) =>
  db
    .insertInto("deprecated_days")
    .values({
      org_id: at.org,
      operation_id: at.operationId,
      client: at.client,
      credential_id: at.credentialId,
      day,
      calls,
      gone,
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

const [allCallers, allDays] = [many(callers), many(days)];
const callersOf = many((db, org: string) => callers(db).where("org_id", "=", org));
const daysOf = many((db, org: string) => days(db).where("org_id", "=", org));

const forget = posts(
  (db: Builder, before: Instant) =>
    db.deleteFrom("deprecated_days").where("day", "<", derived(before, dayOf)),
  (db: Builder, before: Instant) => db.deleteFrom("deprecated_callers").where("last_at", "<", before),
);

const keyOf = (row: { org_id: string; operation_id: string; client: string; credential_id: string }) =>
  `${row.org_id} ${row.operation_id} ${row.credential_id} ${row.client}`;

function join(
  found: readonly Tables["deprecated_callers"][],
  counted: readonly Tables["deprecated_days"][],
): DeprecatedCalls[] {
  const byCaller = grouped(counted, keyOf, ({ day, calls, gone }) => ({ day, calls, gone }));
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
    days: byCaller.get(keyOf(row)) ?? [],
  }));
}

export const deprecatedCallReads = {
  /** Those of an organization; all where it is null. In the order in which they were first seen. */
  async list(unit: Unit, orgId: string | null): Promise<DeprecatedCalls[]> {
    return orgId === null
      ? join(await allCallers(unit), await allDays(unit))
      : join(await callersOf(unit, orgId), await daysOf(unit, orgId));
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
    const crowd = crowds.get(org) ?? { size: await countCallers(unit, org) };
    crowds.set(org, crowd);
    return crowd;
  };
}

/** Counts a caller's calls; returns false, and counts nothing, for a new caller beyond the limit. */
async function keep(unit: Unit, calls: DeprecatedCalls, crowdOf: Crowd | null): Promise<boolean> {
  const { orgId, operationId, credential, firstAt, lastAt } = calls;
  const key = {
    org: orgId ?? "",
    operationId,
    client: nameClient(calls.client),
    credentialId: credential?.id ?? "",
  };
  if (!(await stretch(unit, key, firstAt, lastAt))) {
    const crowd = await crowdOf?.(key.org);
    if (crowd !== undefined && crowd.size++ >= mostCallers) return false;
    // Another process may have added the row meanwhile; its example is as good.
    insertCaller(unit, toRow(key, calls));
  }
  for (const day of calls.days) addDay(unit, key, day);
  return true;
}

export const deprecatedCallWrites = {
  ...deprecatedCallReads,

  /** Adds what was counted. A new caller of an organization that has a thousand is counted among the others. */
  async add(unit: Unit, counted: readonly DeprecatedCalls[]): Promise<void> {
    // In one order, so that two processes that count the same callers do not deadlock.
    const inOrder = counted.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
    const crowdOf = crowdIn(unit);
    for (const calls of inOrder) {
      if (await keep(unit, calls, crowdOf)) continue;
      await keep(unit, { ...calls, client: otherClients, userAgent: "", credential: null }, null);
    }
  },

  /** Forgets what is older than some four hundred days. */
  forget: (unit: Unit, now: Instant) => forget(unit, now - keptDays * dayLength),

  clear: posts(
    (db: Builder) => db.deleteFrom("deprecated_days"),
    (db: Builder) => db.deleteFrom("deprecated_callers"),
  ),
};

const sortKey = ({ orgId, operationId, client, credential }: DeprecatedCalls): string =>
  `${orgId ?? ""} ${operationId} ${nameClient(client)} ${credential?.id ?? ""}`;
