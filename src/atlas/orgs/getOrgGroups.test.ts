// GET /orgs/{orgId}/groups, answer by answer.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { groupsPath, listedGroup } from "../../../test/support/groups.ts";
import { assertSuccess, startStage } from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";

const path = `/api/atlas/v2/orgs/${ids.org}/groups`;

test("getOrgGroups", async (t) => {
  const stage = await startStage(t);
  const add = async (name: string) => {
    stage.clock.set({ advance: "PT1S" });
    const body = { name, orgId: ids.org };
    const reply = await stage.ask("owner", { method: "POST", path: groupsPath, body });
    equal(reply.status, 201, reply.text);
  };
  const names = async (query: string, caller: "owner" | "member" | "groupReader" = "owner") => {
    const { results, totalCount } = (await stage.ask(caller, { path: `${path}${query}` })).json;
    return { names: results.map((group: { name: string }) => group.name), totalCount };
  };

  await t.test("200 answers a page of projects that link to themselves only", async () => {
    const links = [{ href: `${stage.url}${path}?pageNum=1&itemsPerPage=100`, rel: "self" }];
    const json = { links, results: [listedGroup(stage.url)], totalCount: 1 };
    assertSuccess(await stage.ask("reader", { path }), { status: 200, limit: 500, json });
  });

  await t.test(
    "200 answers those the caller holds a role in, unless its role in the organization reads all",
    async () => {
      await add("Billing");
      deepEqual(await names(""), { names: ["payments", "Billing"], totalCount: 2 });
      deepEqual(await names("", "groupReader"), { names: ["payments"], totalCount: 1 });
      deepEqual(await names("", "member"), { names: [], totalCount: 0 });
    },
  );

  await t.test("200 filters by the beginning of the name, in any case, page by page", async () => {
    for (const name of ["Pay-2", "Elan-é", "pay_3"]) await add(name);
    deepEqual(await names("?name=PAY"), { names: ["payments", "Pay-2", "pay_3"], totalCount: 3 });
    deepEqual(await names("?name=pay&itemsPerPage=2&pageNum=2"), { names: ["pay_3"], totalCount: 3 });
    deepEqual(await names("?name=pay_"), { names: ["pay_3"], totalCount: 1 });
    deepEqual(await names("?name=ELAN-%C3%89"), { names: ["Elan-é"], totalCount: 1 });
    deepEqual(await names("?name=pay", "member"), { names: [], totalCount: 0 });
    deepEqual(await names("?name=&includeCount=false"), {
      names: ["payments", "Pay-2", "Elan-é", "pay_3"],
      totalCount: 0,
    });
  });
});
