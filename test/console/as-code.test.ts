// Every page as code: what it reads, and what its forms send, in the language of each tool.
import { deepEqual, equal, ok } from "node:assert/strict";
import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { promisify } from "node:util";
import { operations } from "../../src/atlas/index.ts";
import { kinds } from "../../src/console/pages/credential-kinds.ts";
import { pages } from "../../src/console/pages/index.ts";
import { controls } from "../../src/testing/controls/list.ts";
import { browse, decode, startPages } from "../support/console.ts";
import { ids, invited, keys } from "../support/world.ts";

const folder = new URL("../../src/console/pages/", import.meta.url);

test("every change that a page makes by the API is among what it performs", () => {
  const sources = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), "utf8"));
  // By its name, or as that of an organization and that of a project, of which the scope picks one.
  const call = /\bapi\("(\w+)"|(?<!may\((?:here\.)?)\bpick\("(\w+)", "(\w+)"\)/g;
  const called = sources
    .flatMap((source) => [...source.matchAll(call)].flatMap(([, ...ids]) => ids))
    .filter((id) => id in operations) as (keyof typeof operations)[];
  // Those that differ between API keys and service accounts stand in a table.
  const table = Object.values(kinds)
    .flatMap(({ create, take, ...acts }) => [create, take, acts].flatMap((each) => Object.values(each)))
    .filter((id) => typeof id === "string" && id in operations) as typeof called;
  const changing = [...called, ...table].filter((id) => operations[id].method !== "GET");
  const performed = pages.flatMap(({ performs = [] }) => performs);
  deepEqual([...new Set(performed)].sort(), [...new Set(changing)].sort());
});

test("every test control is one of some page, but those of alerts, which have none", () => {
  const used = [...pages.flatMap(({ controls: own = [] }) => own), "alerts.close", "alerts.open"];
  deepEqual([...new Set(used)].sort(), controls.map(({ name }) => name).sort());
});

const run = async (command: string): Promise<string> =>
  (await promisify(execFile)("sh", ["-c", command], { timeout: 20_000 })).stdout;

test("pages as code", async (t) => {
  const stage = await startPages(t);
  const { visit } = stage;

  await t.test("a page of people leads to the list of the API, which the commands of it answer", async () => {
    const path = `/projects/${ids.group}/people?q=ada`;
    const { html } = await visit([path]);
    const [, link = ""] = /<a class="button as-code" href="([^"]+)"/.exec(html) ?? [];
    equal(link, `/projects/${ids.group}/people?q=ada&amp;as-code`);
    const { html: code } = await visit([
      `${path}&as-code`,
      200,
      /^People · payments as code/,
      { text: `atlas api mongoDbCloudUsers listGroupUsers --version 2025-02-19 --projectId ${ids.group}` },
      { text: `await atlas.listGroupUsers({ groupId: "${ids.group}", flattenTeams: true });` },
      { text: `data "mongodbatlas_project" "this" {` },
    ]);
    // What its filters read is not what it is about.
    deepEqual(
      [...code.matchAll(/id="curl-\d">([^<]+)<a [^>]*>(\w+)/g)].map(([, does, name]) => `${does}${name}`),
      ["Reads: listGroupUsers", "Reads: listGroupInvites"],
    );
    ok(!code.includes('"button as-code"'));
    ok(code.includes(`href="${path.replace("&", "&amp;")}"`));
  });

  await t.test("it asks for the person and the state that are searched, as far as the API can", async () => {
    const codeOf = async (path: string) => (await visit([`${path}&as-code`])).text;
    const inGroup = await codeOf(`/projects/${ids.group}/people?q=${invited}&status=INVITED`);
    ok(
      inGroup.includes("flattenTeams=true&orgMembershipStatus=PENDING&username=hello%40example.com"),
      inGroup,
    );
    ok(inGroup.includes(`/invites?username=hello%40example.com"`), inGroup);
    const active = await codeOf(`/projects/${ids.group}/people?status=ACTIVE`);
    ok(active.includes("orgMembershipStatus=ACTIVE") && !active.includes("listGroupInvites"), active);
    const inTeam = await codeOf(`/orgs/${ids.org}/people?team=${ids.team}&status=ACTIVE`);
    ok(inTeam.includes(`/teams/${ids.team}/users?orgMembershipStatus=ACTIVE`), inTeam);
  });

  await t.test("names the key that was used last, and never its secret", async () => {
    await visit([
      `/orgs/${ids.org}/teams/${ids.team}?as-code`,
      { text: `PUBLIC_KEY=${keys.owner.publicKey} curl` },
      { text: `const publicKey = "${keys.owner.publicKey}";` },
      { lacks: keys.owner.privateKey },
      { lacks: /ATLAS_/ },
    ]);
  });

  await t.test("a form is there with an example of what it sends, in this organization", async () => {
    await visit([
      `/orgs/${ids.org}/keys?as-code`,
      { text: `-X POST "$BASE_URL/api/atlas/v2/orgs/${ids.org}/apiKeys" \\ --data '{"desc": ` },
      { text: 'resource "mongodbatlas_service_account" "this"' },
      { text: `atlas.createOrgServiceAccount({ orgId: "${ids.org}", body: {` },
    ]);
  });

  await t.test("what a page does without the API has no code", async () => {
    const { html } = await visit(["/account?as-code", 200]);
    ok(!html.includes('"button as-code"') && !html.includes('class="snippets"'));
  });

  await t.test("what a page of the rehearsal does is a test control, whose command does it", async () => {
    const { html: code, text } = await visit(
      ["/rehearsal/clock", { html: /as-code" [^>]*title="This page as curl or TypeScript" data-dialog/ }],
      [
        "/rehearsal/clock?as-code",
        /Test control: clock\.set/,
        { text: 'await controls.clock.set({"now":"2027-07-02"})' },
      ],
    );
    ok(/await controls\.clock\.advance\([^)]*\)/.test(text), text);
    const commands = [...code.matchAll(/<pre class="code" id="code-curl-\d+"[^>]*>([^<]*)</g)];
    const [now = "", set = "", advance = ""] = commands.map(([, command = ""]) => decode(command));
    const read = async () => Date.parse(JSON.parse(await run(now)).now);
    await run(set);
    equal(await read(), Date.parse("2027-07-02"));
    ok(advance.includes("/clock/"), advance);
  });

  await t.test("an invitation is accepted by the command of its page", async () => {
    const { html } = await visit([`/projects/${ids.group}/invitations/${ids.invite}?as-code`]);
    const [, accept = ""] = /<pre[^>]*>(curl[^<]*:accept[^<]*)</.exec(html) ?? [];
    await run(decode(accept));
    await visit([`/projects/${ids.group}/people?q=${invited}`, /1 person/]);
  });

  await t.test("in Korean as well", async () => {
    await visit(browse(stage, "owner@example.com", "ko"), [
      `/orgs/${ids.org}?as-code`,
      /코드로 보기/,
      /읽기: getOrgGroups/,
    ]);
  });
});
