// Servers in front of one store, one or several: requests are dealt out to them in turn.

import { equal } from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { TestContext } from "node:test";
import type { SeedDocument } from "../../src/anteroom.ts";
import type { EngineName } from "./engines.ts";
import { requestToken } from "./oauth.ts";
import { type ServerProcess, startProcess } from "./process.ts";
import { createFolder, createStorage, type TestStorage } from "./storage.ts";
import { account, type Reply, type Sending, seed, send, startWorld, v2023 } from "./world.ts";

/** The servers in front of one store; requests are dealt out to them in turn. */
export interface Field {
  /** Sends requests all at once, as an Organization Owner. */
  race(sendings: readonly Sending[]): Promise<Reply[]>;
  ask(sending: Sending): Promise<Reply>;
  /** Returns the headers that a service account sends beside its request. */
  headersOf(account: Account): Promise<Record<string, string>>;
  rows: TestStorage["rows"];
}

type Account = typeof account;

export interface Servers {
  readonly urls: readonly string[];
  readonly storage: TestStorage;
  /** Ends those that are processes, and returns what each has logged. */
  end(): Promise<string[]>;
}

/** `owner`: the service account that asks. */
export async function fieldOf({ urls, storage }: Servers, owner: Account): Promise<Field> {
  let turn = 0;
  const next = () => urls[turn++ % urls.length] ?? "";
  const headersOf: Field["headersOf"] = async ({ clientId, clientSecret }) => {
    const granted = await requestToken({ url: next() }, { clientId, clientSecret });
    return {
      accept: v2023,
      "content-type": "application/json",
      authorization: `Bearer ${granted.json.access_token}`,
    };
  };
  const usual = await headersOf(owner);
  const ask: Field["ask"] = ({ headers, ...sending }) =>
    send(next(), { headers: { ...usual, ...headers }, ...sending });
  return {
    ask,
    race: (sendings) => Promise.all(sendings.map(ask)),
    headersOf,
    rows: storage.rows,
  };
}

export async function startOne(t: TestContext, engine: EngineName, planted: SeedDocument): Promise<Servers> {
  const storage = await createStorage(t, engine, { hasSchema: true });
  const { url } = await startWorld(t, { ...storage.options, seed: planted });
  return { urls: [url], storage, end: async () => [] };
}

/** Several processes in front of one PostgreSQL database. */
export async function startSeveral(t: TestContext, count: number, planted: SeedDocument): Promise<Servers> {
  const storage = await createStorage(t, "postgres", { hasSchema: true });
  const file = join(createFolder(t), "seed.json");
  writeFileSync(file, JSON.stringify(planted));
  const start = () =>
    startProcess(t, ["dev", "--port", "0", "--seed", file, ...storage.flags], {
      ANTEROOM_SECRET: "a secret that both processes share",
      // Every answer is logged.
      ANTEROOM_LOG_LEVEL: "info",
    });
  const started: ServerProcess[] = [];
  while (started.length < count) started.push(await start());
  const end = async (one: ServerProcess) => {
    equal(await one.stop(), 0);
    return one.output();
  };
  return { urls: started.map(({ url }) => url), storage, end: () => Promise.all(started.map(end)) };
}

export const oneServer = async (t: TestContext, engine: EngineName): Promise<Field> =>
  fieldOf(await startOne(t, engine, seed), account);

export const processes = async (t: TestContext, count: number): Promise<Field> =>
  fieldOf(await startSeveral(t, count, seed), account);

export const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));
