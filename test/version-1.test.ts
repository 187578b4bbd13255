// Versions 1.0 and 1.5: each call that old clients make is answered as its operation of version 2 answers in the version that took
// the place of theirs, through the same door; but for what the last tests say.
import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { type OperationId, operations } from "../src/atlas/index.ts";
import { version1 } from "../src/atlas/version-1.ts";
import { grouped } from "../src/core/domain/grouped.ts";
import type { Operation } from "../src/core/operations/operation.ts";
import { type Call, compose, startNestedWorld } from "./support/nested.ts";
import { assertRefusal, refusal, startStage } from "./support/stage.ts";
import { ids, type Reply, type Sending } from "./support/world.ts";
import { gather, newcomers } from "./tables/caller-kinds.ts";
import { composeCalls, isNeverThere } from "./tables/calls.ts";

/** A caller of each kind; test/callers.test.ts has all of them in version 2. */
const asking = [
  "no credentials",
  "wrong private key",
  "token of a deleted account",
  "key elsewhere",
  "account elsewhere",
  "ORG_MEMBER",
  "ORG_READ_ONLY",
  "GROUP_READ_ONLY",
  "GROUP_ACCESS_MANAGER",
  "account ORG_OWNER",
  "person GROUP_OWNER",
  "owner of another project",
  "owner of another org",
];

/** Names and types of members; what was minted differs from call to call. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shapeOf);
  if (typeof value !== "object" || value === null) return typeof value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, shapeOf(each)]));
}

/** Returns the outcome of a request, with links as in version 2. */
function outcomeOf({ status, headers, text }: Reply, isChange: boolean) {
  const said = text
    .replaceAll('"WAITING_FOR_USER"', '"AVAILABLE"')
    .replace(/\/api\/atlas\/v1\.[05]/g, "/api/atlas/v2")
    .replaceAll("/whitelist?", "/accessList?");
  const body = /^[{[]/.test(text) ? JSON.parse(said) : said;
  const { "www-authenticate": asked = "", "x-error-code": code } = headers;
  return { status, scheme: asked.split(" ")[0], code, body: isChange ? shapeOf(body) : body };
}

const successors: Readonly<Record<string, string>> = { "v1.0": "2023-01-01", "v1.5": "2023-02-01" };

/** The version that took the place of an older one: of identity providers a later one. */
const successorOf = (older: string, id: OperationId) => {
  const successor = successors[older] ?? "";
  return successor in operations[id].versions ? successor : "2023-11-15";
};

const inSuccessor = (older: string, id: OperationId, call: Call): Sending => ({
  ...compose(id, call),
  headers: { accept: `application/vnd.atlas.${successorOf(older, id)}+json` },
});

/** Returns a sample with the member that live migrations had to have in older versions. */
const asOlder = (id: OperationId, sample: Call): Call =>
  id === "createGroupLiveMigration" || id === "validateGroupLiveMigrations"
    ? { ...sample, body: { ...(sample.body as object), dropEnabled: false } }
    : sample;

const idIn = (body: unknown) => (body as { id?: string } | undefined)?.id ?? "vpce-0123456789abcdef0";

/** Returns the request of the same sample, as old clients name it. */
function inOlder({ older, call, id }: OlderCall, sample: Call): Sending {
  const { params = {}, query } = sample;
  const [method = "", path = ""] = call.split(" ");
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ""));
  const search = query === undefined ? "" : `?${new URLSearchParams(query)}`;
  const headers = { accept: "application/json" };
  const { body } = sample;
  const named = /POST .*interfaceEndpoints/.test(call) && { body: { interfaceEndpointId: idIn(body) } };
  return { ...compose(id, sample), ...named, method, path: `/api/atlas/${older}${filled}${search}`, headers };
}

interface OlderCall {
  /** The version: v1.0 or v1.5. */
  readonly older: string;
  /** Its method and its path below the version. */
  readonly call: string;
  /** The id of the operation that answers. */
  readonly id: OperationId;
}

/** All calls that are translated, with a network of one address in place of others. */
const olderCalls = version1.map(({ method, path, id }): OlderCall => {
  const [, older = "", rest = ""] = /^\/api\/atlas\/(v1\.[05])(.*)$/.exec(path) ?? [];
  return { older, call: `${method} ${rest.replace("{prefixLength}", "32")}`, id: id as OperationId };
});

const isOfIdentity = (id: string) => /^(get|update)FederationSettingIdentityProvider$/.test(id);

test("each operation whose version took the place of an older one is there", () => {
  for (const [older, successor] of Object.entries(successors)) {
    const ids = Object.values<Operation>(operations)
      .filter(({ id, versions }) => successor in versions || (older === "v1.0" && isOfIdentity(id)))
      .map(({ id }) => id);
    const here = olderCalls.filter((each) => each.older === older).map(({ id }) => id);
    deepEqual([...new Set(here)].sort(), ids.sort());
  }
});

test("a call is where version 2 has it, but for older names, networks, and endpoints of AWS alone", () => {
  const isElsewhere = ({ call, id }: OlderCall) => {
    const { method, path } = operations[id];
    return call !== `${method} ${path.slice("/api/atlas/v2".length)}`;
  };
  const ofGroup = "/groups/{groupId}/whitelist";
  const ofKey = "/orgs/{orgId}/apiKeys/{apiUserId}";
  const ofLakes = "/groups/{groupId}/dataLakes";
  const ofAws = "/groups/{groupId}/privateEndpoint";
  const ofInterface = `${ofAws}/{endpointServiceId}/interfaceEndpoints`;
  deepEqual(
    olderCalls
      .filter(isElsewhere)
      .map(({ call, id }) => `${call} ${id}`)
      .sort(),
    [
      `DELETE ${ofGroup}/{entryValue} deleteGroupAccessListEntry`,
      ...["accessList/{ipAddress}/32", "whitelist/{ipAddress}", "whitelist/{ipAddress}/32"].flatMap((end) => [
        `DELETE ${ofKey}/${end} deleteOrgApiKeyAccessListEntry`,
        `GET ${ofKey}/${end} getOrgApiKeyAccessListEntry`,
      ]),
      `GET ${ofGroup} listGroupAccessListEntries`,
      `GET ${ofGroup}/{entryValue} getGroupAccessListEntry`,
      `GET ${ofKey}/whitelist listOrgApiKeyAccessListEntries`,
      `POST ${ofGroup} createGroupAccessListEntry`,
      `POST ${ofKey}/whitelist createOrgApiKeyAccessListEntry`,
      `DELETE ${ofLakes}/{tenantName} deleteGroupDataFederation`,
      `GET ${ofLakes} listGroupDataFederation`,
      `GET ${ofLakes}/{tenantName} getGroupDataFederation`,
      `PATCH ${ofLakes}/{tenantName} updateGroupDataFederation`,
      `POST ${ofLakes} createGroupDataFederation`,
      `DELETE ${ofAws}/{endpointServiceId} deleteGroupPrivateEndpointEndpointService`,
      `DELETE ${ofInterface}/{endpointId} deleteGroupPrivateEndpointEndpointServiceEndpoint`,
      `GET ${ofAws} listGroupPrivateEndpointEndpointService`,
      `GET ${ofAws}/{endpointServiceId} getGroupPrivateEndpointEndpointService`,
      `GET ${ofInterface}/{endpointId} getGroupPrivateEndpointEndpointServiceEndpoint`,
      `POST ${ofAws} createGroupPrivateEndpointEndpointService`,
      `POST ${ofInterface} createGroupPrivateEndpointEndpointServiceEndpoint`,
    ].sort(),
  );
});

test("each call has the door, the locks and the codes of its operation", () => {
  for (const older of version1) {
    const { door, locks, errors, params, securityEvent }: Operation = operations[older.id as OperationId];
    equal(older.door, door, older.version1);
    deepEqual(
      [older.locks, older.errors, older.params, older.securityEvent],
      [locks, errors, params, securityEvent],
    );
  }
});

/** The first call through each kind of door, to which every kind of caller is sent. */
const firstOfDoor = new Set(
  [
    ...grouped(
      olderCalls,
      ({ id }) => `${operations[id].door.kind} ${operations[id].method === "GET"}`,
    ).values(),
  ].map(([first]) => first),
);

test("each call is answered as in version 2", async (t) => {
  const world = await startNestedWorld(t, { newcomers });
  const callers = await gather(world, (name) => asking.includes(name));
  equal(callers.length, asking.length);
  const owners = callers.filter(({ name }) => name === "account ORG_OWNER");
  await world.settle();
  const calls = composeCalls(world.things);
  for (const each of olderCalls) {
    const { older, call, id } = each;
    await t.test(`${older} ${call}`, async () => {
      await world.rewind();
      const isChange = operations[id].method !== "GET";
      for (const [first, prepared] of calls[id].before ?? []) {
        ok((await world.askAs("own", compose(first, prepared))).status < 300);
      }
      await world.snapshot.take("prepared");
      const chosen = firstOfDoor.has(each) ? callers : owners;
      const askAll = async (sending: Sending) => {
        const replies: Record<string, Reply> = {};
        for (const { name, send } of chosen) {
          const reply = await send(sending);
          replies[name] = reply;
          if (isChange && reply.status < 300) await world.snapshot.restore("prepared");
        }
        return replies;
      };
      const sample = asOlder(id, calls[id]);
      const newer = await askAll(inSuccessor(older, id, sample));
      const old = await askAll(inOlder(each, sample));
      for (const { name } of chosen) {
        const [as2, as1] = [newer[name] as Reply, old[name] as Reply];
        const outcome = outcomeOf(as2, isChange);
        const body =
          id === "listOrgInvoicePending" && as2.status < 300 ? outcome.body.results[0] : outcome.body;
        deepEqual(outcomeOf(as1, isChange), { ...outcome, body }, name);
      }
      const { status: given, headers, text } = old["account ORG_OWNER"] as Reply;
      equal(given, isNeverThere(id) ? 404 : operations[id].status, text);
      ok(!text.includes("/api/atlas/v2"), text);
      const { "content-type": type, "ratelimit-limit": limit, deprecation, sunset } = headers;
      const { isBare, versions }: Operation = operations[id];
      const [, kind = "json"] = /\+(\w+)$/.exec(versions[successorOf(older, id)]?.type ?? "") ?? [];
      const expected = `application/${given < 300 ? kind : "json"}`;
      deepEqual(
        [type, limit, deprecation, sunset],
        [isBare ? undefined : expected, undefined, undefined, undefined],
      );
      if (calls[id].before !== undefined) await world.rewind();
    });
  }
});

test("what version 1.0 has of its own", async (t) => {
  const stage = await startStage(t);
  const base = "/api/atlas/v1.0";

  await t.test("404 for an API key that is gone, which Vault waits for; 400 in version 2", async () => {
    const gone = refusal("API_KEY_NOT_FOUND_IN_VERSION_1", [ids.missing]);
    const paths = [`orgs/${ids.org}/apiKeys/${ids.missing}`, `groups/${ids.group}/apiKeys/${ids.missing}`];
    for (const [method, path] of [
      ["GET", paths[0]],
      ["DELETE", paths[0]],
      ["GET", `${paths[0]}/accessList`],
      ["DELETE", paths[1]],
    ]) {
      const reply = await stage.ask("owner", { method: String(method), path: `${base}/${path}` });
      assertRefusal(reply, { ...gone, errorCode: "API_KEY_NOT_FOUND" });
    }
    equal((await stage.ask("owner", { path: `/api/atlas/v2/${paths[0]}` })).status, 400);
  });

  await t.test("links that lead to the path that was asked, /api/public too", async () => {
    for (const at of [base, "/api/public/v1.0"]) {
      const { json } = await stage.ask("owner", { path: `${at}/orgs?itemsPerPage=500` });
      equal(json.links[0].href, `${stage.url}${at}/orgs?pageNum=1&itemsPerPage=500`);
      equal(json.results[0].links[0].href, `${stage.url}${at}/orgs/${ids.org}`);
    }
    equal((await stage.ask("owner", { path: `${base}/` })).json.links[0].href, `${stage.url}${base}`);
    const outside = await stage.ask("owner", { path: `${base}/orgs//` });
    equal(outside.status, 501);
  });

  await t.test("one bucket with version 2, of which it says nothing", async () => {
    const remaining = async (path: string) =>
      Number((await stage.ask("owner", { path })).headers["ratelimit-remaining"]);
    const before = await remaining(`/api/atlas/v2/groups/${ids.group}`);
    equal(await remaining(`${base}/groups/${ids.group}`), Number.NaN);
    equal(await remaining(`/api/atlas/v2/groups/${ids.group}`), before - 2);
  });

  await t.test("no day on which it ends", async () => {
    const path = `/groups/${ids.group}/invites`;
    equal(
      (await stage.send({ method: "PUT", path: "/_anteroom/v1/clock", body: { now: "2027-07-02" } })).status,
      200,
    );
    equal((await stage.ask("owner", { path: `/api/atlas/v2${path}` })).status, 410);
    equal((await stage.ask("owner", { path: `${base}${path}` })).status, 200);
  });

  await t.test("a target in absolute form is answered as one in origin form", async () => {
    const ask = (path: string) => stage.ask("owner", { path });
    for (const path of [
      `${base}/orgs`,
      "/api/public/v1.0/orgs",
      "/api/atlas/v2/orgs",
      `${base}/orgs/${ids.org}/none`,
    ]) {
      const [origin, absolute] = [await ask(path), await ask(`${stage.url}${path}`)];
      deepEqual(
        [absolute.status, absolute.json, absolute.headers["x-content-type-options"]],
        [origin.status, origin.json, origin.headers["x-content-type-options"]],
      );
    }
    const named = stage.url.replace("127.0.0.1", "localhost");
    const [link] = (await ask(`${named}${base}/orgs`)).json.links;
    equal(link.href, `${named}${base}/orgs?pageNum=1&itemsPerPage=100`);
  });

  await t.test("410 for what Atlas ended with its operation of version 2, or before", async () => {
    const at = `${base}/groups/${ids.group}`;
    for (const [method, path, sunset, successor] of [
      ["GET", "serverless/some/backup/snapshots", "2026-01-22", "listGroupFlexClusterBackupSnapshots"],
      ["POST", "serverless", "2026-01-22", "createGroupFlexCluster"],
      ["PATCH", "serverless/some", "2026-01-22", "updateGroupFlexCluster"],
      ["DELETE", "serverless/some", "2026-01-22", "deleteGroupFlexCluster"],
      ["GET", "pipelines/some/runs", "2025-09-30", "createGroupDataFederation"],
    ] as const) {
      const reply = await stage.ask("owner", { method, path: `${at}/${path}` });
      assertRefusal(reply, refusal("VERSION_GONE", ["1.0", sunset, successor]));
    }
  });

  await t.test("501 for a method that it had at a path that is translated", async () => {
    const path = `${base}/users/${ids.missing}`;
    const expected = refusal("OPERATION_OF_VERSION_1", ["PATCH", path]);
    const reply = await stage.ask("owner", { method: "PATCH", path, body: {} });
    assertRefusal(reply, { ...expected, errorCode: "NOT_IMPLEMENTED_BY_ANTEROOM" });
  });

  await t.test("501 after 404 for a project that is not there", async () => {
    const path = `${base}/groups/${ids.missing}/clusters`;
    assertRefusal(await stage.ask("owner", { path }), refusal("GROUP_NOT_FOUND", [ids.missing]));
  });
});
