// Counts the files and functions of our own code that one PATCH of an invitation runs, from `fetch` of a world to its row and
// back, and prints them as JSON with the names of the files.
import type { Profiler } from "node:inspector";
import { Session } from "node:inspector/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { createAnteroom } from "../src/testing/embedded.ts";

const apiKeys = [
  { publicKey: "abcdefgh", privateKey: "00000000-0000-4000-8000-000000000001", roles: ["ORG_OWNER"] },
];
const groups = [{ name: "payments", invites: [{ username: "ada@example.com", roles: ["GROUP_READ_ONLY"] }] }];
const anteroom = await createAnteroom({ seed: { orgs: [{ name: "Acme", apiKeys, groups }] } } as never);
const { results } = await anteroom.atlas.listGroups();
const groupId = results?.[0]?.id ?? "";
const body = { username: "ada@example.com", roles: ["GROUP_OWNER" as const] };
const patch = () => anteroom.atlas.updateGroupInvites({ groupId, body });
await patch();

const session = new Session();
session.connect();
await session.post("Profiler.enable");
await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: false });

async function countOne() {
  // Work in the background of the one before ends meanwhile.
  await sleep(200);
  await session.post("Profiler.takePreciseCoverage");
  await patch();
  const { result } = await session.post("Profiler.takePreciseCoverage");
  return summarize(result);
}

function summarize(result: readonly Profiler.ScriptCoverage[]) {
  const ran = result
    .map(({ url, functions }) => ({
      path: /\/(src\/[^?]+)/.exec(url)?.[1] ?? "",
      // `__name` is the compiler's.
      count: functions.filter(
        ({ functionName, ranges }) => functionName !== "__name" && (ranges[0]?.count ?? 0) > 0,
      ).length,
    }))
    // The client that asks is no part of the server.
    .filter(({ path, count }) => count > 0 && path !== "" && !path.startsWith("src/client/"));
  const functions = ran.reduce((sum, { count }) => sum + count, 0);
  return { functions, paths: ran.map(({ path }) => path).sort() };
}

// Of several, the one beside which nothing else ran.
const counted = [];
for (let times = 0; times < 5; times++) counted.push(await countOne());
await anteroom.close();
console.log(JSON.stringify(counted.sort((a, b) => a.functions - b.functions)[0]));
