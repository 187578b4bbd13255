// Tests what every operation's answers have in common: versions and their end, headers, envelopes, line breaks, and pages.
import { deepEqual, equal, match } from "node:assert/strict";
import { test } from "node:test";
import { groupPath, groupsPath } from "./support/groups.ts";
import { invitePath, invitesPath, notFound, notOffered } from "./support/invites.ts";
import {
  assertRefusal,
  assertSuccess,
  deprecated,
  errorBody,
  invitation,
  refusal,
  startStage,
  steadyHeaders,
} from "./support/stage.ts";
import { ids, keys, startWorld } from "./support/world.ts";

const orgsPath = "/api/atlas/v2/orgs";
const accepting = (accept: string) => ({ path: invitePath, headers: { accept } });

test("versions and headers", async (t) => {
  const stage = await startStage(t);
  const success = { status: 200, limit: 1200, headers: deprecated };
  const invalidVersion = refusal("INVALID_VERSION_DATE");

  await t.test("200 with the recorded headers, and the dates of a deprecated operation", async () => {
    assertSuccess(await stage.ask("owner", { path: invitePath }), { ...success, json: invitation });
    equal((await stage.ask("owner", { path: groupPath })).headers.deprecation, undefined);
  });

  await t.test("a refusal has no version, and keeps the dates of a deprecated operation", async () => {
    const reply = await stage.ask("owner", { path: `${invitesPath}/${ids.missing}` });
    assertRefusal(reply, notFound(ids.missing));
    deepEqual(steadyHeaders(reply), {
      ...steadyHeaders(await stage.ask("owner", { path: invitePath })),
      "content-type": "application/json",
      "x-error-code": "RESOURCE_NOT_FOUND",
    });
  });

  await t.test("GROUP_NOT_FOUND comes before the request is counted", async () => {
    const { headers } = await stage.ask("owner", { path: `${groupsPath}/${ids.missing}` });
    equal(headers["x-error-code"], "GROUP_NOT_FOUND");
    deepEqual([headers["ratelimit-limit"], headers["ratelimit-remaining"]], [undefined, undefined]);
  });

  await t.test("a path that nothing answers is a resource that cannot be found", async () => {
    const path = "/nothing";
    assertRefusal(await stage.send({ path }), notFound(path));
  });

  await t.test("204 keeps the Content-Type of its version, and has no length", async () => {
    const reply = await stage.ask("owner", { method: "DELETE", path: invitePath });
    assertSuccess(reply, { status: 204, limit: 1200, headers: deprecated });
    equal(reply.headers["content-length"], undefined);
  });

  await t.test("406 for an older date, another type, and none", async () => {
    for (const accept of ["application/vnd.atlas.2022-12-31+json", "text/html", ""]) {
      const reply = await stage.ask("owner", accepting(accept));
      assertRefusal(reply, invalidVersion);
      equal(
        reply.text,
        '{"detail":"Invalid accept header or version date.","error":406,"errorCode":"INVALID_VERSION_DATE","parameters":[],"reason":"Not Acceptable"}',
      );
    }
  });

  await t.test("with lenientAccept, no version means the newest; a wrong one is refused still", async (t) => {
    const lenient = await startWorld(t, { lenientAccept: true });
    for (const accept of ["", "*/*", "application/*", "application/json", "text/html, */*;q=0.8"]) {
      const { status, headers } = await lenient.as(keys.owner, accepting(accept));
      deepEqual(
        [status, headers["content-type"]],
        [200, "application/vnd.atlas.2023-01-01+json;charset=utf-8"],
      );
    }
    for (const accept of ["application/vnd.atlas.2022-12-31+json", "text/html"]) {
      assertRefusal(await lenient.as(keys.owner, accepting(accept)), invalidVersion);
    }
  });
});

test("the end of deprecated versions", async (t) => {
  const stage = await startStage(t);

  await t.test("410 VERSION_GONE on the day of the sunset, with what to call instead", async () => {
    stage.clock.set({ now: "2027-06-30T23:59:59Z" });
    equal((await stage.ask("owner", { path: invitesPath })).status, 200);
    stage.clock.set({ now: "2027-07-01T00:00:00Z" });
    const reply = await stage.ask("owner", { path: invitesPath });
    assertRefusal(reply, refusal("VERSION_GONE", ["2023-01-01", "2027-07-01", "listGroupUsers"]));
    equal(reply.headers.sunset, deprecated.sunset);
  });

  await t.test("200 from the operations that stay", async () => {
    stage.clock.set({ now: "2027-07-02" });
    for (const path of [groupPath, groupsPath, orgsPath, `${orgsPath}/${ids.org}`, "/api/atlas/v2"]) {
      equal((await stage.ask("owner", { path })).status, 200, path);
    }
  });

  await t.test("200 again when the clock is turned back", async () => {
    stage.clock.set({ now: "2027-07-02" });
    equal((await stage.ask("owner", { path: invitesPath })).status, 410);
    stage.clock.set({ now: "2026-08-10" });
    equal((await stage.ask("owner", { path: invitesPath })).status, 200);
  });
});

const clientId = `mdb_sa_id_${ids.missing}`;
/** Every path with a verb of its own at its end. */
const verbPaths = [
  `${groupPath}:migrate`,
  `${groupPath}/serviceAccounts/${clientId}:invite`,
  `${groupPath}/users/${ids.missing}:addRole`,
  `${groupPath}/users/${ids.missing}:removeRole`,
  `${orgsPath}/${ids.org}/maintenanceSettings:reset`,
  `${orgsPath}/${ids.org}/teams/${ids.missing}:addUser`,
  `${orgsPath}/${ids.org}/teams/${ids.missing}:removeUser`,
  `${orgsPath}/${ids.org}/users/${ids.missing}:addRole`,
  `${orgsPath}/${ids.org}/users/${ids.missing}:removeRole`,
];

const encodedVerbPaths = verbPaths.map((path) => path.replace(":", "%3A"));

test("methods", async (t) => {
  const world = await startWorld(t);
  const allowed = {
    [`${groupsPath}/`]: "POST,GET,OPTIONS",
    [groupPath]: "GET,PATCH,DELETE,OPTIONS",
    [invitesPath]: "POST,GET,PATCH,OPTIONS",
    [invitePath]: "GET,PATCH,DELETE,OPTIONS",
    [orgsPath]: "POST,GET,OPTIONS",
    [`${orgsPath}/${ids.org}/groups`]: "GET,OPTIONS",
    ...Object.fromEntries([...verbPaths, ...encodedVerbPaths].map((path) => [path, "POST,OPTIONS"])),
    [`${orgsPath}/${ids.org}/maintenanceSettings`]: "GET,PATCH,OPTIONS",
  };

  await t.test("405 with the methods there are, and no body", async () => {
    for (const [path, allow] of Object.entries(allowed)) {
      for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "QUERY", "TRACE"]) {
        if (allow.split(",").includes(method)) continue;
        const { status, headers, text } = await world.send({ method, path });
        const { allow: said, "content-length": length, ...others } = headers;
        deepEqual({ status, said, length, text }, { status: 405, said: allow, length: "0", text: "" });
        deepEqual(steadyHeaders({ headers: others } as never), {});
      }
    }
  });

  await t.test("405 for QUERY with a body, and 404 where there is nothing", async () => {
    const headers = { "content-type": "application/json" };
    const asked = await world.send({ method: "QUERY", path: groupPath, headers, body: {} });
    deepEqual([asked.status, asked.headers.allow], [405, allowed[groupPath]]);
    for (const path of ["/api/atlas/v2/nothing", `${orgsPath}/${ids.org}/maintenanceSettingsreset`]) {
      assertRefusal(await world.as(keys.owner, { method: "QUERY", path }), notOffered("QUERY", path));
    }
  });

  await t.test("404 for a malformed id with a colon in it that is no verb", async () => {
    const { status, json } = await world.as(keys.owner, {
      method: "PATCH",
      path: `${groupPath}:move`,
      body: {},
    });
    deepEqual([status, json.errorCode], [404, "INVALID_GROUP_ID"]);
  });

  await t.test("OPTIONS says the same with 200, to anyone", async () => {
    for (const [path, allow] of Object.entries(allowed)) {
      const { status, headers, text } = await world.send({ method: "OPTIONS", path });
      deepEqual({ status, allow: headers.allow, text }, { status: 200, allow, text: "" });
    }
  });
});

test("methods beside the API", async (t) => {
  const world = await startWorld(t);
  const allowed = {
    "/api/oauth/token": "POST,OPTIONS",
    "/api/oauth/revoke": "POST,OPTIONS",
    "/api/openapi.json": "HEAD,GET,OPTIONS",
    "/healthz": "GET,HEAD,OPTIONS",
    "/metrics": "GET,HEAD,OPTIONS",
    "/_anteroom/v1/clock": "GET,PUT,HEAD,OPTIONS",
    "/_anteroom/v1/reset": "POST,OPTIONS",
    "/_anteroom/v1/snapshots/a": "POST,PUT,OPTIONS",
    [`/_anteroom/v1/invites/${ids.invite}:accept`]: "POST,OPTIONS",
  };
  for (const [path, allow] of Object.entries(allowed)) {
    await t.test(`405 for ${path}`, async () => {
      for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"]) {
        if (method !== "OPTIONS" && allow.split(",").includes(method)) continue;
        const { status, headers, text } = await world.send({ method, path });
        const wanted = { status: method === "OPTIONS" ? 200 : 405, allow, text: "" };
        deepEqual({ status, allow: headers.allow, text }, wanted, method);
      }
    });
  }

  await t.test("404 where there is nothing, with an envelope if asked for one", async () => {
    for (const path of ["/nothing", "/_anteroomish", "//"]) {
      assertRefusal(await world.send({ path }), notFound(path));
      const { json } = await world.send({ path: `${path}?envelope=true` });
      deepEqual(json, { content: errorBody(notFound(path)), status: 404 });
    }
  });
});

test("envelope and pretty", async (t) => {
  const stage = await startStage(t);
  const ask = (path: string, method = "GET") => stage.ask("owner", { method, path });
  const self = `${stage.url}${orgsPath}?envelope=true&pageNum=1&itemsPerPage=100`;

  await t.test("a page stays as it is, and gains the status", async () => {
    const plain = (await ask(orgsPath)).json;
    const { text } = await ask(`${orgsPath}?envelope=true`);
    const page = { links: [{ href: self, rel: "self" }], results: plain.results, status: 200, totalCount: 1 };
    equal(text, JSON.stringify(page));
  });

  await t.test("a refusal that comes before the pipeline has an envelope too", async () => {
    const body = JSON.stringify({ a: "b".repeat(1024 * 1024) });
    const { status, json } = await stage.ask("owner", {
      method: "POST",
      path: `${invitesPath}?envelope=true`,
      body,
    });
    deepEqual([status, json.status, json.content.errorCode], [413, 413, "REQUEST_TOO_LARGE"]);
  });

  await t.test("challenges and refused tokens have none", async () => {
    const path = `${invitesPath}?envelope=true`;
    match((await stage.send({ path })).text, /^\{\n {2}"error" : 401,/);
    equal((await stage.bearing("nonsense", { path })).text, "");
  });

  await t.test("pretty breaks lines and puts blanks on both sides of colons", async () => {
    const { text } = await ask(`${invitePath}?pretty=true`);
    equal(
      text,
      `{
  "createdAt" : "2026-08-10T03:04:53Z",
  "expiresAt" : "2026-09-09T03:04:53Z",
  "groupId" : "${ids.group}",
  "groupName" : "payments",
  "id" : "${ids.invite}",
  "inviterUsername" : "owner@example.com",
  "roles" : [
    "GROUP_READ_ONLY"
  ],
  "username" : "hello@example.com"
}`,
    );
  });

  await t.test("pretty and envelope go together, in successes and in refusals", async () => {
    const pretty = (value: unknown) => JSON.stringify(value, null, 2).replace(/":/g, '" :');
    for (const [path, value] of [
      [`${invitesPath}?envelope=true&pretty=true`, { content: [invitation], status: 200 }],
      [`${invitePath}?pretty=true&envelope=true`, { content: invitation, status: 200 }],
      [`${invitesPath}/${ids.missing}?pretty=true`, errorBody(notFound(ids.missing))],
      [
        `${invitesPath}/${ids.missing}?pretty=true&envelope=true`,
        { content: errorBody(notFound(ids.missing)), status: 404 },
      ],
    ] as const) {
      equal((await ask(path)).text, pretty(value));
    }
  });
});

test("pages", async (t) => {
  const stage = await startStage(t);
  t.beforeEach(async () => {
    for (const name of ["billing", "search"]) {
      stage.clock.set({ advance: "PT1S" });
      await stage.ask("owner", { method: "POST", path: groupsPath, body: { name, orgId: ids.org } });
    }
  });
  const page = async (query: string, path = groupsPath) => {
    const { status, json, text } = await stage.ask("owner", { path: `${path}${query}` });
    equal(status, 200, text);
    const links = json.links.map(({ href, rel }: { href: string; rel: string }) => {
      equal(href.startsWith(`${stage.url}${path}?`), true, href);
      return `${rel} ${href.slice(stage.url.length + path.length)}`;
    });
    return {
      links,
      names: json.results.map((result: { name: string }) => result.name),
      totalCount: json.totalCount,
    };
  };

  await t.test("called bare, self names the first page and the default size", async () => {
    deepEqual(await page(""), {
      links: ["self ?pageNum=1&itemsPerPage=100"],
      names: ["payments", "billing", "search"],
      totalCount: 3,
    });
  });

  await t.test("a page in the middle links to both sides", async () => {
    deepEqual(await page("?pageNum=2&itemsPerPage=1"), {
      links: [
        "self ?pageNum=2&itemsPerPage=1",
        "next ?itemsPerPage=1&pageNum=3",
        "previous ?itemsPerPage=1&pageNum=1",
      ],
      names: ["billing"],
      totalCount: 3,
    });
  });

  await t.test("other parameters come first, sorted by name, encoded, the empty ones too", async () => {
    deepEqual(await page("?pageNum=1&includeCount=true&envelope=false&itemsPerPage=2"), {
      links: [
        "self ?envelope=false&includeCount=true&pageNum=1&itemsPerPage=2",
        "next ?envelope=false&includeCount=true&itemsPerPage=2&pageNum=2",
      ],
      names: ["payments", "billing"],
      totalCount: 3,
    });
    deepEqual((await page("?name=&includeCount=true", orgsPath)).links, [
      "self ?includeCount=true&name=&pageNum=1&itemsPerPage=100",
    ]);
    deepEqual((await page("?pretty=false&name=a%26b%2Fc", orgsPath)).links, [
      "self ?name=a%26b%2Fc&pretty=false&pageNum=1&itemsPerPage=100",
    ]);
  });

  await t.test("without a count, totalCount is 0 and there is no next, however full the page", async () => {
    deepEqual(await page("?includeCount=false&itemsPerPage=1"), {
      links: ["self ?includeCount=false&pageNum=1&itemsPerPage=1"],
      names: ["payments"],
      totalCount: 0,
    });
    deepEqual(await page("?includeCount=false", orgsPath), {
      links: ["self ?includeCount=false&pageNum=1&itemsPerPage=100"],
      names: ["Acme"],
      totalCount: 0,
    });
  });
});
