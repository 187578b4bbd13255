// Sets up the tests of operations: a seeded world whose clock is frozen, begun anew for each case, that can be looked into; and
// whole answers to compare with.
import { deepEqual, equal, match } from "node:assert/strict";
import type { TestContext } from "node:test";
import type { AnteroomOptions, SeedDocument } from "../../src/anteroom.ts";
import refusals from "../refusals.json" with { type: "json" };
import { openDumps, type TableDump } from "./dump.ts";
import { openStoreFile } from "./sqlite-file.ts";
import { createFolder } from "./storage.ts";
import { ids, invited, keys, type Reply, type Sending, seed, startWorld, type World } from "./world.ts";

export const now = "2026-08-10T03:04:53Z";
/** Thirty days after `now`. */
export const expiry = "2026-09-09T03:04:53Z";

/** The clock so many seconds after `now`. */
export const later = (seconds: number) => ({ now: new Date(Date.parse(now) + seconds * 1000).toISOString() });

/** The seeded invitation as the API answers it. */
export const invitation = {
  createdAt: now,
  expiresAt: expiry,
  groupId: ids.group,
  groupName: "payments",
  id: ids.invite,
  inviterUsername: "owner@example.com",
  roles: ["GROUP_READ_ONLY"],
  username: invited,
};

/** The caller: a key of the seed by its name there, or the seed's service account, which owns the organization. */
export type CallerName = keyof typeof keys | "account";

/** A row of the events table, without its id. */
export interface EventRow {
  readonly type: string;
  readonly at: number;
  readonly org_id: string | null;
  readonly group_id: string | null;
  readonly actor_kind: string | null;
  readonly actor_name: string | null;
  readonly remote_address: string | null;
  readonly target_username: string | null;
}

export interface Stage extends World {
  ask(caller: CallerName, sending: Sending): Promise<Reply>;
  /** Ends a pending invitation as only the test controls can. */
  end(inviteId: string, ending: "accept" | "decline" | "expire"): Promise<void>;
  /** Events of this case, in the order in which they were written. */
  events(): EventRow[];
  /** Returns the details of the events of this case. */
  details(): unknown[];
  rows(sql: string): unknown[];
  /** Rows of all tables, once no message is being sent any more. */
  tables(): Promise<TableDump>;
  execute(sql: string): void;
  /** Puts the seed and the clock back, as each case finds them. */
  rewind(): Promise<void>;
}

/** Starts one world for all cases of a test. Each case, a subtest, begins with the seed, at `now`. */
export async function startStage(
  t: TestContext,
  { seed: begun = seed, ...options }: AnteroomOptions & { readonly seed?: SeedDocument } = {},
): Promise<Stage> {
  const data = options.data ?? createFolder(t);
  // Seeded once the clock is frozen, so that every date is known.
  const world = await startWorld(t, { data, ...options, seed: { orgs: [] } });
  const database = openStoreFile(data);
  t.after(() => database.close());
  const dumps = openDumps(data);
  t.after(dumps.close);
  world.clock.set({ now });
  await world.seed(begun);
  // A case sees the events that it causes itself.
  database.exec("delete from events");
  await world.snapshot.take("seed");

  const stage: Stage = {
    ...world,
    async ask(caller, sending) {
      return caller === "account"
        ? world.bearing(await world.token(), sending)
        : world.as(keys[caller], sending);
    },
    async end(inviteId, ending) {
      const path = `/_anteroom/v1/invites/${inviteId}:${ending}`;
      equal((await world.send({ method: "POST", path })).status, 204);
    },
    events: () =>
      database.rows(
        `select type, at, org_id, group_id, actor_kind, actor_name, remote_address, target_username
         from events order by rowid`,
      ) as unknown as EventRow[],
    details: () =>
      (database.rows("select details from events order by rowid") as { details: string }[]).map(
        ({ details }) => JSON.parse(details),
      ),
    rows: (sql) => database.rows(sql),
    async tables() {
      await world.mail.list();
      return dumps.take();
    },
    execute: (sql) => database.exec(sql),
    async rewind() {
      await world.snapshot.restore("seed");
      world.clock.set({ now });
    },
  };
  t.beforeEach(() => stage.rewind());
  return stage;
}

const securityHeaders = {
  "referrer-policy": "strict-origin-when-cross-origin",
  "strict-transport-security": "max-age=31536000; includeSubdomains;",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "x-permitted-cross-domain-policies": "none",
};

export const deprecated = {
  deprecation: "Wed, 4 Oct 2023 00:00:00 GMT",
  sunset: "Thu, 1 Jul 2027 00:00:00 GMT",
};

/** The header of an answer with a secret in it, which no cache on the way may keep. */
export const unkept = { "cache-control": "no-store" };

/** Headers of HTTP itself, and the one that changes from answer to answer. */
const changing = ["connection", "content-length", "date", "keep-alive", "ratelimit-remaining"];

export function steadyHeaders({ headers }: Reply): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !changing.includes(name)));
}

interface Success {
  readonly status: number;
  /** Capacity the answer announces; null where it announces none. */
  readonly limit: number | null;
  /** Undefined for one that must be absent. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  /** Absent for an answer without a body. */
  readonly json?: unknown;
}

/** Compares a success whole: status, every header, and the body with the order of its members. */
export function assertSuccess(reply: Reply, { status, limit, headers, json }: Success): void {
  equal(reply.status, status, reply.text);
  const expected = {
    "content-type": "application/vnd.atlas.2023-01-01+json;charset=utf-8",
    ...securityHeaders,
    ...(limit !== null && { "ratelimit-limit": String(limit) }),
    ...headers,
  };
  deepEqual(
    steadyHeaders(reply),
    Object.fromEntries(Object.entries(expected).filter(([, value]) => value !== undefined)),
  );
  if (limit === null) {
    equal(reply.headers["ratelimit-remaining"], undefined);
  } else {
    match(reply.headers["ratelimit-remaining"] ?? "", /^\d+$/);
  }
  deepEqual(reply.json, json);
  equal(reply.text, json === undefined ? "" : JSON.stringify(json));
}

export interface Refusal {
  readonly status: number;
  readonly errorCode: string;
  readonly detail: string;
  readonly parameters?: readonly (string | number)[];
  /** The fields of `badRequestDetail`. */
  readonly fields?: readonly { description: string; field: string }[];
}

/** Status and words of each code, on which every test agrees: test/refusal-words.test.ts compares them with the catalogue. */
const words: Readonly<Record<string, string>> = refusals;

/** A refusal in the words of its code. `parameters` fill the template in their order; `descriptions` are of the field. */
export function refusal(
  errorCode: string,
  parameters: readonly (string | number)[] = [],
  field?: string,
  ...descriptions: readonly string[]
): Refusal {
  const [, status, template = ""] = /^(\d+) (.*)$/s.exec(words[errorCode] ?? "") ?? [];
  let filled = 0;
  const detail = template.replace(/\{\w+\}/g, () => String(parameters[filled++]));
  const fields = descriptions.map((description) => ({ description, field: field ?? "" }));
  return { status: Number(status), errorCode, detail, parameters, ...(field !== undefined && { fields }) };
}

export const badRequest = (field: string, ...descriptions: readonly string[]): Refusal =>
  refusal("BAD_REQUEST", [], field, ...descriptions);

const reasons: Readonly<Record<number, string>> = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  406: "Not Acceptable",
  409: "Conflict",
  410: "Gone",
  413: "Payload Too Large",
  415: "Unsupported Media Type",
  429: "Too Many Requests",
  500: "Internal Server Error",
  501: "Not Implemented",
};

export const errorBody = ({ status, errorCode, detail, parameters = [], fields }: Refusal) => ({
  ...(fields && { badRequestDetail: { fields } }),
  detail,
  error: status,
  errorCode,
  parameters,
  reason: reasons[status],
});

/** Compares a refusal whole: status, body with the order of its members, and the headers that belong to every error. */
export function assertRefusal(reply: Reply, refusal: Refusal): void {
  equal(reply.status, refusal.status, reply.text);
  deepEqual(reply.json, errorBody(refusal));
  equal(reply.text, JSON.stringify(errorBody(refusal)));
  const { "content-type": type, "x-error-code": code } = reply.headers;
  deepEqual({ type, code }, { type: "application/json", code: refusal.errorCode });
  for (const [name, value] of Object.entries(securityHeaders)) equal(reply.headers[name], value);
}
