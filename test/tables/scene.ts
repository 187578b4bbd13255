// Sets up attempts on the whole table of operations: the nested world with its samples, everything that a path can name in each
// of its lines, and the check that a refusal changed nothing and showed nothing.
import { deepEqual, fail } from "node:assert/strict";
import type { TestContext } from "node:test";
import { type OperationId, operations } from "../../src/atlas/index.ts";
import { dumpTables, openDumps, type TableDump } from "../support/dump.ts";
import type { EngineName } from "../support/engines.ts";
import {
  type Call,
  compose,
  type Line,
  type NestedWorld,
  type Newcomers,
  startNestedWorld,
} from "../support/nested.ts";
import { createStorage, type TestStorage } from "../support/storage.ts";
import { ids, type Reply } from "../support/world.ts";
import { type Calls, composeCalls, everyId, paramsOf } from "./calls.ts";

/** A path up to its last parameter: what kind of thing the operation names, and the parents it names it by. */
export type Chain = string;
export const chainOf = (id: OperationId): Chain =>
  operations[id].path.replace(/^\/api\/(atlas\/v2|private)\//, "").replace(/\}[^}]*$/, "}");

const nobodies: Readonly<Record<string, string>> = {
  clientId: `mdb_sa_id_${ids.missing}`,
  ipAddress: "203.0.113.99",
  entryValue: "203.0.113.98",
  groupName: "nowhere",
  hostName: "nowhere.example.net",
  processId: "nowhere.example.net:27017",
  teamName: "nobodies",
  userName: "nobody@nowhere.example",
};

/** A value of the kind of the parameter that names nothing. */
export const missingFor = (name: string): string => nobodies[name] ?? ids.missing;

export interface Scene {
  readonly world: NestedWorld;
  readonly storage: TestStorage;
  readonly calls: Calls;
  /** The contents of the store, as text, as they were prepared. */
  readonly prepared: string;
  /** Rows of all tables, once no message is being sent any more. */
  tables(): Promise<TableDump>;
  /** The rows as text. */
  dump(): Promise<string>;
}

export async function startScene(
  t: TestContext,
  { engine = "sqlite", newcomers = {} }: { engine?: EngineName; newcomers?: Newcomers } = {},
): Promise<Scene> {
  const storage = await createStorage(t, engine, { hasSchema: true });
  const world = await startNestedWorld(t, { storage, newcomers });
  const take = takeDumps(t, storage);
  const tables = async () => {
    // What is still being sent would change rows between two looks.
    await world.mail.list();
    return take();
  };
  const dump = async () => JSON.stringify(await tables());
  return {
    world,
    storage,
    calls: composeCalls(world.things),
    prepared: await dump(),
    tables,
    dump,
  };
}

/** Returns a function that dumps the store while the test runs. */
function takeDumps(t: TestContext, storage: TestStorage): () => TableDump | Promise<TableDump> {
  if (!("data" in storage.options)) return () => dumpTables(storage);
  const dumps = openDumps(storage.options.data);
  t.after(dumps.close);
  return dumps.take;
}

/** Parameters of the path in one line. */
export const paramsIn = ({ world, calls }: Scene, id: OperationId, line: Line): Record<string, string> =>
  line === "own" ? { ...calls[id].params } : paramsOf(id, world.things[line]);

/** Operations that are there to reach beyond their parent, and what for. */
export const reachingOut: Readonly<Partial<Record<OperationId, string>>> = {
  addGroupApiKey: "brings a key of the organization into the project",
  inviteGroupServiceAccount: "brings an account of the organization into the project",
  generateGroupSandboxClusterDescription: "describes a cluster by the configuration of the organization",
  updateGroupApiKeyRoles: "gives a key of the organization its roles in the project, first ones included",
};

/** A request that must be refused, and what it is about. */
export interface Attempt {
  readonly id: OperationId;
  readonly about: string;
  readonly call: Call;
  /** The call that names nothing instead: the answers must say the same. */
  readonly instead?: { readonly call: Call; readonly named: string; readonly missing: string };
}

export const isRefused = ({ status }: Reply) => status >= 400 && status < 500;

/** Sends attempts one after another; all that went wrong with answers comes out at once. */
export async function assertRefused(
  scene: Scene,
  attempts: readonly Attempt[],
  hidden: readonly string[] = [],
): Promise<void> {
  const wrong: string[] = [];
  for (const attempt of attempts) wrong.push(...(await refuse(scene, attempt, hidden)));
  deepEqual(wrong, []);
  await assertUnchanged(scene, attempts);
}

/** Compares the store after attempts that were sent; if it changed, sends each once more to name those that do it. */
export async function assertUnchanged(
  { world, prepared, dump }: Scene,
  attempts: readonly Attempt[],
): Promise<void> {
  if ((await dump()) === prepared) return;
  await world.rewind();
  const wrong: string[] = [];
  for (const { id, about, call } of attempts) {
    await world.askAs("own", compose(id, call));
    if ((await dump()) === prepared) continue;
    wrong.push(`${id}, ${about}: changed something`);
    await world.rewind();
  }
  fail(wrong.join("\n") || "all attempts together changed something");
}

/** Sends one attempt: all that is wrong about its answer. */
async function refuse(
  { world }: Scene,
  { id, about, call, instead }: Attempt,
  hidden: readonly string[],
): Promise<string[]> {
  const sending = compose(id, call);
  const reply = await world.askAs("own", sending);
  const wrong: string[] = [];
  const complain = (what: string) => wrong.push(`${id}, ${about}: ${what}: ${reply.status} ${reply.text}`);
  if (!isRefused(reply)) {
    complain("was not refused");
    await world.rewind();
  }
  const sent = `${decodeURIComponent(sending.path)} ${JSON.stringify(sending.body ?? "")}`;
  const leaked = hidden.filter((word) => reply.text.includes(word) && !sent.includes(word));
  if (leaked.length > 0) complain(`shows ${leaked.join()}`);
  if (instead !== undefined) {
    const other = await world.askAs("own", compose(id, instead.call));
    const same = `${reply.status} ${reply.text}`.replaceAll(instead.named, instead.missing);
    if (same !== `${other.status} ${other.text}`) complain(`differs from ${other.text}`);
  }
  return wrong;
}

/** Replaces the leaves of a value one at a time: each result has exactly one leaf changed. */
export function* changeLeaves(
  value: unknown,
  change: (leaf: unknown) => unknown,
  at = "",
): Generator<{ at: string; leaf: unknown; changed: unknown }> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      for (const each of changeLeaves(item, change, `${at}[${index}]`)) {
        yield { ...each, changed: value.with(index, each.changed) };
      }
    }
  } else if (typeof value === "object" && value !== null) {
    for (const [name, item] of Object.entries(value)) {
      for (const each of changeLeaves(item, change, `${at}.${name}`)) {
        yield { ...each, changed: { ...value, [name]: each.changed } };
      }
    }
  } else {
    const changed = change(value);
    if (changed !== undefined) yield { at, leaf: value, changed };
  }
}

/** The names of things by their ids, with those that stand for them elsewhere. */
export type Counterparts = ReturnType<typeof counterparts>;

/** Every id and name of the own and the sibling line, with the foreign one of its kind, and one that nobody has. */
export function counterparts({ world }: Scene) {
  const found = new Map<unknown, { name: string; foreign: string; missing: string }>();
  const { things } = world;
  for (const line of ["own", "sibling"] as const) {
    for (const id of everyId) {
      const theirs = paramsOf(id, things.foreign);
      for (const [name, value] of Object.entries(paramsOf(id, things[line]))) {
        const foreign = theirs[name] ?? "";
        // Such as `admin`, by which every tenant has a database.
        if (value !== foreign) found.set(value, { name, foreign, missing: missingFor(name) });
      }
    }
    found.set(things[line].ownerId, {
      name: "userId",
      foreign: things.foreign.ownerId,
      missing: missingFor("userId"),
    });
    for (const invited of ["groupInvited", "orgInvited"] as const) {
      const foreign = things.foreign[invited];
      found.set(things[line][invited], { name: "userName", foreign, missing: missingFor("userName") });
    }
  }
  return found;
}
