// Servers in front of one store, one or several: requests are dealt out to them in turn.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { TestContext } from "node:test";
import type { EngineName } from "./engines.ts";
import { startProcess } from "./process.ts";
import { createFolder, createStorage, type TestStorage } from "./storage.ts";
import { account, type Reply, type Sending, seed, send, startWorld, v2023 } from "./world.ts";

/** The servers in front of one store; requests are dealt out to them in turn. */
export interface Field {
  /** Sends requests all at once, as an Organization Owner. */
  race(sendings: readonly Sending[]): Promise<Reply[]>;
  ask(sending: Sending): Promise<Reply>;
  /** What a service account sends beside its request. */
  headersOf(account: { clientId: string; clientSecret: string }): Promise<Record<string, string>>;
  rows: TestStorage["rows"];
}

async function fieldOf(urls: readonly string[], storage: TestStorage): Promise<Field> {
  let turn = 0;
  const next = () => urls[turn++ % urls.length] ?? "";
  const headersOf: Field["headersOf"] = async ({ clientId, clientSecret }) => {
    const basic = Buffer.from(`${clientId}:${clientSecret}`).toString("base64");
    const granted = await send(next(), {
      method: "POST",
      path: "/api/oauth/token",
      headers: { authorization: `Basic ${basic}`, "content-type": "application/x-www-form-urlencoded" },
      body: "grant_type=client_credentials",
    });
    return {
      accept: v2023,
      "content-type": "application/json",
      authorization: `Bearer ${granted.json.access_token}`,
    };
  };
  const usual = await headersOf(account);
  const ask: Field["ask"] = ({ headers, ...sending }) =>
    send(next(), { headers: { ...usual, ...headers }, ...sending });
  return {
    ask,
    race: (sendings) => Promise.all(sendings.map(ask)),
    headersOf,
    rows: storage.rows,
  };
}

export async function oneServer(t: TestContext, engine: EngineName): Promise<Field> {
  const storage = await createStorage(t, engine);
  const { url } = await startWorld(t, storage.options);
  return fieldOf([url], storage);
}

/** Several processes in front of one PostgreSQL database. */
export async function processes(t: TestContext, count: number): Promise<Field> {
  const storage = await createStorage(t, "postgres");
  const file = join(createFolder(t), "seed.json");
  writeFileSync(file, JSON.stringify(seed));
  const start = () =>
    startProcess(t, ["dev", "--port", "0", "--seed", file, ...storage.flags], {
      ANTEROOM_SECRET: "a secret that both processes share",
    });
  const urls: string[] = [];
  while (urls.length < count) urls.push((await start()).url);
  return fieldOf(urls, storage);
}

export const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));
