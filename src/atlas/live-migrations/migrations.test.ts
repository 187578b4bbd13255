// Live migrations and their checks, answer by answer.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { clusterOf, freeOne } from "../../../test/support/clusters.ts";
import { startOperations } from "../../../test/support/operations.ts";
import { later } from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";

const create = "createGroupLiveMigration";
const validate = "validateGroupLiveMigrations";

test("live migrations", async (t) => {
  const stage = await startOperations(t);
  const { answers, clock, get, refuses, testRefusals } = stage;
  const body = {
    destination: { clusterName: "data", groupId: ids.group, hostnameSchemaType: "PUBLIC" },
    migrationHosts: ["migration.example.net"],
    source: { clusterName: "source", groupId: ids.missing, managedAuthentication: true, ssl: true },
  };
  /** Links the organization, makes the target, and returns the good call. */
  const good = async () => {
    await get("createOrgLiveMigrationLinkToken", { body: {} });
    await get("createGroupCluster", { body: clusterOf("data") });
    return { body };
  };
  const migrate = async () => {
    const { _id } = await get(create, await good());
    return { params: { liveMigrationId: _id } };
  };
  const imports = async () => {
    const { results } = await get("listGroupEvents");
    const types = (results as { eventTypeName: string }[])
      .map(({ eventTypeName }) => eventTypeName)
      .reverse();
    return types.filter((type) => type.startsWith("CLUSTER_IMPORT_"));
  };
  const stateOf = async (ofIt: object) => {
    const { lagTimeSeconds, readyForCutover, status } = await get("getGroupLiveMigration", ofIt);
    return [status, readyForCutover, lagTimeSeconds];
  };

  await t.test("no project to migrate", () => answers("listOrgLiveMigrationAvailableProjects", {}, []));

  await t.test("NEW, WORKING, ready for the cutover, and COMPLETE after it", async () => {
    const { _id } = await answers(create, await good(), (json: { _id: string }) => ({
      _id: json._id,
      lagTimeSeconds: null,
      migrationHosts: ["migration.example.net"],
      readyForCutover: false,
      status: "NEW",
    }));
    const ofIt = { params: { liveMigrationId: _id } };
    const seen = [];
    for (const seconds of [1, 2]) {
      clock.set(later(seconds));
      seen.push(await stateOf(ofIt));
    }
    await answers("cutoverGroupLiveMigration", ofIt);
    for (const seconds of [2, 3]) {
      clock.set(later(seconds));
      seen.push(await stateOf(ofIt));
    }
    deepEqual(seen, [
      ["WORKING", false, null],
      ["WORKING", true, 0],
      ["WORKING", false, null],
      ["COMPLETE", false, null],
    ]);
    deepEqual(await imports(), [
      "CLUSTER_IMPORT_STARTED",
      "CLUSTER_IMPORT_CUTOVER",
      "CLUSTER_IMPORT_COMPLETED",
    ]);
  });

  await t.test("EXPIRED after 120 hours without a cutover, and gone after thirty days", async () => {
    const ofIt = await migrate();
    const [liveMigrationId] = Object.values(ofIt.params);
    await clock.advance("PT120H");
    deepEqual(await stateOf(ofIt), ["EXPIRED", false, null]);
    deepEqual(await imports(), ["CLUSTER_IMPORT_STARTED", "CLUSTER_IMPORT_EXPIRED"]);
    const unready = "LIVE_MIGRATION_NOT_READY";
    await refuses("cutoverGroupLiveMigration", ofIt, unready, [liveMigrationId, "EXPIRED"]);
    await clock.advance("P26D");
    await refuses("getGroupLiveMigration", ofIt, "RESOURCE_NOT_FOUND", [liveMigrationId]);
  });

  await t.test("FAILED once its target is deleted, unless it is complete", async () => {
    const ofIt = await migrate();
    clock.set(later(2));
    await get("cutoverGroupLiveMigration", ofIt);
    clock.set(later(3));
    const { _id } = await get(create, { body });
    await get("deleteGroupCluster", { params: { clusterName: "data" } });
    deepEqual(await stateOf(ofIt), ["COMPLETE", false, null]);
    const failed = { params: { liveMigrationId: _id } };
    deepEqual(await stateOf(failed), ["FAILED", false, null]);
    await clock.advance("PT121H");
    deepEqual(await stateOf(failed), ["FAILED", false, null]);
    deepEqual((await imports()).slice(3), ["CLUSTER_IMPORT_STARTED", "CLUSTER_IMPORT_FAILED"]);
  });

  await t.test("a password of the source is not stored, and the CLI's empty members are taken", async () => {
    const { body } = await good();
    const password = "a-secret-of-the-source";
    const source = {
      ...body.source,
      caCertificatePath: "",
      managedAuthentication: false,
      password,
      username: "root",
    };
    const sent = { body: { ...body, destination: { ...body.destination, hostnameSchemaType: "" }, source } };
    for (const id of [validate, create] as const) {
      equal(JSON.stringify(await get(id, sent)).includes(password), false);
    }
    equal(JSON.stringify(stage.rows("select * from documents")).includes(password), false);
  });

  await t.test("a check is PENDING, then SUCCESS", async () => {
    const made = await answers(validate, await good(), (json: { _id: string }) => ({
      _id: json._id,
      errorMessage: null,
      groupId: ids.group,
      sourceGroupId: ids.missing,
      status: "PENDING",
    }));
    clock.set(later(1));
    const ofIt = { params: { validationId: made._id } };
    await answers("getGroupLiveMigrationValidateStatus", ofIt, { ...made, status: "SUCCESS" });
  });

  const { destination } = body;
  const [inGroup, named] = ["destination.groupId", "destination.clusterName"];
  const changed = (more: object) => ({ body: { destination: { ...destination, ...more } } });
  await testRefusals({ [create]: good, [validate]: good }, [
    ["no such target", changed({ clusterName: "gone" }), "CLUSTER_NOT_FOUND", ["gone", ids.group]],
    [
      "another project",
      changed({ groupId: ids.otherGroup }),
      "INVALID_ATTRIBUTE",
      [inGroup],
      inGroup,
      "The value must be the project in the path.",
    ],
    [
      "a target on shared machines",
      { ...changed({ clusterName: "free" }), before: () => get("createGroupCluster", { body: freeOne }) },
      "INVALID_ATTRIBUTE",
      [named],
      named,
      "The cluster has no machines of its own.",
    ],
  ]);
  await t.test("404 without a link token", async () => {
    await get("createGroupCluster", { body: clusterOf("data") });
    for (const id of [create, validate] as const) {
      const { status, json } = await stage.call(id, { body });
      deepEqual([status, json.errorCode], [404, "UNEXPECTED_ERROR"]);
    }
  });

  await t.test("400 for a second migration into a cluster, until the first has ended", async () => {
    const ofIt = await migrate();
    const refused = () => refuses(create, { body }, "LIVE_MIGRATION_UNDER_WAY", ["data"]);
    await refused();
    await get(validate, { body });
    clock.set(later(2));
    await get("cutoverGroupLiveMigration", ofIt);
    await refused();
    clock.set(later(3));
    await get(create, { body });
    await clock.advance("PT120H");
    await get(create, { body });
  });

  await t.test("400 for a cutover before it is ready", async () => {
    const ofIt = await migrate();
    const [liveMigrationId] = Object.values(ofIt.params);
    await refuses("cutoverGroupLiveMigration", ofIt, "LIVE_MIGRATION_NOT_READY", [liveMigrationId, "NEW"]);
  });
  const missing = { params: { liveMigrationId: ids.missing } };
  await testRefusals(
    {
      getGroupLiveMigration: missing,
      cutoverGroupLiveMigration: missing,
      getGroupLiveMigrationValidateStatus: { params: { validationId: ids.missing } },
    },
    [["none there", {}, "RESOURCE_NOT_FOUND", [ids.missing]]],
  );
});
