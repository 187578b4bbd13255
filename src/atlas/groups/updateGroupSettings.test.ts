// PATCH /groups/{groupId}/settings, answer by answer.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { groupPath, groupSettings } from "../../../test/support/groups.ts";
import { assertSuccess, eventBy, startStage } from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";

const path = `${groupPath}/settings`;
const patch = (body: object = { isDataExplorerEnabled: false }) => ({ method: "PATCH", path, body });

test("updateGroupSettings", async (t) => {
  const stage = await startStage(t);
  const headers = { location: `${stage.url}//api/atlas/v1.0` };
  const success = { status: 200, limit: 1200, headers };
  const types = () => stage.events().map(({ type }) => type);

  await t.test("200 changes what is sent and keeps the rest", async () => {
    const all = {
      isAtlasHomePageAiAssistantEnabled: false,
      isClusterAiAssistantEnabled: true,
      isCollectDatabaseSpecificsStatisticsEnabled: false,
      isDataExplorerEnabled: false,
      isDataExplorerGenAIFeaturesEnabled: false,
      isDataExplorerGenAISampleDocumentPassingEnabled: true,
      isDataValidationEnabled: false,
      isExtendedStorageSizesEnabled: true,
      isNativeRerankingEnabled: true,
      isPerformanceAdvisorEnabled: false,
      isRealtimePerformancePanelEnabled: false,
      isSchemaAdvisorEnabled: false,
    };
    assertSuccess(await stage.ask("groupOwner", patch(all)), { ...success, json: all });
    assertSuccess(await stage.ask("groupOwner", patch({})), { ...success, json: all });
    const json = { ...all, isSchemaAdvisorEnabled: true };
    const one = patch({ isSchemaAdvisorEnabled: true });
    assertSuccess(await stage.ask("groupOwner", one), { ...success, json });
    assertSuccess(await stage.ask("groupReader", { path }), { ...success, json });
  });

  await t.test("200 answers the defaults of what was never set", async () => {
    const json = { ...groupSettings, isDataExplorerEnabled: false };
    assertSuccess(await stage.ask("groupOwner", patch()), { ...success, json });
  });

  await t.test("some changes write an event of their own", async () => {
    await stage.ask("groupOwner", patch());
    const about = { orgId: ids.org, groupId: ids.group };
    deepEqual(stage.events(), [eventBy("groupOwner", "DATA_EXPLORER_DISABLED", about)]);
    await stage.ask("groupOwner", patch({ isDataExplorerEnabled: true, isDataValidationEnabled: false }));
    await stage.ask(
      "groupOwner",
      patch({
        isCollectDatabaseSpecificsStatisticsEnabled: false,
        isExtendedStorageSizesEnabled: true,
        isPerformanceAdvisorEnabled: false,
      }),
    );
    deepEqual(types().slice(1), [
      "DATA_EXPLORER_ENABLED",
      "PROJECT_ENABLE_DATA_VALIDATION_UPDATED",
      "PROJECT_COLLECT_DATABASE_STATISTICS_UPDATED",
      "PROJECT_ENABLE_EXTENDED_STORAGE_SIZES_UPDATED",
    ]);
  });

  await t.test("what stays as it was writes none", async () => {
    await stage.ask("groupOwner", patch({ isDataExplorerEnabled: true }));
    deepEqual(stage.events(), []);
  });

  await t.test("400 for what is no setting, or is neither true nor false", async () => {
    for (const [body, code] of [
      [{ isKing: true }, "INVALID_ATTRIBUTE"],
      [{ isDataExplorerEnabled: "yes" }, "INVALID_JSON_ATTRIBUTE"],
    ] as const) {
      const { status, json } = await stage.ask("groupOwner", patch(body));
      deepEqual([status, json.errorCode], [400, code]);
    }
    deepEqual(stage.rows("select * from documents where kind = 'settings'"), []);
  });
});
