// Calls of deprecated versions: who makes them, and how often on which day.
import { nameClient, otherClients } from "../domain/client.ts";
import type { DeprecatedCalls, Example } from "../domain/deprecated-call.ts";
import { grouped } from "../domain/grouped.ts";
import { day as dayLength, dayOf, type Instant } from "../domain/instant.ts";
import { changes, count, many, posts, type Unit } from "./facet.ts";
import { type Builder, derived, insertion } from "./query.ts";
import type { Tables } from "./tables.ts";

/** The most callers of one organization that are told apart; those beyond are counted together, by operation. */
const mostCallers = 1000;
const keptDays = 400;

const key = ["orgId", "operationId", "client", "credentialId"] as const;
type Caller = Tables["deprecatedCallers"];
type Key = Pick<Caller, (typeof key)[number]>;

const stretch = changes((db, at: Caller) =>
  db
    .updateTable("deprecatedCallers")
    .set(({ eb, ref }) => ({
      firstAt: eb.case().when("firstAt", ">", at.firstAt).then(at.firstAt).else(ref("firstAt")).end(),
      lastAt: eb.case().when("lastAt", "<", at.lastAt).then(at.lastAt).else(ref("lastAt")).end(),
    }))
    .where("orgId", "=", at.orgId)
    .where("operationId", "=", at.operationId)
    .where("client", "=", at.client)
    .where("credentialId", "=", at.credentialId),
);

const insertCaller = posts(insertion("deprecatedCallers", { ignore: true }));

const countCallers = count((db, orgId: string) =>
  db.selectFrom("deprecatedCallers").where("orgId", "=", orgId),
);

type Day = Omit<Tables["deprecatedDays"], keyof Key>;

const addDay = posts((db, { orgId, operationId, client, credentialId }: Key, { day, calls, gone }: Day) =>
  db
    .insertInto("deprecatedDays")
    .values({ orgId, operationId, client, credentialId, day, calls, gone })
    .onConflict((on) =>
      on.columns([...key, "day"]).doUpdateSet(({ eb, ref }) => ({
        calls: eb("deprecatedDays.calls", "+", ref("excluded.calls")),
        gone: eb("deprecatedDays.gone", "+", ref("excluded.gone")),
      })),
    ),
);

const callerColumns = [
  ...key,
  "tool",
  "toolVersion",
  "resource",
  "step",
  "credentialKind",
  "credentialName",
  "userAgent",
  "firstAt",
  "lastAt",
  "example",
] as const;

const callers = (db: Builder) =>
  db
    .selectFrom("deprecatedCallers")
    .select(callerColumns)
    .orderBy("orgId")
    .orderBy("firstAt")
    .orderBy("operationId")
    .orderBy("client")
    .orderBy("credentialId");
const days = (db: Builder) =>
  db
    .selectFrom("deprecatedDays")
    .select([...key, "day", "calls", "gone"])
    .orderBy("day");

const [allCallers, allDays] = [many(callers), many(days)];
const callersOf = many((db, orgId: string) => callers(db).where("orgId", "=", orgId));
const daysOf = many((db, orgId: string) => days(db).where("orgId", "=", orgId));

const forget = posts(
  (db: Builder, before: Instant) => db.deleteFrom("deprecatedDays").where("day", "<", derived(before, dayOf)),
  (db: Builder, before: Instant) => db.deleteFrom("deprecatedCallers").where("lastAt", "<", before),
);

const keyOf = (row: Key) => `${row.orgId} ${row.operationId} ${row.client} ${row.credentialId}`;

function join(found: readonly Caller[], counted: readonly Tables["deprecatedDays"][]): DeprecatedCalls[] {
  const byCaller = grouped(counted, keyOf, ({ day, calls, gone }) => ({ day, calls, gone }));
  return found.map((row) => {
    const { operationId, userAgent, firstAt, lastAt, credentialKind, tool, resource, step } = row;
    const kind = credentialKind as NonNullable<DeprecatedCalls["credential"]>["kind"] | "";
    return {
      operationId,
      orgId: row.orgId || null,
      client: { tool, version: row.toolVersion, resource, step },
      userAgent,
      credential: kind === "" ? null : { kind, id: row.credentialId, name: row.credentialName },
      firstAt,
      lastAt,
      example: JSON.parse(row.example) as Example,
      days: byCaller.get(keyOf(row)) ?? [],
    };
  });
}

export const reads = {
  /** Returns the calls of an organization, or of all for null, in the order in which they were first seen. */
  async list(unit: Unit, orgId: string | null): Promise<DeprecatedCalls[]> {
    return orgId === null
      ? join(await allCallers(unit), await allDays(unit))
      : join(await callersOf(unit, orgId), await daysOf(unit, orgId));
  },
};

const toRow = ({ client, credential, ...calls }: DeprecatedCalls): Caller => ({
  orgId: calls.orgId ?? "",
  operationId: calls.operationId,
  client: nameClient(client),
  credentialId: credential?.id ?? "",
  tool: client.tool,
  toolVersion: client.version,
  resource: client.resource,
  step: client.step,
  credentialKind: credential?.kind ?? "",
  credentialName: credential?.name ?? "",
  userAgent: calls.userAgent,
  firstAt: calls.firstAt,
  lastAt: calls.lastAt,
  example: JSON.stringify(calls.example),
});

/** Counts the callers of an organization, once in a unit. */
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
  const row = toRow(calls);
  if (!(await stretch(unit, row))) {
    const crowd = await crowdOf?.(row.orgId);
    if (crowd !== undefined && crowd.size++ >= mostCallers) return false;
    // Another process may have added the row meanwhile; either example will do.
    insertCaller(unit, row);
  }
  for (const day of calls.days) addDay(unit, row, day);
  return true;
}

export const writes = {
  /** Adds counts. A new caller of an organization with a thousand callers is counted with the others. */
  async add(unit: Unit, counted: readonly DeprecatedCalls[]): Promise<void> {
    // Sorted, so that two processes that count the same callers do not deadlock.
    const inOrder = counted.toSorted((a, b) => (keyOf(toRow(a)) < keyOf(toRow(b)) ? -1 : 1));
    const crowdOf = crowdIn(unit);
    for (const calls of inOrder) {
      if (await keep(unit, calls, crowdOf)) continue;
      await keep(unit, { ...calls, client: otherClients, userAgent: "", credential: null }, null);
    }
  },

  forget: (unit: Unit, now: Instant) => forget(unit, now - keptDays * dayLength),

  clear: posts(
    (db: Builder) => db.deleteFrom("deprecatedDays"),
    (db: Builder) => db.deleteFrom("deprecatedCallers"),
  ),
};
