// Stream workspaces of a project and their logs, answer by answer.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { gunzipSync } from "node:zlib";
import { type RefusedCall, startOperations } from "../../../test/support/operations.ts";
import { ids } from "../../../test/support/world.ts";
import { emptyLog } from "../../core/domain/empty-log.ts";

const dataProcessRegion = { cloudProvider: "AWS", region: "VIRGINIA_USA" };
const dublin = { cloudProvider: "AWS", region: "DUBLIN_IRL" };
const body = { name: "data", dataProcessRegion };
const params = { tenantName: "data" };
const shownOf = ({ _id }: { _id: string }) => ({
  _id,
  dataProcessRegion,
  failoverRegions: [],
  groupId: ids.group,
  hostnames: [`atlas-stream-${_id}-${_id.slice(-6)}.virginia-usa.a.query.no-deployment.invalid`],
  name: "data",
  streamConfig: { tier: "SP30" },
});
const making = "createGroupStreamWorkspace";
const reading = "getGroupStreamWorkspace";
const changing = "updateGroupStreamWorkspace";
const deleting = "deleteGroupStreamWorkspace";
const none = "STREAM_TENANT_NOT_FOUND_FOR_NAME";

test("stream workspaces", async (t) => {
  const stage = await startOperations(t, { as: "groupOwner", params });
  const { answers, call, get, lists, refuses, testRefusals, told } = stage;
  const make = (more: object = {}) => get(making, { body: { ...body, ...more } });
  const change = (sent: object) => ({ body: sent });

  await t.test("200 one that is made is found, listed, changed and deleted", async () => {
    const made = await answers(making, { body }, shownOf);
    await answers(reading, {}, made);
    await lists("listGroupStreamWorkspaces", {}, [made]);
    const changed = { ...made, streamConfig: { maxTierSize: "SP50", tier: "SP10" } };
    await answers(changing, change({ streamConfig: { tier: "SP10", maxTierSize: "SP50" } }), changed);
    await answers(changing, change({ ...dataProcessRegion }), changed);
    await answers(deleting, {}, {});
    await refuses(reading, {}, none, [ids.group, "data"]);
    await lists("listGroupStreamWorkspaces", {}, []);
    deepEqual(told(), [
      ["STREAM_TENANT_CREATED", "group"],
      ["STREAM_TENANT_UPDATED", "group"],
      ["STREAM_TENANT_UPDATED", "group"],
      ["STREAM_TENANT_DELETED", "group"],
    ]);
    deepEqual(stage.details().at(-1), { instanceName: "data" });
  });

  await t.test("200 with sample connections, which are shown where they are asked for", async () => {
    const made = await answers("withGroupStreamSampleConnections", { body }, shownOf);
    const { results: connections } = await get("listGroupStreamConnections");
    const [{ id }] = connections;
    deepEqual(connections, [
      { id, name: "sample_stream_solar", region: "VIRGINIA_USA", state: "READY", type: "Sample" },
    ]);
    const { _id, ...shown } = made;
    await answers(reading, { query: "includeConnections=true" }, { _id, connections, ...shown });
    await answers(reading, {}, made);
    await get(deleting);
    await make({ sampleConnections: { solar: true } });
    equal((await get("listGroupStreamConnections")).totalCount, 1);
    await get(deleting);
    await make();
    equal((await get("listGroupStreamConnections")).totalCount, 0);
  });

  await t.test("200 regions for failures, which are set once", async () => {
    await make({ dataProcessRegion: { cloudProvider: "GCP", region: "EUROPE_WEST1" } });
    const { failoverRegions } = await get(changing, change({ failoverRegions: [dublin] }));
    deepEqual(failoverRegions, [dublin]);
    const wrong = "failoverRegions";
    const again = change({ failoverRegions: [{ cloudProvider: "AZURE", region: "westeurope" }] });
    await refuses(changing, again, "INVALID_ATTRIBUTE", [wrong], wrong, "They are set already.");
    equal((await get(changing, change({ ...dataProcessRegion }))).dataProcessRegion.region, "VIRGINIA_USA");
  });

  await t.test("200 the logs have no lines, and files named by the period", async () => {
    const tenantName = 'a "log"\nñ';
    await make({ name: tenantName });
    const read = async (
      id: "downloadGroupStreamAuditLogs" | "downloadGroupStreamOperationalLogs",
      query: string,
    ) => {
      const { headers, text } = await call(id, {
        params: { tenantName },
        query,
      });
      deepEqual([headers["content-length"], text], ["23", emptyLog.toString()]);
      return headers["content-disposition"];
    };
    equal(gunzipSync(emptyLog).length, 0);
    const name = 'attachment; filename="a%20%22log%22%0A%C3%B1';
    const day = "2026-07-31T01:00:00Z_2026-08-01T01:00:00Z";
    const end = "endDate=1785546000";
    equal(await read("downloadGroupStreamAuditLogs", end), `${name}_${day}_audit.log.gz"`);
    equal(await read("downloadGroupStreamOperationalLogs", end), `${name}_${day}_operational.log.gz"`);
    const hour = "2026-08-01T00:00:00Z_2026-08-01T01:00:00Z";
    equal(
      await read("downloadGroupStreamAuditLogs", `startDate=1785542400&${end}`),
      `${name}_${hour}_audit.log.gz"`,
    );
  });

  await t.test("409 a project with one cannot be deleted", async () => {
    await make();
    await refuses("deleteGroup", { as: "owner" }, "CANNOT_CLOSE_GROUP_ACTIVE_STREAMS_RESOURCE");
  });

  const wrongIn = (field: string, why: string) => ["INVALID_ATTRIBUTE", [field], field, why] as const;
  const large = { tier: "SP50", maxTierSize: "SP10" };
  const shared: RefusedCall[] = [
    [
      "the region itself for failures",
      { body: { failoverRegions: [dataProcessRegion] } },
      ...wrongIn("failoverRegions", "The region of the workspace cannot be one of them."),
    ],
    [
      "a region for failures of another provider",
      { body: { failoverRegions: [{ cloudProvider: "GCP", region: "eastus" }] } },
      ...wrongIn("failoverRegions.0.region", "'eastus' is no region of GCP."),
    ],
    [
      "a size above the largest",
      { body: { streamConfig: large } },
      ...wrongIn("streamConfig.tier", "It is larger than SP10."),
    ],
  ];
  await testRefusals({ [making]: { body }, withGroupStreamSampleConnections: { body } }, [
    [
      "a region of another provider",
      { body: { dataProcessRegion: { cloudProvider: "AZURE", region: "VIRGINIA_USA" } } },
      ...wrongIn("dataProcessRegion.region", "'VIRGINIA_USA' is no region of AZURE."),
    ],
    ["a name that is taken", { before: () => make() }, "STREAM_TENANT_NAME_ALREADY_EXISTS", ["data"]],
    ...shared,
  ]);
  const there = async () => {
    await make();
    return { body: {} };
  };
  await testRefusals({ [changing]: there }, [
    [
      "a region of another provider",
      { body: { region: "eastus" } },
      ...wrongIn("region", "'eastus' is no region of AWS."),
    ],
    [
      "regions for failures together with another region",
      { body: { region: "OHIO_USA", failoverRegions: [dublin] } },
      ...wrongIn("failoverRegions", "They cannot be changed together with the region."),
    ],
    ...shared,
  ]);
  await testRefusals(
    {
      [reading]: {},
      [changing]: { body: {} },
      [deleting]: {},
      listGroupStreamConnections: {},
      downloadGroupStreamAuditLogs: {},
      downloadGroupStreamOperationalLogs: {},
      createGroupStreamConnection: { body: { name: "solar", type: "Sample" } },
      getGroupStreamConnection: { params: { connectionName: "solar" } },
      updateGroupStreamConnection: { params: { connectionName: "solar" }, body: {} },
      deleteGroupStreamConnection: { params: { connectionName: "solar" } },
    },
    [["no workspace", {}, none, [ids.group, "data"]]],
  );
});
