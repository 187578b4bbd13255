// Feeds of events, answer by answer.
import { deepEqual, equal, match } from "node:assert/strict";
import { test } from "node:test";
import { browse } from "../../../test/support/console.ts";
import { causeEvents, dayLater, shownAssignment, shownRenaming } from "../../../test/support/events.ts";
import { type RefusedCall, startOperations } from "../../../test/support/operations.ts";
import { noConsole } from "../../../test/support/rooms.ts";
import { now } from "../../../test/support/stage.ts";
import { account, ids } from "../../../test/support/world.ts";
import { eventTypes } from "../../core/domain/event.ts";

const noDate = (...names: string[]) =>
  names.map(
    (name): RefusedCall => [
      `a ${name} that is no date`,
      { query: `${name}=yesterday` },
      "INVALID_DATE_FORMAT",
      ["yesterday", name],
    ],
  );

test("feeds of events", async (t) => {
  const stage = await startOperations(t);
  const { answers, get, lists, testRefusals, url } = stage;
  const types = async (id: "listOrgEvents" | "listGroupEvents", query: string) =>
    (await get(id, { query })).results.map((event: { eventTypeName: string }) => event.eventTypeName);
  const both = ["TEAM_ADDED_TO_GROUP", "TEAM_NAME_CHANGED"];
  const [added, renamed] = [both.slice(0, 1), both.slice(1)];

  await t.test(
    "200 the events of the organization, newest first, of the project its own, and each alone",
    async () => {
      await causeEvents(stage);
      const [assignment, renaming] = [shownAssignment(stage), shownRenaming(stage)];
      await lists("listOrgEvents", {}, [assignment, renaming]);
      await lists("listGroupEvents", {}, [assignment]);
      await answers("getOrgEvent", { params: { eventId: renaming.id } }, renaming);
      await answers("getGroupEvent", { params: { eventId: assignment.id } }, assignment);
      for (const eventId of [ids.missing, renaming.id]) {
        await stage.refuses("getGroupEvent", { params: { eventId } }, "EVENT_NOT_FOUND", [
          eventId,
          ids.group,
        ]);
      }
      await stage.refuses("getOrgEvent", { params: { eventId: ids.missing } }, "ORG_EVENT_NOT_FOUND", [
        ids.missing,
        ids.org,
      ]);
    },
  );

  await t.test("200 answers it as a log would have it, too, when that is wanted", async () => {
    await causeEvents(stage);
    const { id } = shownRenaming(stage);
    const query = "includeRaw=true";
    deepEqual((await get("getOrgEvent", { params: { eventId: id }, query })).raw, {
      _t: "TEAM_NAME_CHANGED",
      cre: now,
      description: "Team name changed",
      id,
      orgId: ids.org,
      severity: "INFO",
    });
    const ofGroup = { params: { eventId: shownAssignment(stage).id }, query };
    equal((await get("getGroupEvent", ofGroup)).raw.description, "Team added to group");
  });

  await t.test("200 filters by type, by date, both ends included, and by cluster, page by page", async () => {
    await causeEvents(stage);
    for (const [query, expected] of Object.entries({
      "eventType=TEAM_NAME_CHANGED": renamed,
      "eventType=TEAM_NAME_CHANGED&eventType=TEAM_ADDED_TO_GROUP": both,
      "eventType=ALERT_ACKNOWLEDGED_AUDIT": [],
      [`minDate=${now}&maxDate=${dayLater}`]: both,
      [`minDate=${dayLater}`]: added,
      [`maxDate=${now}`]: renamed,
      "minDate=2026-08-12": [],
      "maxDate=2026-08-10T05:04:53%2B02:00": renamed,
      "itemsPerPage=1&pageNum=2": renamed,
    })) {
      deepEqual(await types("listOrgEvents", query), expected, query);
    }
    for (const [query, expected] of Object.entries({
      "excludedEventType=TEAM_ADDED_TO_GROUP": [],
      "excludedEventType=TEAM_ROLES_MODIFIED": added,
      "clusterNames=Cluster0": [],
      [`maxDate=${now}`]: [],
    })) {
      deepEqual(await types("listGroupEvents", query), expected, query);
      equal((await get("listGroupEvents", { query })).totalCount, expected.length);
    }
    const { links, totalCount } = await get("listOrgEvents", { query: "includeCount=false&itemsPerPage=1" });
    deepEqual([links.length, totalCount], [1, 0]);
  });

  await t.test("200 names a service account by its ids", async () => {
    await get("renameOrgTeam", { as: "account", body: { name: "x" } });
    const [event] = (await get("listOrgEvents")).results;
    const said = [event.userId, event.username, "apiKeyId" in event];
    deepEqual(said, [account.clientId.slice(-24), account.clientId, false]);
  });

  for (const [id, activity, sent, filters] of [
    ["getOrgActivityFeed", `/orgs/${ids.org}/activity`, "", ""],
    [
      "getGroupActivityFeed",
      `/projects/${ids.group}/activity`,
      "&clusterName=Cluster0",
      "clusterNames=Cluster0&",
    ],
  ] as const) {
    await t.test(
      `${id}: 200 a link to the page of the events, with the filters that were sent`,
      { skip: noConsole },
      async () => {
        await answers(id, {}, { link: `${url}${activity}` });
        const kinds = "eventType=TEAM_CREATED&eventType=TEAM_DELETED";
        const link = `${url}${activity}?${filters}${kinds}&minDate=2026-08-10T00%3A00%3A00Z`;
        await answers(id, { query: `minDate=2026-08-10T00:00:00Z&${kinds}${sent}` }, { link });
        const shown = await browse(stage, "owner@example.com").open(link.slice(url.length));
        equal(shown.status, 200);
        match(shown.text, /created the team · deleted the team/);
      },
    );
  }

  await testRefusals(
    { listOrgEvents: {}, listGroupEvents: {}, getOrgActivityFeed: {}, getGroupActivityFeed: {} },
    noDate("minDate", "maxDate"),
  );

  await t.test("200 every type of event, in alphabetical order, page by page", async () => {
    const all = (await get("listEventTypes", { query: "itemsPerPage=500" })).results as {
      eventType: string;
      alertable: boolean;
    }[];
    deepEqual(
      all.map(({ eventType }) => eventType),
      eventTypes(),
    );
    deepEqual(
      all.find(({ eventType }) => eventType === "ALERT_ACKNOWLEDGED_AUDIT"),
      {
        alertable: false,
        description: "Alert acknowledged audit",
        eventType: "ALERT_ACKNOWLEDGED_AUDIT",
      },
    );
    deepEqual(
      all.filter(({ alertable }) => alertable).map(({ eventType }) => eventType),
      [
        "CLUSTER_TAGS_MODIFIED",
        "CPS_COLLECTION_RESTORE_SUCCESSFUL",
        "CPS_COPY_SNAPSHOT_SUCCESSFUL",
        "CPS_DATA_PROTECTION_DISABLED",
        "CPS_DATA_PROTECTION_ENABLED",
        "CPS_DATA_PROTECTION_ENABLE_REQUESTED",
        "CPS_DATA_PROTECTION_UPDATE_REQUESTED",
        "CPS_EXPORT_SUCCESSFUL",
        "CPS_RESTORE_SUCCESSFUL",
        "FTS_INDEX_BUILD_COMPLETE",
        "GROUP_TAGS_MODIFIED",
        "JOINED_GROUP",
        "NETWORK_PERMISSION_ENTRY_ADDED",
        "NETWORK_PERMISSION_ENTRY_REMOVED",
        "NETWORK_PERMISSION_ENTRY_UPDATED",
        "REMOVED_FROM_GROUP",
        "SAMPLE_DATASET_LOAD_REQUESTED",
        "TAGS_MODIFIED",
        "USER_ROLES_CHANGED_AUDIT",
      ],
    );
    const link = (rel: string, query: string) => ({ href: `${url}/api/atlas/v2/eventTypes?${query}`, rel });
    await answers(
      "listEventTypes",
      { query: "itemsPerPage=1" },
      {
        links: [link("self", "pageNum=1&itemsPerPage=1"), link("next", "itemsPerPage=1&pageNum=2")],
        results: all.slice(0, 1),
        totalCount: eventTypes().length,
      },
    );
  });
});
