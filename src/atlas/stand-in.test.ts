// Tests requests for missing operations: credentials and scope are checked before the refusal; and the list of missing operations.
import { deepEqual, equal, match } from "node:assert/strict";
import { test } from "node:test";
import { clusterOf } from "../../test/support/clusters.ts";
import { absent, askFor, lacking } from "../../test/support/gaps.ts";
import { invitesPath, notOffered } from "../../test/support/invites.ts";
import { noJuly } from "../../test/support/rooms.ts";
import { assertRefusal, refusal, startStage } from "../../test/support/stage.ts";
import { ids } from "../../test/support/world.ts";
import { catalogue } from "../core/contract/errors.ts";
import { readSpec } from "../core/spec/files.ts";

const atlas = readSpec("atlas");
const path = `/api/atlas/v2/groups/${ids.group}/backup/exportBuckets`;
const headers = { accept: "application/vnd.atlas.2024-11-13+json" };

test("the refusal names the month of the document that is read", () => {
  match(catalogue.OPERATION_NOT_FOUND.detail, new RegExp(`API as published in ${atlas.month} nor`));
});

test("an operation that is not there", async (t) => {
  const stage = await startStage(t);
  const control = async (name: string) => (await stage.send({ path: `/_anteroom/v1/${name}` })).json;

  await t.test("400 for reads of flex backups of a dedicated cluster, and 501 of a flex one", async () => {
    const at = (name: string) => `/api/atlas/v2/groups/${ids.group}/flexClusters/${name}/backup/snapshots`;
    const make = (to: string, body: object) =>
      stage.ask("owner", { method: "POST", path: `/api/atlas/v2/groups/${ids.group}/${to}`, body, headers });
    await make("clusters", clusterOf("wide"));
    const providerSettings = { backingProviderName: "AWS", regionName: "US_EAST_1" };
    await make("flexClusters", { name: "flex", providerSettings });
    for (const end of ["", `/${ids.missing}`]) {
      const refused = refusal("CANNOT_USE_NON_FLEX_CLUSTER_IN_FLEX_API", ["wide"]);
      assertRefusal(await stage.ask("owner", { path: at("wide") + end, headers }), refused);
    }
    const flex = lacking("listGroupFlexClusterBackupSnapshots", "GET", at("flex"));
    assertRefusal(await stage.ask("owner", { path: at("flex"), headers }), flex);
    assertRefusal(
      await stage.ask("stranger", { path: at("wide"), headers }),
      refusal("USER_CANNOT_ACCESS_GROUP"),
    );
  });

  await t.test(
    "404 and 401 as Atlas has them, where the project or organization is not the caller's",
    async () => {
      const at = (id: string) => ({ path: path.replace(ids.group, id) });
      assertRefusal(await stage.ask("owner", at(ids.missing)), refusal("GROUP_NOT_FOUND", [ids.missing]));
      assertRefusal(await stage.ask("owner", at("x")), refusal("INVALID_GROUP_ID", ["x"]));
      assertRefusal(await stage.ask("stranger", { path }), refusal("USER_CANNOT_ACCESS_GROUP"));
      const alerts = `/api/atlas/v2/orgs/${ids.missing}/invoices`;
      assertRefusal(await stage.ask("owner", { path: alerts }), refusal("ORG_NOT_FOUND", [ids.missing]));
    },
  );

  await t.test(
    "410 in a version that has ended, with the successor; calls count before and after",
    async () => {
      const at = `${path}/${ids.missing}`;
      const ask = (date: string) =>
        stage.ask("owner", { path: at, headers: { accept: `application/vnd.atlas.${date}+json` } });
      const getBucket = lacking("getGroupBackupExportBucket", "GET", at);
      assertRefusal(await ask("2023-01-01"), getBucket);
      stage.clock.set({ now: "2027-07-02" });
      const instead = "getGroupBackupExportBucket in version 2024-05-30";
      // Any date before the next version selects this one.
      for (const date of ["2023-01-01", "2024-05-29"]) {
        assertRefusal(await ask(date), refusal("VERSION_GONE", ["2023-01-01", "2027-07-01", instead]));
      }
      for (const date of ["2024-05-30", "2025-03-12"]) {
        assertRefusal(await ask(date), getBucket);
      }
      if (noJuly) return;
      const counted = (await stage.deprecations.list()).find(({ request }) => request === `GET ${at}`);
      deepEqual([counted?.count, counted?.gone, counted?.sunset], [3, 2, "2027-07-01"]);
      equal(counted?.successor, instead);
      deepEqual(counted?.example, {
        params: { groupId: ids.group, exportBucketId: ids.missing },
        query: {},
        version: "2023-01-01",
      });
      equal(counted?.instead.curl, `# Call ${instead}. Anteroom does not have it.`);
    },
  );

  await t.test("410 for what was removed altogether", async () => {
    const at = `/api/atlas/v2/groups/${ids.group}/serverless/some/backup/snapshots`;
    const reply = await stage.ask("owner", { path: at });
    const instead = "listGroupFlexClusterBackupSnapshots";
    assertRefusal(reply, refusal("VERSION_GONE", ["2023-01-01", "2026-01-22", instead]));
  });

  await t.test("405 for a method that Atlas has not there either", async () => {
    const { status, headers } = await stage.ask("owner", { method: "PUT", path });
    deepEqual([status, headers.allow], [405, "POST,GET,OPTIONS"]);
  });

  await t.test("404 for what no Atlas has", async () => {
    const at = `/api/atlas/v2/groups/${ids.group}/nonsense`;
    for (const method of ["GET", "POST", "PATCH", "PUT", "DELETE"]) {
      const reply = await stage.ask("stranger", { method, path: at, headers: { accept: "*/*" } });
      assertRefusal(reply, notOffered(method, at));
    }
  });

  await t.test("501 that names the newer path, for what is of version 1.0", async () => {
    for (const at of [`/api/atlas/v1.0/groups/${ids.group}/dataLakes`, "/api/public/v1.0/clusters"]) {
      const expected = refusal("OPERATION_OF_VERSION_1", ["POST", at]);
      const reply = await stage.ask("owner", { method: "POST", path: at, body: {} });
      assertRefusal(reply, { ...expected, errorCode: "NOT_IMPLEMENTED_BY_ANTEROOM" });
    }
    const at = "/api/atlas/v1.00/groups";
    assertRefusal(await stage.ask("owner", { path: at }), notOffered("GET", at));
  });

  await t.test("404 without credentials where the path says that it needs none", async () => {
    const at = "/api/private/unauth/account/reset";
    assertRefusal(await stage.send({ method: "POST", path: at, body: {} }), notOffered("POST", at));
  });

  await t.test("listed among the requests, and counted by client without ids", async () => {
    await stage.send({ method: "POST", path: "/_anteroom/v1/reset" });
    await stage.rewind();
    const headers = { "user-agent": "tool/1" };
    await stage.ask("owner", { path, headers });
    await stage.ask("owner", { path: path.replace(ids.group, ids.missing), headers });
    await stage.ask("reader", { path, headers });
    await stage.ask("owner", { path: "/api/atlas/v2/nonsense", headers });
    const { good } = askFor("createGroupBackupExportBucket");
    await stage.ask("owner", { ...good, headers: { ...good.headers, ...headers } });
    await stage.ask("owner", { path: `/api/atlas/v2/groups/${ids.group}`, headers });
    const missing = await control("missing");
    const listed = { path: "/api/atlas/v2/groups/{id}/backup/exportBuckets", userAgent: "tool/1" };
    deepEqual(
      missing.map(({ lastAt, ...rest }: { lastAt: string }) => rest),
      [
        { method: "GET", ...listed, operationId: "listGroupBackupExportBuckets", count: 2 },
        { method: "GET", path: "/api/atlas/v2/nonsense", operationId: null, userAgent: "tool/1", count: 1 },
        { method: "POST", ...listed, operationId: "createGroupBackupExportBucket", count: 1 },
      ],
    );
    const [known, unknown] = (await control("requests")).filter(
      (each: { status: number }) => each.status !== 401,
    );
    deepEqual([known.operationId, known.status], ["getGroup", 200]);
    const { at: _, ...seen } = unknown;
    deepEqual(seen, {
      operationId: "createGroupBackupExportBucket",
      method: "POST",
      path,
      status: 501,
      userAgent: "tool/1",
      who: "orgowner",
    });
    equal((await stage.send({ method: "POST", path: "/_anteroom/v1/reset" })).status, 204);
    deepEqual(await control("missing"), []);
  });

  await t.test("404 that names the path, where it ends in nothing at all", async () => {
    for (const at of [`${invitesPath}//`, `${invitesPath}///`, "/api/atlas/v2/groups//"]) {
      assertRefusal(await stage.ask("owner", { path: `${at}?itemsPerPage=1` }), notOffered("GET", at));
      equal((await stage.send({ path: at })).status, 401);
    }
  });

  await t.test("501 for a change of what can be read", async () => {
    const each = askFor("createGroupStreamWorkspace");
    assertRefusal(await stage.ask("owner", each.good), absent(each));
    const { headers } = await stage.send({ method: "OPTIONS", path: each.good.path });
    equal(headers.allow, "GET,OPTIONS");
  });
});
