// What is asked for and not there: credentials first, then a refusal that says so, and a list of what is lacking.
import { deepEqual, equal, match } from "node:assert/strict";
import { test } from "node:test";
import { invitesPath, notOffered } from "../../test/support/invites.ts";
import { assertRefusal, errorBody, refusal, startStage } from "../../test/support/stage.ts";
import { ids, keys } from "../../test/support/world.ts";

const path = `/api/atlas/v2/groups/${ids.group}/databaseUsers`;
test("an operation that is not there", async (t) => {
  const stage = await startStage(t);
  const control = async (name: string) => (await stage.send({ path: `/_anteroom/v1/${name}` })).json;

  await t.test("404 that says so, for every method, version and caller", async () => {
    for (const method of ["GET", "POST", "PATCH", "PUT", "DELETE"]) {
      const body = method === "GET" ? undefined : { a: 1 };
      const headers = { accept: "*/*" };
      const reply = await stage.ask("stranger", { method, path, headers, ...(body && { body }) });
      assertRefusal(reply, notOffered(method, path));
    }
    assertRefusal(await stage.ask("account", { path }), notOffered("GET", path));
  });

  await t.test("401 without credentials, and with wrong ones", async () => {
    const { status, headers } = await stage.send({ path });
    equal(status, 401);
    match(headers["www-authenticate"] ?? "", /^Digest /);
    const wrong = { ...keys.owner, privateKey: "wrong" };
    equal((await stage.as(wrong, { path })).status, 401);
    equal((await stage.ask("elsewhere", { path })).headers["x-error-code"], "IP_ADDRESS_NOT_ON_ACCESS_LIST");
  });

  await t.test("404 that names the newer path, for what is of version 1.0", async () => {
    for (const at of [
      `/api/atlas/v1.0/orgs/${ids.org}/apiKeys`,
      "/api/public/v1.0/groups",
      "/api/atlas/v1.0",
    ]) {
      const expected = refusal("OPERATION_OF_VERSION_1", ["POST", at]);
      const reply = await stage.ask("owner", { method: "POST", path: at, body: {} });
      assertRefusal(reply, { ...expected, errorCode: "RESOURCE_NOT_FOUND" });
    }
    const at = "/api/atlas/v1.00/groups";
    assertRefusal(await stage.ask("owner", { path: at }), notOffered("GET", at));
  });

  await t.test("404 without credentials where the path says that it needs none", async () => {
    const at = "/api/private/unauth/account/reset";
    assertRefusal(await stage.send({ method: "POST", path: at, body: {} }), notOffered("POST", at));
  });

  await t.test("listed among the requests, and counted by client without ids", async () => {
    await stage.send({ method: "POST", path: "/_anteroom/v1/reset" });
    await stage.rewind();
    const headers = { "user-agent": "tool/1" };
    await stage.ask("owner", { path, headers });
    await stage.ask("owner", { path: path.replace(ids.group, ids.missing), headers });
    await stage.ask("owner", { method: "POST", path, headers, body: {} });
    await stage.ask("owner", { path: `/api/atlas/v2/groups/${ids.group}`, headers });
    const missing = await control("missing");
    deepEqual(
      missing.map(({ lastAt, ...rest }: { lastAt: string }) => rest),
      [
        { method: "GET", path: "/api/atlas/v2/groups/{id}/databaseUsers", userAgent: "tool/1", count: 2 },
        { method: "POST", path: "/api/atlas/v2/groups/{id}/databaseUsers", userAgent: "tool/1", count: 1 },
      ],
    );
    const [known, unknown] = (await control("requests")).filter(
      (each: { status: number }) => each.status !== 401,
    );
    deepEqual([known.operationId, known.status], ["getGroup", 200]);
    const { at: _, ...seen } = unknown;
    deepEqual(seen, {
      operationId: null,
      method: "POST",
      path,
      status: 404,
      userAgent: "tool/1",
      who: "orgowner",
    });
    equal((await stage.send({ method: "POST", path: "/_anteroom/v1/reset" })).status, 204);
    deepEqual(await control("missing"), []);
  });

  await t.test("404 that names the path, where it ends in nothing at all", async () => {
    for (const at of [`${invitesPath}//`, `${invitesPath}///`, "/api/atlas/v2/groups//"]) {
      assertRefusal(await stage.ask("owner", { path: `${at}?itemsPerPage=1` }), notOffered("GET", at));
      equal((await stage.send({ path: at })).status, 401);
    }
  });

  await t.test("an envelope and line breaks where they are asked for", async () => {
    const { text } = await stage.ask("owner", { path: `${path}?envelope=true&pretty=true` });
    const content = errorBody(notOffered("GET", path));
    equal(text, JSON.stringify({ content, status: 404 }, null, 2).replace(/":/g, '" :'));
  });

  await t.test("405 where the path is there and the method is not", async () => {
    equal((await stage.send({ method: "PUT", path: "/api/atlas/v2/clusters" })).status, 405);
  });

  await t.test("404 for making a cluster, although there is a list of clusters", async () => {
    const at = `/api/atlas/v2/groups/${ids.group}/clusters`;
    const making = { method: "POST", path: at, body: { name: "a" } };
    assertRefusal(await stage.ask("owner", making), notOffered("POST", at));
    equal((await stage.send({ method: "OPTIONS", path: at })).headers.allow, "GET,OPTIONS");
  });
});
