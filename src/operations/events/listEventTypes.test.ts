// GET /eventTypes, answer by answer.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { assertCallers, assertSuccess, startStage } from "../../../test/support/stage.ts";
import { orgMembers } from "../../../test/support/teams.ts";
import { eventTypes } from "../../domain/event.ts";

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
            description: "Api key access list entry added",
            eventType: "API_KEY_ACCESS_LIST_ENTRY_ADDED",
          },
        ],
        totalCount: eventTypes.length,
      },
    });
  });

  await t.test("200 answers every type, in alphabetical order", async () => {
    const { results } = (await stage.ask("member", { path })).json;
    const names = results.map(({ eventType }: { eventType: string }) => eventType);
    deepEqual(names, [...eventTypes].sort());
  });

  await t.test("every authenticated caller may", () =>
    assertCallers(stage, { path }, { ...orgMembers(200), stranger: 200 }),
  );
});
