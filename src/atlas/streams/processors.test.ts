// Stream processors, answer by answer.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { type Operations, type RefusedCall, startOperations } from "../../../test/support/operations.ts";
import { later } from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";
import { sortMembers } from "../../core/domain/sorted-members.ts";

const making = "createGroupStreamProcessor";
const reading = "getGroupStreamProcessor";
const changing = "updateGroupStreamProcessor";
const starting = "startGroupStreamProcessor";
const startingWith = "startGroupStreamProcessorWith";
const stopping = "stopGroupStreamProcessor";
const deleting = "deleteGroupStreamProcessor";
const none = "STREAM_PROCESSOR_NOT_FOUND_FOR_NAME";
const problem = "STREAM_PROCESSOR_GENERIC_ERROR";

const workspace = {
  name: "data",
  dataProcessRegion: { cloudProvider: "AWS", region: "VIRGINIA_USA" },
  failoverRegions: [{ cloudProvider: "AWS", region: "DUBLIN_IRL" }],
  streamConfig: { tier: "SP10", maxTierSize: "SP30" },
};
const source = { $source: { connectionName: "sample_stream_solar" } };
const pipeline = [source, { $match: { b: 1, a: 2 } }, { $emit: { connectionName: "__testLog" } }];
const options = { dlq: { coll: "failed", connectionName: "hooks", db: "streams" } };
const body = { name: "copy", pipeline };
const params = { tenantName: "data", processorName: "copy" };
const missing = (name: string) =>
  `connection named ${name} does not exist. Check sp.listConnections() for available connections`;

const prepare = async ({ get }: Operations) => {
  await get("withGroupStreamSampleConnections", { body: workspace });
  await get("createGroupStreamConnection", {
    body: { name: "hooks", type: "Https", url: "https://hooks.example.net" },
  });
};

test("stream processors", async (t) => {
  const stage = await startOperations(t, { as: "groupOwner", params });
  const { answers, clock, get, lists, refuses, testRefusals } = stage;
  const make = async (more: object = {}) => {
    await prepare(stage);
    return get(making, { body: { ...body, ...more } });
  };
  const ready = async () => {
    await make();
    clock.set(later(1));
  };
  const state = async () => (await get(reading)).state;

  await t.test("200 one is INIT, CREATED, STARTED and STOPPED by the clock", async () => {
    await prepare(stage);
    const made = await answers(making, { body: { ...body, options } }, ({ _id }: { _id: string }) => ({
      _id,
      name: "copy",
      options,
      pipeline,
      tier: "SP10",
    }));
    const shown = (more: object) => sortMembers({ ...made, ...more });
    await answers(reading, {}, shown({ state: "INIT" }));
    await refuses(starting, {}, problem, [
      "copy",
      "it is INIT, and only one that is CREATED or STOPPED becomes STARTED",
    ]);
    clock.set(later(1));
    await lists("getGroupStreamProcessors", {}, [shown({ state: "CREATED" })]);
    await refuses(stopping, {}, problem, [
      "copy",
      "it is CREATED, and only one that is STARTED becomes STOPPED",
    ]);
    await answers(starting, {});
    const states = [await state()];
    clock.set(later(2));
    const { state: started, stats } = await get(reading);
    states.push(started);
    deepEqual([stats.processorId, stats.status, stats.inputMessageCount], [made._id, "running", 0]);
    await answers(stopping, {});
    states.push(await state());
    clock.set(later(3));
    states.push(await state());
    deepEqual(states, ["CREATED", "STARTED", "STARTED", "STOPPED"]);
    await answers(startingWith, { body: { tier: "SP30", resumeFromCheckpoint: false } });
    clock.set(later(4));
    equal((await get(reading)).tier, "SP30");
    await answers(deleting);
    await refuses(reading, {}, none, ["copy", ids.group, "data"]);
    deepEqual(
      stage.events().flatMap(({ type }) => /^STREAM_PROCESSOR_(.*)/.exec(type)?.[1] ?? []),
      ["CREATED", "STARTED", "STOPPED", "STARTED", "DROPPED"],
    );
    deepEqual(stage.details().at(-1), { instanceName: "data", processorName: "copy" });
  });

  await t.test("200 a stopped one is changed, and renamed", async () => {
    await ready();
    const later = [source, { $emit: { connectionName: "hooks" } }];
    const sent = {
      name: "other",
      options: { dlq: options.dlq, resumeFromCheckpoint: true },
      pipeline: later,
    };
    const { name, state: before, options: kept, pipeline: changed } = await get(changing, { body: sent });
    deepEqual([name, before, kept, changed], ["other", "CREATED", options, later]);
    await refuses(reading, {}, none, ["copy", ids.group, "data"]);
    await get(reading, { params: { ...params, processorName: "other" } });
  });

  await t.test("200 one is scaled between the sizes that are sent, or those of its workspace", async () => {
    const seen = async () => {
      const { tier, effectiveTier, options: kept } = await get(reading);
      return [tier, effectiveTier, kept];
    };
    await make({ options: { autoscaling: { enabled: false, minTier: "SP5" } } });
    deepEqual(await seen(), ["SP10", undefined, undefined]);
    await get(deleting);
    await get(making, { body: { ...body, options: { ...options, autoscaling: { enabled: true } } } });
    const usual = { enabled: true, maxTier: "SP30", minTier: "SP10" };
    deepEqual(await seen(), ["SP10", "SP10", { autoscaling: usual, dlq: options.dlq }]);
    clock.set(later(1));
    const change = (autoscaling: unknown) => get(changing, { body: { options: { autoscaling } } });
    await change({ minTier: "SP2", maxTier: "SP5" });
    const narrow = { enabled: true, maxTier: "SP5", minTier: "SP2" };
    deepEqual(await seen(), ["SP10", "SP5", { autoscaling: narrow, dlq: options.dlq }]);
    await get(changing, { body: { pipeline } });
    await get(startingWith, { body: { autoscaling: { maxTier: null }, tier: "SP2" } });
    const wide = { ...narrow, maxTier: "SP30" };
    deepEqual(await seen(), ["SP2", "SP2", { autoscaling: wide, dlq: options.dlq }]);
    clock.set(later(2));
    await get(stopping);
    clock.set(later(3));
    await change(null);
    deepEqual(await seen(), ["SP2", undefined, options]);
  });

  await t.test("403 what a processor uses is not deleted, nor moved while it is started", async () => {
    await ready();
    const connectionName = "sample_stream_solar";
    const connection = { params: { tenantName: "data", connectionName } };
    const inUse = "STREAM_CONNECTION_HAS_STREAM_PROCESSORS";
    await refuses("deleteGroupStreamConnection", connection, inUse, [connectionName, "data"]);
    const held = "STREAM_TENANT_HAS_STREAM_PROCESSORS";
    await refuses("deleteGroupStreamWorkspace", {}, held, ["data"]);
    await get(starting);
    clock.set(later(2));
    const move = { body: { region: "OHIO_USA" } };
    await refuses("updateGroupStreamWorkspace", move, held, ["data"]);
    await get("updateGroupStreamWorkspace", { body: { processorStatus: { status: "STOPPED" } } });
    clock.set(later(3));
    equal(await state(), "STOPPED");
    await get("updateGroupStreamWorkspace", move);
    await get("updateGroupStreamWorkspace", { body: { processorStatus: { status: "STARTED" } } });
    clock.set(later(4));
    equal(await state(), "STARTED");
    await get(deleting);
    await get("deleteGroupStreamConnection", connection);
    await get("deleteGroupStreamWorkspace");
  });

  await t.test("200 a dry run of a failure starts nothing", async () => {
    await ready();
    await answers(startingWith, { body: { failover: { region: "DUBLIN_IRL", dryRun: true } } });
    clock.set(later(2));
    equal(await state(), "CREATED");
    await get("updateGroupStreamWorkspace", {
      body: { processorStatus: { status: "FAILED_OVER", region: "DUBLIN_IRL" } },
    });
  });

  const wrong: RefusedCall[] = [
    [
      "no source",
      { body: { pipeline: [] } },
      problem,
      ["copy", "the first stage of the pipeline must be $source"],
    ],
    [
      "a connection that is not there",
      { body: { pipeline: [source, { $merge: { into: { connectionName: "gone" } } }] } },
      problem,
      ["copy", missing("gone")],
    ],
    [
      "no connection for failed documents",
      { body: { options: { dlq: { ...options.dlq, connectionName: "gone" } } } },
      problem,
      ["copy", missing("gone")],
    ],
    [
      "a size above the largest",
      { body: { tier: "SP50" } },
      problem,
      ["copy", "the tier SP50 is above the largest, SP30"],
    ],
    [
      "scaling above the largest size",
      { body: { options: { autoscaling: { enabled: true, maxTier: "SP50" } } } },
      problem,
      ["copy", "the tier SP50 is above the largest, SP30"],
    ],
    [
      "a smallest size above the largest",
      { body: { options: { autoscaling: { enabled: true, minTier: "SP30", maxTier: "SP5" } } } },
      problem,
      ["copy", "the tier SP30 is above the largest, SP5"],
    ],
  ];
  const prepared = async () => {
    await prepare(stage);
    return { body };
  };
  const taken = "a stream processor with this name already exists";
  await testRefusals({ [making]: prepared }, [
    ...wrong,
    ["a name that is taken", { before: () => get(making, { body }) }, problem, ["copy", taken]],
  ]);
  const there = async () => {
    await ready();
    return { body: {} };
  };
  await testRefusals({ [changing]: there }, [
    ...wrong,
    [
      "a name that is taken",
      { before: () => get(making, { body: { ...body, name: "other" } }), body: { name: "other" } },
      problem,
      ["other", taken],
    ],
    [
      "one that is started",
      {
        before: async () => {
          await get(starting);
          clock.set(later(2));
        },
      },
      problem,
      ["copy", "it is STARTED, and must be stopped to be changed"],
    ],
  ]);
  const far = ["region", "It is no region for failures of the workspace."] as const;
  await testRefusals({ [startingWith]: there }, [
    [
      "no time",
      { body: { startAtOperationTime: "soon" } },
      "INVALID_ATTRIBUTE",
      ["startAtOperationTime"],
      "startAtOperationTime",
      "The value must be a date and time.",
    ],
    [
      "a size above the largest",
      { body: { tier: "SP50" } },
      problem,
      ["copy", "the tier SP50 is above the largest, SP30"],
    ],
    [
      "another region",
      { body: { failover: { region: "OHIO_USA" } } },
      "INVALID_ATTRIBUTE",
      ["failover.region"],
      "failover.region",
      far[1],
    ],
  ]);
  await testRefusals({ updateGroupStreamWorkspace: there }, [
    [
      "another region",
      { body: { processorStatus: { status: "FAILED_OVER", region: "OHIO_USA" } } },
      "INVALID_ATTRIBUTE",
      ["processorStatus.region"],
      "processorStatus.region",
      far[1],
    ],
  ]);
  const ofNone = { [reading]: {}, [changing]: { body: {} }, [deleting]: {}, [starting]: {}, [stopping]: {} };
  await testRefusals({ ...ofNone, [startingWith]: { body: {} } }, [
    ["no processor", { before: () => prepare(stage) }, none, ["copy", ids.group, "data"]],
  ]);
  await testRefusals(
    { ...ofNone, [startingWith]: { body: {} }, [making]: { body }, getGroupStreamProcessors: {} },
    [["no workspace", {}, "STREAM_TENANT_NOT_FOUND_FOR_NAME", [ids.group, "data"]]],
  );
});
