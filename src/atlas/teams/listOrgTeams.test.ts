// GET /orgs/{orgId}/teams, answer by answer.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { assertSuccess, startStage } from "../../../test/support/stage.ts";
import { pageAt, teamsPath as path, shownTeam } from "../../../test/support/teams.ts";
import { ids } from "../../../test/support/world.ts";

test("listOrgTeams", async (t) => {
  const stage = await startStage(t);
  const create = async (name: string) => {
    stage.clock.set({ advance: "PT1S" });
    const body = { name, usernames: ["owner@example.com"] };
    return (await stage.ask("owner", { method: "POST", path, body })).json.id as string;
  };

  await t.test("200 answers the teams of the organization, oldest first", async () => {
    const later = await create("a later one");
    const results = [shownTeam(stage.url), shownTeam(stage.url, { id: later, name: "a later one" })];
    const json = pageAt(stage.url, path, results);
    assertSuccess(await stage.ask("member", { path }), { status: 200, limit: 1200, json });
  });

  await t.test("200 answers page by page", async () => {
    await create("ops");
    const query = (pageNum: number) => `${path}?itemsPerPage=1&pageNum=${pageNum}`;
    const pages = [1, 2, 3].map(async (number) => (await stage.ask("owner", { path: query(number) })).json);
    const seen = (await Promise.all(pages)).map((page) => [
      page.results.map(({ name }: { name: string }) => name),
      page.totalCount,
    ]);
    deepEqual(seen, [
      [["core"], 2],
      [["ops"], 2],
      [[], 2],
    ]);
  });

  await t.test("200 answers no team where there is none", async () => {
    const elsewhere = path.replace(ids.org, ids.otherOrg);
    const reply = await stage.ask("stranger", { path: elsewhere });
    assertSuccess(reply, { status: 200, limit: 1200, json: pageAt(stage.url, elsewhere, []) });
  });
});
