// Tests of resource policies where Cedar is not installed.
import { deepEqual, equal } from "node:assert/strict";
import Module from "node:module";
import { test } from "node:test";
import { findCedar } from "../src/atlas/resource-policies/cedar/cedar.ts";
import { startStage } from "./support/stage.ts";
import { ids, type Sending } from "./support/world.ts";

/** The function that `require.resolve` asks. */
interface Resolving {
  _resolveFilename(name: string, ...more: unknown[]): string;
}

const accept = (date: string) => ({ accept: `application/vnd.atlas.${date}+json` });
const policies = `/api/atlas/v2/orgs/${ids.org}/resourcePolicies`;
const policy: Sending = {
  method: "POST",
  path: policies,
  body: { name: "none", policies: [{ body: "forbid (principal, action, resource)" }] },
  headers: accept("2024-08-05"),
};
const cluster: Sending = {
  method: "POST",
  path: `/api/atlas/v2/groups/${ids.group}/clusters`,
  body: {
    name: "one",
    clusterType: "REPLICASET",
    replicationSpecs: [
      {
        regionConfigs: [
          {
            providerName: "AWS",
            regionName: "US_EAST_1",
            electableSpecs: { instanceSize: "M10", nodeCount: 3 },
          },
        ],
      },
    ],
  },
  headers: accept("2024-10-23"),
};

test("without Cedar policies are taken and forbid nothing, and answers say so", async (t) => {
  const resolving = Module as unknown as Resolving;
  const before = resolving._resolveFilename;
  resolving._resolveFilename = (name, ...more) => {
    if (name.startsWith("@cedar-policy/")) throw new Error(`Cannot find module '${name}'`);
    return before(name, ...more);
  };
  t.after(() => {
    resolving._resolveFilename = before;
  });
  equal(findCedar(), null);
  const stage = await startStage(t);
  await t.test("201 with a header, and an empty list", async () => {
    const said = async (sending: Sending) => {
      const { status, headers } = await stage.ask("owner", sending);
      return [status, headers["x-anteroom-not-judged"]];
    };
    const unjudged = "policies; install @cedar-policy/cedar-wasm";
    deepEqual(await said(cluster), [201, undefined]);
    deepEqual(await said(policy), [201, unjudged]);
    deepEqual(await said({ ...cluster, body: { ...(cluster.body as object), name: "two" } }), [
      201,
      unjudged,
    ]);
    const listing = {
      path: policies.replace("resourcePolicies", "nonCompliantResources"),
      headers: accept("2024-08-05"),
    };
    deepEqual(await said(listing), [200, unjudged]);
    deepEqual((await stage.ask("owner", listing)).json, []);
  });
});
