// GET /eventTypes, answer by answer.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { assertSuccess, startStage } from "../../../test/support/stage.ts";
import { eventTypes } from "../../core/domain/event.ts";

const path = "/api/atlas/v2/eventTypes";

test("listEventTypes", async (t) => {
  const stage = await startStage(t);

  await t.test("200 answers page by page", async () => {
    const reply = await stage.ask("member", { path: `${path}?itemsPerPage=1` });
    const link = (rel: string, query: string) => ({ href: `${stage.url}${path}?${query}`, rel });
    assertSuccess(reply, {
      status: 200,
      limit: 1200,
      json: {
        links: [link("self", "pageNum=1&itemsPerPage=1"), link("next", "itemsPerPage=1&pageNum=2")],
        results: [
          {
            alertable: false,
            description: "Alert acknowledged audit",
            eventType: "ALERT_ACKNOWLEDGED_AUDIT",
          },
        ],
        totalCount: eventTypes.length,
      },
    });
  });

  await t.test("200 answers every type, in alphabetical order", async () => {
    const { results } = (await stage.ask("member", { path: `${path}?itemsPerPage=500` })).json;
    const names = results.map(({ eventType }: { eventType: string }) => eventType);
    deepEqual(names, [...eventTypes].sort());
    const alertable = results.filter((each: { alertable: boolean }) => each.alertable);
    deepEqual(
      alertable.map(({ eventType }: { eventType: string }) => eventType),
      [
        "CLUSTER_TAGS_MODIFIED",
        "CPS_DATA_PROTECTION_DISABLED",
        "CPS_DATA_PROTECTION_ENABLE_REQUESTED",
        "CPS_DATA_PROTECTION_UPDATE_REQUESTED",
        "GROUP_TAGS_MODIFIED",
        "JOINED_GROUP",
        "NETWORK_PERMISSION_ENTRY_ADDED",
        "NETWORK_PERMISSION_ENTRY_REMOVED",
        "NETWORK_PERMISSION_ENTRY_UPDATED",
        "REMOVED_FROM_GROUP",
        "TAGS_MODIFIED",
        "USER_ROLES_CHANGED_AUDIT",
      ],
    );
  });
});
