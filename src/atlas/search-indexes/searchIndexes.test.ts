// Search indexes of a cluster, answer by answer, by both paths.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { clusterOf, flexOne, free } from "../../../test/support/clusters.ts";
import { startOperations } from "../../../test/support/operations.ts";
import { later } from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";

const ofMovies = { databaseName: "sample_mflix", collectionName: "movies" };
const definition = { mappings: { dynamic: true } };
const body = {
  database: "sample_mflix",
  collectionName: "movies",
  name: "default",
  type: "search",
  definition,
};
const { definition: _, ...names } = body;
const byId = (indexId: string, body?: object) => ({ params: { indexId }, ...(body && { body }) });
const byName = (body?: object) => ({
  params: { ...ofMovies, indexName: "default" },
  ...(body && { body }),
});

test("search indexes of a cluster", async (t) => {
  const stage = await startOperations(t, { as: "groupOwner", params: { clusterName: "data" } });
  const { answers, get, testRefusals } = stage;
  const makeCluster = (cluster: object = clusterOf("data")) => get("createGroupCluster", { body: cluster });
  const make = (more: object = {}) => get("createGroupClusterSearchIndex", { body: { ...body, ...more } });
  const prepare = async () => {
    await makeCluster();
    return byId((await make()).indexID);
  };
  const typesOfEvents = () => stage.events().flatMap(({ type }) => /^FTS_INDEX_(.*)/.exec(type)?.[1] ?? []);

  await t.test("201 PENDING, then READY by the clock, changed and gone, as recorded", async () => {
    await makeCluster();
    const made = await answers(
      "createGroupClusterSearchIndex",
      { body },
      ({ indexID }: { indexID: string }) => ({
        collectionName: "movies",
        database: "sample_mflix",
        indexID,
        latestDefinition: definition,
        latestDefinitionVersion: { version: 0 },
        name: "default",
        queryable: false,
        status: "PENDING",
        type: "search",
      }),
    );
    const one = byId(made.indexID);
    await answers("getGroupClusterSearchIndex", one, made);
    const changed = { analyzer: "lucene.simple", ...definition };
    const pending = {
      ...made,
      latestDefinition: changed,
      latestDefinitionVersion: { createdAt: "2026-08-10T03:04:53Z", version: 1 },
    };
    await answers("updateGroupClusterSearchIndex", byId(made.indexID, { definition: changed }), pending);
    stage.clock.set(later(2));
    const ready = { ...pending, queryable: true, status: "READY" };
    await answers("getGroupClusterSearchIndexByName", byName(), ready);
    await answers("listGroupClusterSearchIndexes", {}, [ready]);
    await answers("listGroupClusterSearchIndex", { params: ofMovies }, [ready]);
    await answers("listGroupClusterSearchIndex", { params: { ...ofMovies, collectionName: "other" } }, []);
    const again = await get("updateGroupClusterSearchIndexByName", byName({ definition }));
    deepEqual([again.queryable, again.status, again.latestDefinitionVersion.version], [true, "PENDING", 2]);
    for (const _ of [1, 2]) await answers("deleteGroupClusterSearchIndex", one);
    equal((await get("getGroupClusterSearchIndex", one)).status, "DELETING");
    stage.clock.set(later(4));
    await stage.refuses("getGroupClusterSearchIndex", one, "RESOURCE_NOT_FOUND", [made.indexID]);
    await get("listGroupEvents");
    deepEqual(typesOfEvents(), ["CREATED", "UPDATED", "BUILD_COMPLETE", "UPDATED", "DELETED"]);
    const query = "clusterNames=data&eventType=FTS_INDEX_CREATED";
    equal((await get("listGroupEvents", { query })).totalCount, 1);
  });

  await t.test("200 by the older path: the same rows, with the definition in them", async () => {
    await makeCluster();
    const mappings = {
      dynamic: false,
      fields: { comments: [{ dynamic: true, type: "document" }, { type: "string" }] },
    };
    const sent = { ...names, analyzer: "lucene.standard", mappings };
    const made = await answers(
      "createGroupClusterFtsIndex",
      { body: sent },
      ({ indexID }: { indexID: string }) => ({
        analyzer: "lucene.standard",
        collectionName: "movies",
        database: "sample_mflix",
        indexID,
        mappings,
        name: "default",
        status: "IN_PROGRESS",
        synonyms: [],
        type: "search",
      }),
    );
    const newer = await get("getGroupClusterSearchIndex", byId(made.indexID));
    deepEqual(newer.latestDefinition, { analyzer: "lucene.standard", mappings });
    const changed = { ...made, analyzer: "lucene.simple" };
    const asked = byId(made.indexID, { ...sent, analyzer: "lucene.simple" });
    await answers("updateGroupClusterFtsIndex", asked, changed);
    stage.clock.set(later(2));
    await answers("listGroupClusterFtsIndex", { params: ofMovies }, [{ ...changed, status: "STEADY" }]);
    await answers("getGroupClusterFtsIndex", byId(made.indexID), { ...changed, status: "STEADY" });
    await answers("deleteGroupClusterFtsIndex", byId(made.indexID));
    equal((await get("getGroupClusterFtsIndex", byId(made.indexID))).status, "IN_PROGRESS");
  });

  await t.test("201 an index without a type: none is answered, and it is one for texts", async () => {
    await makeCluster();
    const { type: _, ...untyped } = body;
    const made = await get("createGroupClusterSearchIndex", { body: untyped });
    const older = await get("getGroupClusterFtsIndex", byId(made.indexID));
    deepEqual(["type" in made, "type" in older, older.synonyms], [false, false, []]);
    await answers("getGroupClusterSearchIndex", byId(made.indexID), made);
  });

  await t.test("201 a vector index, and one with synonyms", async () => {
    await makeCluster();
    const fields = [{ type: "vector", path: "plot", numDimensions: 3, similarity: "cosine" }];
    const vector = await make({ type: "vectorSearch", definition: { fields } });
    deepEqual([vector.type, vector.latestDefinition], ["vectorSearch", { fields }]);
    const older = await get("getGroupClusterFtsIndex", byId(vector.indexID));
    deepEqual([older.fields, "synonyms" in older], [fields, false]);
    const synonyms = [{ analyzer: "lucene.standard", name: "words", source: { collection: "words" } }];
    const { indexID } = await make({ name: "other", definition: { ...definition, synonyms } });
    const stateOfSynonyms = async () =>
      (await get("getGroupClusterSearchIndex", byId(indexID))).synonymMappingStatus;
    equal(await stateOfSynonyms(), "BUILDING");
    stage.clock.set(later(2));
    equal(await stateOfSynonyms(), "READY");
  });

  await t.test("201 the name of one that is being deleted is free again", async () => {
    await prepare();
    await answers("deleteGroupClusterSearchIndexByName", byName());
    const { indexID } = await make();
    equal((await get("getGroupClusterSearchIndexByName", byName())).indexID, indexID);
    equal((await get("listGroupClusterSearchIndexes")).length, 2);
  });

  await t.test("they are gone with their cluster: one of the same name begins without any", async () => {
    const one = await prepare();
    await get("deleteGroupCluster");
    equal((await get("getGroupClusterSearchIndex", one)).status, "DELETING");
    stage.clock.set(later(10));
    await makeCluster();
    await answers("listGroupClusterSearchIndexes", {}, []);
    await get("listGroupEvents");
    deepEqual(typesOfEvents(), ["CREATED", "DELETED"]);
  });

  const there = async () => {
    await prepare();
    return { body };
  };
  const two = ["one", "one"].map((name) => ({ name, tokenizer: { type: "keyword" } }));
  const analyzers = { ...definition, analyzers: two };
  const noIndex = async () => {
    await makeCluster();
    return byId(ids.missing);
  };
  const thereBefore = async () => {
    await prepare();
    return { body: { ...names, ...definition } };
  };
  await testRefusals({ createGroupClusterSearchIndex: there, createGroupClusterFtsIndex: thereBefore }, [
    ["a name that the collection has", {}, "ATLAS_FTS_DUPLICATE_INDEX"],
  ]);
  const renamed = async () => ({ body: { ...(await there()).body, name: "other" } });
  const changing = async () => ({ ...(await prepare()), body: {} });
  const changingNamed = async () => {
    await prepare();
    return byName({});
  };
  const changes = {
    updateGroupClusterSearchIndex: changing,
    updateGroupClusterSearchIndexByName: changingNamed,
  };
  await testRefusals({ createGroupClusterSearchIndex: renamed, ...changes }, [
    [
      "a search index without mappings",
      { body: { definition: {} } },
      "MISSING_ATTRIBUTE",
      ["definition.mappings"],
      "definition.mappings",
      "The value is required.",
    ],
    [
      "mappings that are dynamic in an unknown way",
      { body: { definition: { mappings: { dynamic: 7 } } } },
      "INVALID_ATTRIBUTE",
      ["dynamic"],
      "definition.mappings.dynamic",
      "It must be true, false or an object.",
    ],
    [
      "two analyzers of one name",
      { body: { definition: analyzers } },
      "ATLAS_FTS_ANALYZER_NAME_NOT_UNIQUE",
      ["one"],
    ],
  ]);
  await testRefusals({ createGroupClusterSearchIndex: there }, [
    [
      "a vector index without fields",
      { body: { name: "other", type: "vectorSearch" } },
      "MISSING_ATTRIBUTE",
      ["definition.fields"],
      "definition.fields",
      "The value is required.",
    ],
  ]);
  const changingFts = async () => ({ ...(await prepare()), body: { ...names, ...definition } });
  const renamedFts = async () => ({ body: { ...(await changingFts()).body, name: "other" } });
  await testRefusals({ createGroupClusterFtsIndex: renamedFts, updateGroupClusterFtsIndex: changingFts }, [
    ["two analyzers of one name", { body: analyzers }, "ATLAS_FTS_ANALYZER_NAME_NOT_UNIQUE", ["one"]],
  ]);
  await t.test("404 RESOURCE_NOT_FOUND for a change of one that is being deleted", async () => {
    const { params } = await prepare();
    await answers("deleteGroupClusterSearchIndexByName", byName());
    const asked = { params, body: { definition } };
    await stage.refuses("updateGroupClusterSearchIndex", asked, "RESOURCE_NOT_FOUND", [params.indexId]);
  });
  await testRefusals(
    {
      deleteGroupClusterFtsIndex: noIndex,
      deleteGroupClusterSearchIndex: noIndex,
      getGroupClusterFtsIndex: noIndex,
      getGroupClusterSearchIndex: noIndex,
      updateGroupClusterFtsIndex: async () => ({ ...(await noIndex()), body: names }),
      updateGroupClusterSearchIndex: async () => ({ ...(await noIndex()), body: { definition } }),
    },
    [["no index", {}, "RESOURCE_NOT_FOUND", [ids.missing]]],
  );
  const unnamed = async () => {
    await makeCluster();
    return byName({ definition });
  };
  await testRefusals(
    {
      deleteGroupClusterSearchIndexByName: unnamed,
      getGroupClusterSearchIndexByName: unnamed,
      updateGroupClusterSearchIndexByName: unnamed,
    },
    [["no index", {}, "RESOURCE_NOT_FOUND", ["default"]]],
  );
  await testRefusals(
    {
      createGroupClusterFtsIndex: { body: { ...names, ...definition } },
      createGroupClusterSearchIndex: { body },
      deleteGroupClusterFtsIndex: byId(ids.missing),
      deleteGroupClusterSearchIndex: byId(ids.missing),
      deleteGroupClusterSearchIndexByName: byName(),
      getGroupClusterFtsIndex: byId(ids.missing),
      getGroupClusterSearchIndex: byId(ids.missing),
      getGroupClusterSearchIndexByName: byName(),
      listGroupClusterFtsIndex: { params: ofMovies },
      listGroupClusterSearchIndex: { params: ofMovies },
      listGroupClusterSearchIndexes: {},
      updateGroupClusterFtsIndex: byId(ids.missing, { ...names, ...definition }),
      updateGroupClusterSearchIndex: byId(ids.missing, { definition }),
      updateGroupClusterSearchIndexByName: byName({ definition }),
    },
    [["no cluster", {}, "CLUSTER_NOT_FOUND", ["data", ids.group]]],
  );
  const reason = "This cluster is currently being deleted, cannot update";
  const full = async (
    cluster: object,
    path: "createGroupCluster" | "createGroupFlexCluster",
    most: number,
  ) => {
    await get(path, { body: cluster });
    for (const index of Array(most).keys()) await make({ name: `index-${index}` });
  };
  const both = {
    createGroupClusterSearchIndex: { body },
    createGroupClusterFtsIndex: { body: { ...names, ...definition } },
  };
  await testRefusals(both, [
    [
      "a cluster that is being deleted",
      {
        before: async () => {
          await makeCluster();
          await get("deleteGroupCluster");
        },
      },
      "ATLAS_GENERAL_ERROR",
      [reason],
    ],
    [
      "a fourth one of a free cluster",
      { before: () => full(clusterOf("data", free), "createGroupCluster", 3) },
      "ATLAS_GENERAL_ERROR",
      ["Cluster data has at most 3 search indexes"],
    ],
    [
      "an eleventh one of a flex cluster",
      { before: () => full({ ...flexOne, name: "data" }, "createGroupFlexCluster", 10) },
      "ATLAS_GENERAL_ERROR",
      ["Cluster data has at most 10 search indexes"],
    ],
  ]);
});

test("an index is ready after the answer to its creation where clusters change now", async (t) => {
  const stage = await startOperations(t, {
    as: "groupOwner",
    clusterSpeed: "now",
    params: { clusterName: "data" },
  });
  const { get } = stage;
  await get("createGroupCluster", { body: clusterOf("data") });
  const { indexID, queryable, status } = await get("createGroupClusterSearchIndex", { body });
  deepEqual([queryable, status], [false, "PENDING"]);
  const shown = await get("getGroupClusterSearchIndex", byId(indexID));
  deepEqual([shown.queryable, shown.status], [true, "READY"]);
  await get("deleteGroupClusterSearchIndex", byId(indexID));
  await stage.refuses("getGroupClusterSearchIndex", byId(indexID), "RESOURCE_NOT_FOUND", [indexID]);
});
