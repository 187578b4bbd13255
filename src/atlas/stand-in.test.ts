// Tests requests for missing operations: credentials and scope are checked before the refusal; and the list of missing operations.
import { deepEqual, equal, match } from "node:assert/strict";
import { test } from "node:test";
import {
  type Asked,
  absent,
  askFor,
  hereAt,
  sampleBesideRead,
  sampleOfEnding,
  sampleOfList,
  valueFor,
} from "../../test/support/gaps.ts";
import { invitesPath, notOffered } from "../../test/support/invites.ts";
import { noJuly } from "../../test/support/rooms.ts";
import { assertRefusal, refusal, startStage } from "../../test/support/stage.ts";
import { ids } from "../../test/support/world.ts";
import { catalogue } from "../core/contract/errors.ts";
import { mediaType, type VersionName, versionsInOrder } from "../core/contract/versions.ts";
import { endingRowOf } from "../core/spec/endings.ts";
import { readSpec } from "../core/spec/files.ts";

const atlas = readSpec("atlas");

/** The day so many days after another. */
const dayAfter = (day: string, days: number) =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

test("the refusal names the month of the document that is read", () => {
  match(catalogue.OPERATION_NOT_FOUND.detail, new RegExp(`API as published in ${atlas.month} nor`));
});

test("an operation that is not there", async (t) => {
  const stage = await startStage(t);

  await t.test(
    "410 in a version that has ended, with the successor; calls count before and after",
    async () => {
      const found = sampleOfEnding();
      if (found === undefined) return;
      const ending = askFor(found.id);
      const { id, form } = ending;
      const { versions = {}, successor } = endingRowOf(id) ?? {};
      const [oldest = "", next = ""] = versionsInOrder(versions);
      const newest = versionsInOrder(versions).at(-1) ?? "";
      const { sunset = "" } = versions[oldest as VersionName] ?? {};
      const ask = (date: string, { good: sent }: Asked = ending) =>
        stage.ask("owner", { ...sent, headers: { accept: mediaType(date) } });
      assertRefusal(await ask(oldest, askFor(id, oldest)), absent(ending));
      stage.clock.set({ now: dayAfter(sunset, 1) });
      equal(successor, `${id} in version ${newest}`);
      // Any date before the next version selects this one.
      for (const date of [oldest, dayAfter(next, -1)]) {
        assertRefusal(await ask(date), refusal("VERSION_GONE", [oldest, sunset, successor]));
      }
      for (const date of [newest, "2025-03-12"]) {
        assertRefusal(await ask(date), absent(ending));
      }
      if (noJuly) return;
      const counted = (await stage.deprecations.list()).find(({ operationId }) => operationId === id);
      deepEqual([counted?.count, counted?.gone, counted?.sunset], [3, 2, sunset]);
      equal(counted?.successor, successor);
      const { params, query, version } = (counted?.example ?? {}) as Record<string, unknown>;
      // Ids are kept, and names are not.
      const shown = Object.entries(form.path ?? {})
        .map(([name, each]) => [name, valueFor(name, each)] as const)
        .map(([name, value]) => [name, /^[0-9a-f]{24}$/.test(value) ? value : "…"]);
      deepEqual([params, query, version], [Object.fromEntries(shown), {}, oldest]);
      equal(counted?.instead.curl, `# Call ${successor}. Anteroom does not have it.`);
    },
  );

  await t.test("410 for what was removed altogether", async () => {
    const at = `/api/atlas/v2/groups/${ids.group}/serverless/some/backup/snapshots`;
    const reply = await stage.ask("owner", { path: at });
    const instead = "listGroupFlexClusterBackupSnapshots";
    assertRefusal(reply, refusal("VERSION_GONE", ["2023-01-01", "2026-01-22", instead]));
  });

  await t.test("404 for what no Atlas has", async () => {
    const at = `/api/atlas/v2/groups/${ids.group}/nonsense`;
    for (const method of ["GET", "POST", "PATCH", "PUT", "DELETE"]) {
      const reply = await stage.ask("stranger", { method, path: at, headers: { accept: "*/*" } });
      assertRefusal(reply, notOffered(method, at));
    }
  });

  await t.test("501 that names the newer path, for what is of version 1.0", async () => {
    for (const at of [
      `/api/atlas/v1.0/groups/${ids.group}/clusters/c/fts/analyzers`,
      "/api/public/v1.0/clusters",
    ]) {
      const expected = refusal("OPERATION_OF_VERSION_1", ["POST", at]);
      const reply = await stage.ask("owner", { method: "POST", path: at, body: {} });
      assertRefusal(reply, { ...expected, errorCode: "NOT_IMPLEMENTED_BY_ANTEROOM" });
    }
    const at = "/api/atlas/v1.00/groups";
    assertRefusal(await stage.ask("owner", { path: at }), notOffered("GET", at));
  });

  await t.test("404 without credentials where the path says that it needs none", async () => {
    const at = "/api/private/unauth/account/reset";
    assertRefusal(await stage.send({ method: "POST", path: at, body: {} }), notOffered("POST", at));
  });

  await t.test("404 that names the path, where it ends in nothing at all", async () => {
    for (const at of [`${invitesPath}//`, `${invitesPath}///`, "/api/atlas/v2/groups//"]) {
      assertRefusal(await stage.ask("owner", { path: `${at}?itemsPerPage=1` }), notOffered("GET", at));
      equal((await stage.send({ path: at })).status, 401);
    }
  });

  await t.test("501 for a change of what can be read", async () => {
    const found = sampleBesideRead();
    if (found === undefined) return;
    const { id, path: at } = found;
    const each = askFor(id);
    assertRefusal(await stage.ask("owner", each.good), absent(each));
    const { headers } = await stage.send({ method: "OPTIONS", path: each.good.path });
    equal(headers.allow, [...hereAt(at).map(({ method }) => method), "OPTIONS"].join(","));
  });
});

const missing = sampleOfList();

test("a list that is not here, and the creation at its path", {
  skip: missing === undefined && "none is missing",
}, async (t) => {
  if (missing === undefined) return;
  const { read, made, methods } = missing;
  const { path } = read.good;
  const stage = await startStage(t);
  const control = async (name: string) => (await stage.send({ path: `/_anteroom/v1/${name}` })).json;

  await t.test(
    "404 and 401 as Atlas has them, where the project or organization is not the caller's",
    async () => {
      const at = (id: string) => ({ ...read.good, path: path.replace(ids.group, id) });
      assertRefusal(await stage.ask("owner", at(ids.missing)), refusal("GROUP_NOT_FOUND", [ids.missing]));
      assertRefusal(await stage.ask("owner", at("x")), refusal("INVALID_GROUP_ID", ["x"]));
      assertRefusal(await stage.ask("stranger", read.good), refusal("USER_CANNOT_ACCESS_GROUP"));
      const alerts = `/api/atlas/v2/orgs/${ids.missing}/invoices`;
      assertRefusal(await stage.ask("owner", { path: alerts }), refusal("ORG_NOT_FOUND", [ids.missing]));
    },
  );

  await t.test("405 for a method that Atlas has not there either", async () => {
    const { status, headers } = await stage.ask("owner", { method: "PUT", path });
    deepEqual([status, headers.allow], [405, [...methods, "OPTIONS"].join(",")]);
  });

  await t.test("listed among the requests, and counted by client without ids", async () => {
    await stage.send({ method: "POST", path: "/_anteroom/v1/reset" });
    await stage.rewind();
    const headers = { "user-agent": "tool/1" };
    const list = { path, headers: { ...read.good.headers, ...headers } };
    await stage.ask("owner", list);
    await stage.ask("owner", { ...list, path: path.replace(ids.group, ids.missing) });
    await stage.ask("reader", list);
    await stage.ask("owner", { path: "/api/atlas/v2/nonsense", headers });
    await stage.ask("owner", { ...made.good, headers: { ...made.good.headers, ...headers } });
    await stage.ask("owner", { path: `/api/atlas/v2/groups/${ids.group}`, headers });
    const missing = await control("missing");
    const listed = { path: path.replace(ids.group, "{id}"), userAgent: "tool/1" };
    deepEqual(
      missing.map(({ lastAt, ...rest }: { lastAt: string }) => rest),
      [
        { method: "GET", ...listed, operationId: read.id, count: 2 },
        { method: "GET", path: "/api/atlas/v2/nonsense", operationId: null, userAgent: "tool/1", count: 1 },
        { method: "POST", ...listed, operationId: made.id, count: 1 },
      ],
    );
    const [known, unknown] = (await control("requests")).filter(
      (each: { status: number }) => each.status !== 401,
    );
    deepEqual([known.operationId, known.status], ["getGroup", 200]);
    const { at: _, ...seen } = unknown;
    deepEqual(seen, {
      operationId: made.id,
      method: "POST",
      path,
      status: 501,
      userAgent: "tool/1",
      who: "orgowner",
    });
    equal((await stage.send({ method: "POST", path: "/_anteroom/v1/reset" })).status, 204);
    deepEqual(await control("missing"), []);
  });
});
