// Every page as code: what it reads, and what its forms send, in the language of each tool.
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { pages } from "../../src/console/pages/index.ts";
import { operations } from "../../src/operations/index.ts";
import { browse } from "../support/console.ts";
import { startStage } from "../support/stage.ts";
import { ids } from "../support/world.ts";

const folder = new URL("../../src/console/pages/", import.meta.url);

test("every change that a page makes by the API is among what it performs", () => {
  const sources = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), "utf8"));
  const called = sources.flatMap((source) =>
    [...source.matchAll(/\bapi\("(\w+)"/g)].map(([, id]) => id as keyof typeof operations),
  );
  const changing = called.filter((id) => operations[id].method !== "GET");
  const performed = pages.flatMap(({ performs = [] }) => performs);
  deepEqual([...new Set(performed)].sort(), [...new Set(changing)].sort());
});

test("pages as code", async (t) => {
  const stage = await startStage(t);
  const owner = () => browse(stage, "owner@example.com");

  await t.test("a page of people leads to the list of the API, which the commands of it answer", async () => {
    const browser = owner();
    const path = `/projects/${ids.group}/people?q=ada`;
    const { html } = await browser.open(path);
    const [, link = ""] = /<p class="as-code"><a href="([^"]+)"/.exec(html) ?? [];
    equal(link, `/projects/${ids.group}/people?q=ada&amp;as-code`);
    const { status, text, html: code } = await browser.open(`${path}&as-code`);
    equal(status, 200);
    match(text, /^People · payments as code/);
    ok(
      text.includes(
        `atlas api mongoDbCloudUsers listGroupUsers --version 2025-02-19 --projectId "${ids.group}"`,
      ),
      text,
    );
    ok(text.includes(`await atlas.listGroupUsers({ groupId: "${ids.group}" });`));
    ok(text.includes(`data "mongodbatlas_project" "this" {`));
    ok(!code.includes('class="as-code"'));
    ok(code.includes(`href="${path.replace("&", "&amp;")}"`));
  });

  await t.test("a form is there with an example of what it sends, in this organization", async () => {
    const { text } = await owner().open(`/orgs/${ids.org}/keys?as-code`);
    ok(text.includes(`-X POST "$BASE_URL/api/atlas/v2/orgs/${ids.org}/apiKeys" \\ --data '{"desc": `), text);
    ok(text.includes('resource "mongodbatlas_service_account" "this"'));
    ok(text.includes(`atlas.createOrgServiceAccount({ orgId: "${ids.org}", body: {`), text);
  });

  await t.test("what a page does without the API has no code", async () => {
    for (const path of ["/account", "/rehearsal/clock"]) {
      const { html, status } = await owner().open(`${path}?as-code`);
      equal(status, 200);
      ok(!html.includes('class="as-code"') && !html.includes('class="snippets"'), path);
    }
  });

  await t.test("in Korean as well", async () => {
    const { text } = await browse(stage, "owner@example.com", "ko").open(`/orgs/${ids.org}?as-code`);
    match(text, /코드로 보기/);
    match(text, /읽기: getOrgGroups/);
  });
});
