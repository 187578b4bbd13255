// Tests of requests that tools make outside of Atlas's own API, answer by answer.
import { deepEqual, equal, match } from "node:assert/strict";
import { test } from "node:test";
import { groupSettings } from "../../../test/support/groups.ts";
import { request, startOperations } from "../../../test/support/operations.ts";
import { assertSuccess, now } from "../../../test/support/stage.ts";
import { ids, keys } from "../../../test/support/world.ts";
import { version } from "../../core/contract/release.ts";

test("what tools ask beside Atlas's own API", async (t) => {
  const stage = await startOperations(t);
  const { answers, call, get } = stage;

  await t.test("200 an empty page of streams", () =>
    answers(
      "listGroupStreamWorkspaces",
      {},
      {
        links: [
          {
            href: `${stage.url}${request("listGroupStreamWorkspaces").path}?pageNum=1&itemsPerPage=100`,
            rel: "self",
          },
        ],
        results: [],
        totalCount: 0,
      },
    ),
  );

  await t.test("the version of new clusters as plain text without credentials, as recorded", async () => {
    const { status, text, headers } = await stage.send(request("getDefaultMongoDbMajorVersion"));
    const { "content-type": type, "ratelimit-limit": limit } = headers;
    deepEqual([status, text, type, limit], [200, "8.0", "text/plain;charset=iso-8859-1", undefined]);
  });

  await t.test("the version of the server as plain text and in a header, without credentials", async () => {
    const { status, text, headers } = await stage.send(request("getServiceVersion"));
    const { "content-type": type, "x-mongodb-service-version": header } = headers;
    deepEqual(
      [status, text, type, header],
      [200, version, "text/plain;charset=iso-8859-1", `gitHash=${version}; versionString=${version}`],
    );
  });

  await t.test(
    "200 whether slow operations are managed: true at first, then what was last asked for",
    async () => {
      const body = { isDataExplorerEnabled: false };
      await answers("getGroupManagedSlowMs", {}, true);
      for (const [id, json] of [
        ["disableGroupManagedSlowMs", false],
        ["disableGroupManagedSlowMs", false],
        ["enableGroupManagedSlowMs", true],
        ["enableGroupManagedSlowMs", true],
        ["disableGroupManagedSlowMs", false],
      ] as const) {
        await answers(id);
        await answers("getGroupManagedSlowMs", {}, json);
      }
      // A change of settings does not change the limit, and the other way round.
      await get("updateGroupSettings", { body });
      await answers("getGroupManagedSlowMs", {}, false);
      await answers("enableGroupManagedSlowMs");
      deepEqual(await get("getGroupSettings"), { ...groupSettings, ...body });
      const wrapped = await call("getGroupManagedSlowMs", { query: "envelope=true" });
      equal(wrapped.text, '{"content":true,"status":200}');
    },
  );

  await t.test(
    "200 the address of the caller as plain JSON, whatever is accepted; 401 without credentials",
    async () => {
      for (const accept of ["application/json", "*/*", "application/vnd.atlas.2025-03-12+json"]) {
        await answers("getIpInfo", { headers: { accept } }, { currentIpv4Address: "127.0.0.1" });
      }
      const { status, headers } = await stage.send(request("getIpInfo"));
      equal(status, 401);
      match(headers["www-authenticate"] ?? "", /^Digest /);
    },
  );

  await t.test(
    "204 for whatever is sent as telemetry; 401 without credentials where those are asked for",
    async () => {
      const events = [
        { timestamp: "2026-08-21T00:00:00Z", source: "atlascli", properties: { command: "x" } },
      ];
      const success = { status: 204, limit: null, headers: { "content-type": "application/json" } };
      for (const body of [events, {}]) {
        for (const as of ["member", "account"] as const) await answers("sendTelemetry", { as, body });
        equal((await stage.send(request("sendTelemetry", { body }))).status, 401);
        const json = { "content-type": "application/json" };
        assertSuccess(await stage.send(request("sendUnauthTelemetry", { body, headers: json })), success);
      }
    },
  );

  await t.test("200 the deprecated calls of the organization, those of others not", async () => {
    const asked = { headers: { "user-agent": "curl/8.14.1" } };
    for (const _ of ["twice", "counted"]) await call("listGroupInvites", asked);
    await call("listGroupInvites", { ...asked, as: "stranger", params: { groupId: ids.otherGroup } });
    // Calls are written every five seconds, or when the test controls are read.
    await stage.send({ path: "/_anteroom/v1/deprecations" });
    const { calls } = await get("listDeprecatedCalls");
    const [{ credential, ...rest }] = calls;
    deepEqual([calls.length, credential.name, typeof credential.id], [1, keys.owner.publicKey, "string"]);
    deepEqual(rest, {
      operationId: "listGroupInvites",
      orgId: ids.org,
      userAgent: "curl/8.14.1",
      client: { tool: "curl", version: "8.14.1", resource: "", step: "" },
      count: 2,
      gone: 0,
      firstAt: new Date(now).toISOString(),
      lastAt: new Date(now).toISOString(),
      days: [{ date: "2026-08-10", count: 2, gone: 0 }],
      example: { params: { groupId: ids.group }, query: {}, version: "2023-01-01" },
    });
  });
});
