// Operations of the seeded world, called by their ids: the path names what the seed has, the version is the newest, the owner's
// key asks. Successes and refusals are compared whole; refusals are rows.
import { deepEqual, ok } from "node:assert/strict";
import type { TestContext } from "node:test";
import { type OperationId, operations } from "../../src/atlas/index.ts";
import { mediaType, type VersionName, versionsInOrder } from "../../src/core/contract/versions.ts";
import type { Operation } from "../../src/core/operations/operation.ts";
import limits from "../limits.json" with { type: "json" };
import { type Call, compose } from "./nested.ts";
import {
  assertRefusal,
  assertSuccess,
  type CallerName,
  type EventRow,
  now,
  refusal,
  type Stage,
  startStage,
  unkept,
} from "./stage.ts";
import { account, ids, keys, type Reply, type Sending } from "./world.ts";

/** The parameters of a call, beside the id of its operation. */
export interface Asked extends Pick<Call, "params" | "body"> {
  /** The query string, without the question mark. */
  readonly query?: string;
  /** The key of the test, the owner's unless it names another. */
  readonly as?: CallerName | undefined;
  /** The newest unless another one is named. */
  readonly version?: VersionName | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

const seeded = { orgId: ids.org, groupId: ids.group, teamId: ids.team, clientId: account.clientId };

/** The request of a call. */
export function request(id: OperationId, { params, query, body, version, headers }: Asked = {}): Sending {
  const sending = compose(id, { params: { ...seeded, ...params }, body });
  return {
    ...sending,
    path: query === undefined ? sending.path : `${sending.path}?${query}`,
    headers: { ...sending.headers, ...(version && { accept: mediaType(version) }), ...headers },
  };
}

const inHeader = (date: string) => new Date(date).toUTCString().replace(/ 0(\d) /, " $1 ");

/** Returns the status and headers that the answer to a call is compared with. */
function expect(id: OperationId, { version }: Asked) {
  const { versions, status, showsSecret, isBare } = operations[id] as Operation;
  const name = version ?? versionsInOrder(versions).at(-1) ?? "unversioned";
  const { deprecated, sunset, type } = versions[name] ?? {};
  const media = name === "unversioned" ? mediaType(name) : `${mediaType(name)};charset=utf-8`;
  return {
    status,
    limit: limits[id as keyof typeof limits],
    headers: {
      "content-type": isBare ? undefined : (type ?? media),
      ...(deprecated && { deprecation: inHeader(deprecated) }),
      ...(sunset && { sunset: inHeader(sunset) }),
      ...(showsSecret && unkept),
    },
  };
}

/** A call that is refused: for what, what is changed of a good call, code and parameters; the field, and what is wrong with it. */
export type RefusedCall = readonly [
  why: string,
  change: Changed,
  code: string,
  parameters?: readonly (string | number)[],
  field?: string,
  ...descriptions: string[],
];

/** A change to a call: members of an object in the body replace those of the good one. `before` arranges what the case needs. */
export interface Changed extends Asked {
  readonly before?: () => unknown;
}

/** A good call, or a function that arranges what it is about. */
export type Good = Asked | (() => Asked | Promise<Asked>);

const isObject = (body: unknown): body is object =>
  typeof body === "object" && body !== null && !Array.isArray(body);

const changeCall = (good: Asked, { before: _, ...change }: Changed): Asked => ({
  ...good,
  ...change,
  params: { ...good.params, ...change.params },
  ...(isObject(good.body) && isObject(change.body) && { body: { ...good.body, ...change.body } }),
});

/** A kind of event, the feeds that it is in, and whom it is about. */
export type Told = readonly [type: string, feeds: "org" | "group" | "both", target?: string];

export interface Operations extends Stage {
  call(id: OperationId, asked?: Asked): Promise<Reply>;
  /** The body of an answer that must be a success. */
  get(id: OperationId, asked?: Asked): Promise<Reply["json"]>;
  /** Compares a success whole, and returns its body; `json` and `headers` may be composed of it, for ids that are minted. */
  answers(
    id: OperationId,
    asked?: Asked,
    json?: unknown,
    headers?: object | ((json: Reply["json"]) => object),
  ): Promise<Reply["json"]>;
  /** Checks a page with these results, asked for without a position. */
  lists(id: OperationId, asked: Asked, results: readonly unknown[]): Promise<void>;
  refuses(
    id: OperationId,
    asked: Asked,
    code: string,
    parameters?: readonly (string | number)[],
    ...field: string[]
  ): Promise<void>;
  /** Tests each row, on each of the calls, in a case of its own, and that no table is changed by it. */
  testRefusals(
    good: Readonly<Partial<Record<OperationId, Good>>>,
    rows: readonly RefusedCall[],
  ): Promise<void>;
  /** Events that the key of the test has caused in this case, unless another key is named. */
  told(by?: keyof typeof keys): Told[];
}

function tell({ type, org_id, group_id, target_username }: EventRow): Told {
  const feeds = org_id === null ? "group" : group_id === null ? "org" : "both";
  return target_username === null ? [type, feeds] : [type, feeds, target_username];
}

/** The caller and the values of paths that calls of a test have unless they say otherwise. */
interface Usual {
  readonly as?: keyof typeof keys;
  readonly params?: Asked["params"];
}

/** Starts one world for all cases of a test; each case begins with the seed. */
export async function startOperations(
  t: TestContext,
  { as: usually = "owner", params: usual, ...options }: Usual & Parameters<typeof startStage>[1] = {},
): Promise<Operations> {
  const stage = await startStage(t, options);
  const requestOf = (id: OperationId, asked: Asked) =>
    request(id, { ...asked, params: { ...usual, ...asked.params } });
  const call = (id: OperationId, asked: Asked = {}) => stage.ask(asked.as ?? usually, requestOf(id, asked));
  const answers: Operations["answers"] = async (id, asked = {}, json = undefined, headers = {}) => {
    const reply = await call(id, asked);
    const expected = expect(id, asked);
    assertSuccess(reply, {
      ...expected,
      headers: { ...expected.headers, ...(typeof headers === "function" ? headers(reply.json) : headers) },
      json: typeof json === "function" ? json(reply.json) : json,
    });
    return reply.json;
  };
  const refuses: Operations["refuses"] = async (id, asked, code, parameters, ...field) =>
    assertRefusal(await call(id, asked), refusal(code, parameters, ...(field as [string])));

  return {
    ...stage,
    call,
    answers,
    refuses,
    async get(id, asked) {
      const { status, text, json } = await call(id, asked);
      ok(status < 300, `${id}: ${text}`);
      return json;
    },
    async lists(id, asked, results) {
      const [path, query] = requestOf(id, asked).path.split("?");
      const position = "pageNum=1&itemsPerPage=100";
      const href = `${stage.url}${path}?${query === undefined ? position : `${query}&${position}`}`;
      await answers(id, asked, { links: [{ href, rel: "self" }], results, totalCount: results.length });
    },
    async testRefusals(good, rows) {
      for (const [id, arrange] of Object.entries(good) as [OperationId, Good][]) {
        for (const [why, change, code, parameters, ...field] of rows) {
          const expected = refusal(code, parameters, ...(field as [string]));
          await t.test(`${id}: ${expected.status} ${code} for ${why}`, async () => {
            const asked = typeof arrange === "function" ? await arrange() : arrange;
            await change.before?.();
            const tables = await stage.tables();
            assertRefusal(await call(id, changeCall(asked, change)), expected);
            deepEqual(await stage.tables(), tables);
          });
        }
      }
    },
    told(by = usually) {
      return stage.events().map((row) => {
        const { at, actor_kind, actor_name, remote_address } = row;
        deepEqual(
          { at, actor_kind, actor_name, remote_address },
          {
            at: Date.parse(now),
            actor_kind: "API_KEY",
            actor_name: keys[by].publicKey,
            remote_address: "127.0.0.1",
          },
        );
        return tell(row);
      });
    },
  };
}
