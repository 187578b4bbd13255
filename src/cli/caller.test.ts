// Tests which credentials are found, and the message if there are none.
import { deepEqual, rejects } from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { Misuse } from "../core/settings/error.ts";
import { findCaller } from "./caller.ts";

const key = { MONGODB_ATLAS_PUBLIC_KEY: "abcdefgh", MONGODB_ATLAS_PRIVATE_KEY: "p" };
const account = { MONGODB_ATLAS_CLIENT_ID: "c", MONGODB_ATLAS_CLIENT_SECRET: "s" };
const apiKey = { publicKey: "demonstr", privateKey: "p" };
const serviceAccount = { clientId: "c", clientSecret: "s" };

async function folder(t: TestContext, credentials: string): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), "anteroom-caller-"));
  t.after(() => rm(path, { recursive: true }));
  await writeFile(join(path, "credentials.json"), credentials);
  return path;
}

test("a service account comes before an API key, and both before the demonstration", async (t) => {
  const data = await folder(t, JSON.stringify({ secret: "x", apiKey, serviceAccount }));
  deepEqual(await findCaller(key, data), {
    credentials: { publicKey: "abcdefgh", privateKey: "p" },
    source: "MONGODB_ATLAS_PUBLIC_KEY",
  });
  const named = { MONGODB_ATLAS_PUBLIC_API_KEY: "cliclicl", MONGODB_ATLAS_PRIVATE_API_KEY: "q" };
  deepEqual(await findCaller({ ...key, ...named }, data), {
    credentials: { publicKey: "cliclicl", privateKey: "q" },
    source: "MONGODB_ATLAS_PUBLIC_API_KEY",
  });
  deepEqual(await findCaller({ ...key, ...named, ...account }, data), {
    credentials: { clientId: "c", clientSecret: "s" },
    source: "MONGODB_ATLAS_CLIENT_ID",
  });
  deepEqual(await findCaller({ MONGODB_ATLAS_PUBLIC_KEY: "" }, data), {
    credentials: apiKey,
    source: join(data, "credentials.json"),
  });
});

test("what is missing or unreadable is named", async (t) => {
  const refused = (call: Promise<unknown>, message: RegExp) =>
    rejects(call, (reason) => reason instanceof Misuse && message.test(reason.message));
  await refused(
    findCaller({ MONGODB_ATLAS_PRIVATE_KEY: "p" }, "nowhere"),
    /^MONGODB_ATLAS_PUBLIC_KEY is not set, and MONGODB_ATLAS_PRIVATE_KEY alone/,
  );
  const nothing = /^there are no credentials to ask with\. Set MONGODB_ATLAS_PUBLIC_API_KEY and .*--data/;
  await refused(findCaller({}, "nowhere"), nothing);
  await refused(findCaller({}, await folder(t, '{"secret":"x"}')), nothing);
  await refused(findCaller({}, await folder(t, "not JSON")), /credentials\.json is not JSON: /);
});
