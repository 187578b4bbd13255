// The page of a refused request: for each kind of refusal the sentence says what the answer says, and what cures it does.
import { deepEqual, doesNotMatch, equal, match, ok } from "node:assert/strict";
import { test } from "node:test";
import { limitSets } from "../../src/core/contract/limits.ts";
import { decode, openBrowser, startPages } from "../support/console.ts";
import { noJuly } from "../support/rooms.ts";
import { now, type Stage } from "../support/stage.ts";
import { v2025 } from "../support/users.ts";
import { ids, keys } from "../support/world.ts";
import { group, invites, refusals } from "../tables/refusal-kinds.ts";

/** The newest request as its page shows it. */
async function newest(stage: Stage, language?: string) {
  const list = await openBrowser(stage, language).open("/rehearsal/requests");
  const path = /href="(\/rehearsal\/requests\/\d+)"/.exec(list.html)?.[1] ?? "";
  return { path, ...(await openBrowser(stage, language).open(path)) };
}

test("each kind of refusal is explained by the answer that was given", async (t) => {
  const stage = await startPages(t);
  t.afterEach(() => stage.faults.clear());
  for (const [kind, ask, sentence] of refusals) {
    await t.test(kind, async () => {
      const reply = await ask(stage);
      ok(reply.status >= 400, `${reply.status}`);
      const { status, text } = await newest(stage);
      equal(status, 200);
      match(text, sentence);
      doesNotMatch(text, /Let in|The same request would succeed now/);
      const { "x-error-code": code } = reply.headers;
      match(text, new RegExp(`Status ${reply.status} ${code === undefined ? "" : `Code ${code} `}`));
      if (reply.json?.detail !== undefined) ok(text.includes(reply.json.detail), reply.json.detail);
      const korean = await newest(stage, "ko");
      match(korean.text, /거부되었습니다|장애가 적용되었습니다/);
      // What the API says stays as it says it, and is read aloud so.
      const said = [...korean.html.matchAll(/<span lang="en">([^<]*)<\/span>/g)].map(([, part]) => part);
      if (reply.json?.detail !== undefined) {
        ok(said.map((part) => decode(part ?? "")).includes(reply.json.detail));
      }
    });
  }
});

test("limits and strict roles are explained, too", async (t) => {
  const stage = await startPages(t, { limits: "atlas", strictRoles: true });

  await t.test("a bucket that is empty", async () => {
    const { capacity } = limitSets.groupEvents;
    const path = `${group}/events`;
    let reply = await stage.ask("groupOwner", { path });
    for (let asked = 0; reply.status !== 429 && asked <= capacity; asked++) {
      reply = await stage.ask("groupOwner", { path });
    }
    equal(reply.status, 429);
    const [of, seconds, , refill, period] = reply.json.parameters;
    const sentence = `Refused by the rate limit of ${of}: its ${capacity} requests are used up, and ${refill} come back every ${period} seconds. Ask again after ${seconds} seconds.`;
    ok((await newest(stage)).text.includes(sentence), sentence);
  });

  await t.test("a role above the caller's own", async () => {
    const manager = { publicKey: "managers", privateKey: "00000000-0000-4000-8000-managers0000" };
    await stage.seed({
      orgs: [
        {
          name: "Initech",
          groups: [
            { id: "c".repeat(24), name: "tps", apiKeys: [{ ...manager, roles: ["GROUP_ACCESS_MANAGER"] }] },
          ],
        },
      ],
    });
    const reply = await stage.as(manager, {
      method: "POST",
      path: `/api/atlas/v2/groups/${"c".repeat(24)}/users`,
      headers: { accept: "application/vnd.atlas.2025-02-19+json" },
      body: { username: "friend@example.com", roles: ["GROUP_OWNER"] },
    });
    equal(reply.headers["x-error-code"], "ROLE_ABOVE_OWN");
    ok((await newest(stage)).text.includes(`Refused by strict roles: ${reply.json.detail}`));
  });
});

test("what refused a request is cured by the button, and by lines of Terraform", async (t) => {
  const stage = await startPages(t);
  const { visit } = stage;

  await t.test("an address is added to the access list of a key", async () => {
    equal((await stage.ask("elsewhere", { path: group })).status, 403);
    const { path, text } = await newest(stage);
    match(text, /Sign in as somebody who may cure it/);
    match(
      text,
      /resource "mongodbatlas_access_list_api_key" "this" \{ org_id += "\w+" api_key_id += "\w+" ip_address += "127\.0\.0\.1" \}/,
    );
    await visit(
      [path, /Add 127\.0\.0\.1/],
      [
        path,
        "cure",
        {},
        /Added 127\.0\.0\.1 to the access list of API key seeded \(elsewher\)\. The same request would succeed now\. Undo .*Refused by the access list/,
        { lacks: /Add 127/ },
      ],
    );
    equal((await stage.ask("elsewhere", { path: group })).status, 200);
  });

  await t.test("a role is given to a key, in a project and in an organization", async () => {
    for (const [caller, path, label, terraform] of [
      [
        "groupReader",
        invites,
        "Give Project Owner",
        /mongodbatlas_api_key_project_assignment.*"GROUP_READ_ONLY", "GROUP_OWNER"/,
      ],
      [
        "member",
        group,
        "Give Project Read Only",
        /mongodbatlas_api_key_project_assignment.*\["GROUP_READ_ONLY"\]/,
      ],
      [
        "member",
        `/api/atlas/v2/orgs/${ids.org}/invites`,
        "Give Organization Owner",
        /mongodbatlas_api_key" .*"ORG_MEMBER", "ORG_OWNER"/,
      ],
    ] as const) {
      ok((await stage.ask(caller, { path })).status >= 400);
      const { path: page } = await newest(stage);
      await visit(
        [page, new RegExp(label), terraform],
        [page, "cure", {}, /The same request would succeed now\./],
      );
      equal((await stage.ask(caller, { path })).status, 200);
    }
  });

  await t.test(
    "it asks first, names caller and place, offers the least role that does, and is undone",
    async () => {
      const rolesOf = async () => {
        const { json } = await stage.ask("owner", { path: `${group}/apiKeys` });
        const found = json.results.find(
          ({ publicKey }: { publicKey: string }) => publicKey === keys.groupReader.publicKey,
        );
        return found.roles
          .filter(({ groupId }: { groupId?: string }) => groupId === ids.group)
          .map(({ roleName }: { roleName: string }) => roleName)
          .sort();
      };
      const users = { method: "POST", path: `${group}/users`, headers: { accept: v2025 } };
      const body = { username: "friend@example.com", roles: ["GROUP_READ_ONLY"] };
      ok((await stage.ask("groupReader", { ...users, body })).status >= 400);
      const { path: page } = await newest(stage);
      const { html } = await visit([
        page,
        /Give Project Access Manager… Give API key seeded \(projread\) a role in payments\? Role /,
      ]);
      const offered = [...html.matchAll(/<option value="(GROUP_\w+)"( selected)?/g)].map(([, role]) => role);
      deepEqual(offered, ["GROUP_ACCESS_MANAGER", "GROUP_OWNER"]);
      deepEqual(await rolesOf(), ["GROUP_READ_ONLY"]);

      const given = await visit([
        page,
        "cure",
        { role: "GROUP_ACCESS_MANAGER" },
        /Granted Project Access Manager in payments to API key seeded \(projread\)\. /,
      ]);
      equal(given.text.match(/The same request would succeed now/g)?.length, 1);
      deepEqual(await rolesOf(), ["GROUP_ACCESS_MANAGER", "GROUP_READ_ONLY"]);
      await visit([page, "undo", { role: "GROUP_ACCESS_MANAGER" }, /Undone\./]);
      deepEqual(await rolesOf(), ["GROUP_READ_ONLY"]);
      ok((await stage.ask("groupReader", { ...users, body })).status >= 400);
    },
  );

  await t.test("nobody who may not is offered it, and a key of another organization gets none", async () => {
    await stage.ask("elsewhere", { path: group });
    const { path } = await newest(stage);
    await visit("member@example.com", [path, /Sign in as somebody who may cure it/]);
    await stage.ask("stranger", { path: group });
    await visit([(await newest(stage)).path, { lacks: /Give |Sign in as/ }]);
  });

  await t.test("the clock is set back, and faults are removed", async () => {
    stage.clock.set({ now: "2027-07-02" });
    await stage.ask("owner", {
      path: invites,
      headers: { "user-agent": provider("project_invitation", "read") },
    });
    const gone = await newest(stage);
    match(gone.text, /Set the clock back to today /);
    if (!noJuly) match(gone.text, /today .* mongodbatlas_project_invitation ends on 2027-07-01/);
    match(gone.html, /<form method="post" action="\/rehearsal\/clock"/);
    stage.clock.set({ now });
    stage.faults.set([{ drop: "before", times: 1 }]);
    await stage.ask("owner", { path: group }).catch(() => undefined);
    const { html, text } = await newest(stage);
    match(text, /A fault of this rehearsal was injected: .*Remove all faults .* Status not answered/);
    match(html, /<form method="post" action="\/rehearsal\/faults"/);
  });

  await t.test("a request in no version is sent again in the newest", async () => {
    await stage.ask("owner", { path: group, headers: { accept: "*/*" } });
    match((await newest(stage)).text, /--header 'Accept: application\/vnd\.atlas\.2023-01-01\+json'/);
  });
});

const provider = (resource: string, step: string) =>
  `terraform-provider-mongodbatlas/2.16 Terraform/1.11.4 Name/${resource} Operation/${step}`;

test("the log is one line a request, by run, without what is not asked about", async (t) => {
  const stage = await startPages(t);
  const { visit } = stage;
  const as = (resource: string, step: string) => ({ headers: { "user-agent": provider(resource, step) } });

  await t.test("a challenge is part of what was asked after it, and found by its own number", async () => {
    await stage.ask("groupReader", { path: invites });
    const { text, html } = await openBrowser(stage).open("/rehearsal/requests");
    equal(html.match(/href="\/rehearsal\/requests\/\d+"/g)?.length, 1);
    match(text, /ms 1 request$/);
    match(text, /03:04:53\.0 401 USER_UNAUTHORIZED GET listGroupInvites .*projread \d+ ms/);
    const both = await Promise.all(
      [1, 2].map((number) => openBrowser(stage).open(`/rehearsal/requests/${number}`)),
    );
    deepEqual(
      both.map(({ text }) => text.includes("2 trips")),
      [true, true],
    );
    deepEqual(stage.requests.list().length, 2);
  });

  await t.test(
    "calls of a run of Terraform have a head, and a page with what they changed and what of it ends",
    async () => {
      await stage.ask("owner", { path: group, ...as("project", "read") });
      const body = { username: "fresh@example.com", roles: ["GROUP_READ_ONLY"] };
      await stage.ask("owner", {
        method: "POST",
        path: invites,
        body,
        ...as("project_invitation", "create"),
      });
      await stage.ask("owner", {
        method: "POST",
        path: invites,
        body,
        ...as("project_invitation", "create"),
      });
      const list = await visit(openBrowser(stage), [
        "/rehearsal/requests",
        /terraform apply 3 calls, 1 refused .* POST createGroupInvite project_invitation · create orgowner/,
      ]);
      const run = /href="(\/rehearsal\/runs\/\d+)"/.exec(list.html)?.[1] ?? "";
      await visit(
        openBrowser(stage),
        [
          run,
          200,
          /Run of terraform apply 3 calls, 1 refused .* Client terraform-provider-mongodbatlas\/2\.16/,
          /What it changed .* fresh@example\.com invitation new \+ GROUP_READ_ONLY payments project/,
          ...(noJuly
            ? []
            : [
                /What of it ends on 1 July 2027 .* mongodbatlas_project_invitation 2 calls Replace it by mongodbatlas_cloud_user_project_assignment/,
              ]),
          /GET getGroup project · read/,
        ],
        ["/rehearsal/runs/none", 404],
      );
      await visit(openBrowser(stage, "ko"), [run, /fresh@example\.com 초대 추가/]);
    },
  );

  await t.test("of calls that change nothing it says so", async () => {
    const headers = { "user-agent": "terraform-provider-mongodbatlas/2.17" };
    await stage.ask("owner", { path: group, headers });
    await stage.ask("owner", { path: group, headers });
    const list = await visit(openBrowser(stage), [
      "/rehearsal/requests",
      /terraform plan 2 calls, none refused/,
    ]);
    const run = /href="(\/rehearsal\/runs\/\d+)"/.exec(list.html)?.[1] ?? "";
    await visit(openBrowser(stage), [
      run,
      /Nothing\. Who has access /,
      ...(noJuly ? [] : [/Who has access .* Nothing: all that it called stays\./]),
    ]);
  });

  await t.test("both bodies are shown without their secrets", async () => {
    const path = `/api/atlas/v2/orgs/${ids.org}/apiKeys`;
    const made = await stage.ask("owner", {
      method: "POST",
      path,
      body: { desc: "new", roles: ["ORG_MEMBER"] },
    });
    const { text } = await newest(stage);
    match(text, /"desc": "new", "roles": \[ "ORG_MEMBER" \]/);
    match(text, /"privateKey": "…", "publicKey": "\w{8}"/);
    ok(!text.includes(made.json.privateKey));
  });
});
