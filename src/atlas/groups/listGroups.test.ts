// GET /groups, answer by answer. What pages have in common is tested in test/versions.test.ts.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { listedGroup, groupsPath as path } from "../../../test/support/groups.ts";
import { assertSuccess, type CallerName, startStage } from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";

test("listGroups", async (t) => {
  const stage = await startStage(t);
  const links = [{ href: `${stage.url}${path}?pageNum=1&itemsPerPage=100`, rel: "self" }];
  const create = async (caller: CallerName, name: string) => {
    stage.clock.set({ advance: "PT1S" });
    const reply = await stage.ask(caller, { method: "POST", path, body: { name, orgId: ids.org } });
    equal(reply.status, 201, reply.text);
    return reply.json.id;
  };

  await t.test(
    "200 lists every project of the organization, oldest first, with a link to itself",
    async () => {
      const zeta = await create("owner", "zeta");
      const alpha = await create("creator", "alpha");
      const reply = await stage.ask("reader", { path });
      const results = [
        listedGroup(stage.url),
        listedGroup(stage.url, { id: zeta, name: "zeta", created: "2026-08-10T03:04:54Z" }),
        listedGroup(stage.url, { id: alpha, name: "alpha", created: "2026-08-10T03:04:55Z" }),
      ];
      assertSuccess(reply, { status: 200, limit: 1200, json: { links, results, totalCount: 3 } });
    },
  );

  await t.test("200 lists the tags of each project", async () => {
    const tags = [
      { key: "team", value: "core" },
      { key: "env", value: "test" },
    ];
    await stage.ask("owner", { method: "PATCH", path: `${path}/${ids.group}`, body: { tags } });
    const other = await create("owner", "zeta");
    const { results } = (await stage.ask("owner", { path })).json;
    deepEqual(results, [
      listedGroup(stage.url, { tags }),
      listedGroup(stage.url, { id: other, name: "zeta", created: "2026-08-10T03:04:54Z" }),
    ]);
  });

  await t.test("200 lists for other callers the projects they hold a role in", async () => {
    await create("owner", "zeta");
    const alpha = await create("creator", "alpha");
    const seen = async (caller: CallerName) => {
      const { results, totalCount } = (await stage.ask(caller, { path })).json;
      equal(totalCount, results.length);
      return results.map((group: { id: string }) => group.id);
    };
    deepEqual(await seen("groupOwner"), [ids.group]);
    deepEqual(await seen("groupReader"), [ids.group]);
    deepEqual(await seen("creator"), [alpha]);
    deepEqual(await seen("member"), []);
    deepEqual(await seen("stranger"), [ids.otherGroup]);
  });
});
