// Proves that the reference stays light however many operations there are, and that its search understands words that the
// operations do not have.
import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { openBrowser } from "../../../test/support/console.ts";
import { startWorld } from "../../../test/support/world.ts";
import { operations } from "../../atlas/index.ts";
import { mostFound, searchOperations } from "./reference.tsx";

const found = (text: string) => searchOperations(text).map(({ id }) => id);

test("operations are found by what people say", () => {
  for (const text of ["remove someone", "kick people", "사람 삭제"]) {
    for (const id of ["removeOrgUser", "removeGroupUser"]) ok(found(text).includes(id), `${text}: ${id}`);
  }
  ok(found("how do I remove someone from a team").includes("removeOrgTeamUser"));
  ok(found("who is in the kitchen")[0] === undefined);
  ok(found("remove someone").slice(0, 7).includes("removeOrgUser"), "what is called so comes first");
  deepEqual(found("updateGroupInvites"), ["updateGroupInvites"]);
  deepEqual(found("no such thing"), []);
});

test("pages of the reference stay light with each operation that Atlas publishes", async (t) => {
  const browser = openBrowser(await startWorld(t));
  const pageAt = async (path: string) => (await browser.open(path)).html;
  const linked = (html: string) => [...html.matchAll(/<a href="\/docs\/(\w+)"/g)].map(([, id]) => id ?? "");
  const published = 540;
  const ids = Object.keys(operations);
  const first = await pageAt("/docs");

  await t.test("the first page names all by tag, where links to a tag lead", async () => {
    for (const id of ids) ok(new RegExp(`\\b${id}\\b`).test(first), id);
    for (const anchor of ["clusters", "mongodb-cloud-users"]) ok(first.includes(`id="${anchor}"`), anchor);
    deepEqual(linked(first), []);
    ok((first.length / ids.length) * published < 50_000, String(first.length));
    ok((await pageAt("/docs?tag=unknown")).includes('<li id="clusters">'));
  });

  await t.test("each tag has a page with its operations", async () => {
    const pages = [...first.matchAll(/href="(\/docs\?tag=[^"]+)"/g)].map(([, path]) => path ?? "");
    const listed: string[] = [];
    for (const path of pages) listed.push(...linked(await pageAt(path)));
    deepEqual(listed.sort(), ids.sort());
  });

  await t.test("a search shows the first hundred, and says how many more there are", async () => {
    const html = await pageAt("/docs?q=e");
    equal(linked(html).length, mostFound);
    ok(html.includes(`${found("e").length - mostFound} more operations match`));
    ok(html.length < 60_000, String(html.length));
  });

  await t.test("the page of an operation names those of its tag", async () => {
    const beside = linked(await pageAt("/docs/getGroupCluster"));
    ok(beside.includes("getGroupCluster") && beside.includes("createGroupCluster"));
    ok(!beside.includes("getOrg"));
  });
});
