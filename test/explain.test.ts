// Explanations: whether somebody is let in and why, beforehand and of a request that asks; and who may do what.
import { deepEqual, equal, match, ok, rejects } from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { test } from "node:test";
import type { SeedDocument } from "../src/anteroom.ts";
import { operations } from "../src/atlas/index.ts";
import { mediaType, versionsInOrder } from "../src/core/contract/versions.ts";
import type { Operation } from "../src/core/operations/operation.ts";
import { AnteroomControls } from "../src/testing/controls/client.ts";
import { sampleOfList } from "./support/gaps.ts";
import { pluck } from "./support/pluck.ts";
import { startProcess } from "./support/process.ts";
import { account, ids, keys, type Reply, seed, send, startWorld } from "./support/world.ts";

type Org = SeedDocument["orgs"][number];

const invites = `/api/atlas/v2/groups/${ids.group}/invites`;
const asks = { "x-anteroom-explain": "1" };
const sentence = ({ headers }: Reply) => headers["x-anteroom-explanation"];
const payments = { kind: "GROUP", id: ids.group, name: "payments" };
const acme = { kind: "ORG", id: ids.org, name: "Acme" };

test("a request that asks is answered with one line, and listed with all of it", async (t) => {
  const world = await startWorld(t);
  t.beforeEach(() => world.reset());
  const ask = async (key: { publicKey: string; privateKey: string }, more = {}) =>
    world.as(key, { path: invites, headers: asks, ...more });
  const last = () => world.requests.list()[0]?.explanation;

  await t.test("let in by the role of the project", async () => {
    const answer = await ask(keys.groupOwner);
    equal(answer.status, 200);
    equal(
      sentence(answer),
      "let in by GROUP_OWNER in project payments; needs GROUP_OWNER in the project, or ORG_OWNER; projownr holds ORG_MEMBER in organization Acme, GROUP_OWNER in project payments",
    );
    deepEqual(last()?.by, [{ role: "GROUP_OWNER", from: payments }]);
    equal(last()?.refusedBy, null);
  });

  await t.test("refused at the door", async () => {
    const answer = await ask(keys.groupReader);
    equal(answer.status, 401);
    match(
      sentence(answer) ?? "",
      /^refused by door \(USER_UNAUTHORIZED\); needs GROUP_OWNER in the project, or ORG_OWNER; projread holds /,
    );
    equal(last()?.isOpen, false);
    deepEqual(last()?.refusedBy?.rule, "door");
    ok(last()?.held.some(({ role, from }) => role === "GROUP_READ_ONLY" && from.kind === "GROUP"));
  });

  await t.test("an open door, refused by access list, sunset, fault and limit", async () => {
    const rule = () => [last()?.refusedBy?.rule, last()?.refusedBy?.code, last()?.isOpen];
    match(
      sentence(await ask(keys.elsewhere)) ?? "",
      /^refused by access list \(\w+\); 127\.0\.0\.1 is not in 192\.0\.2\.0\/24, 2001:db8::1; needs /,
    );
    deepEqual(rule(), ["access list", "IP_ADDRESS_NOT_ON_ACCESS_LIST", true]);
    equal(last()?.refusedBy?.detail, "127.0.0.1 is not in 192.0.2.0/24, 2001:db8::1");
    world.clock.set({ now: "2027-07-02" });
    await ask(keys.owner);
    deepEqual(rule(), ["sunset", "VERSION_GONE", true]);
    world.clock.set({ now: null });
    world.faults.set([{ status: 503, times: 1 }]);
    await ask(keys.owner);
    deepEqual(rule().slice(0, 1), ["fault"]);
    world.faults.set([{ status: 429, times: 1 }]);
    await ask(keys.owner);
    deepEqual(rule().slice(0, 1), ["fault"]);
    await ask(keys.owner, { headers: { ...asks, accept: "application/json" } });
    deepEqual(rule(), ["version", "INVALID_VERSION_DATE", true]);
  });

  await t.test("what the operation itself refuses, and what is nowhere", async () => {
    const body = { username: "hello@example.com", roles: ["GROUP_OWNER"] };
    await ask(keys.owner, { method: "POST", body });
    equal(last()?.refusedBy?.rule, "operation");
    await ask(keys.owner, { path: invites.replace(ids.group, ids.missing) });
    deepEqual([last()?.refusedBy?.rule, last()?.held], ["scope", []]);
    const nobody = await world.send({ path: invites, headers: asks });
    match(sentence(nobody) ?? "", /^refused by credential; .*; nobody was identified$/);
  });

  await t.test("by what the caller held before the request took it away", async () => {
    const path = `/api/atlas/v2/groups/${ids.group}`;
    const answer = await world.as(keys.owner, {
      method: "DELETE",
      path,
      headers: asks,
    });
    match(sentence(answer) ?? "", /^let in by ORG_OWNER in organization Acme/);
  });

  await t.test("a name that is no ASCII stays on one line", async () => {
    const path = `/api/atlas/v2/groups/${ids.group}`;
    equal((await world.as(keys.owner, { method: "PATCH", path, body: { name: "결제" } })).status, 200);
    match(sentence(await ask(keys.groupOwner)) ?? "", /project \\uacb0\\uc81c/);
  });

  await t.test("nothing is said to who does not ask", async () => {
    equal(sentence(await world.as(keys.owner, { path: invites })), undefined);
    equal(last(), undefined);
    equal(sentence(await ask(keys.owner, { headers: { "x-anteroom-explain": "0" } })), undefined);
  });
});

/** Queries that operations demand: a request is explained before they are looked at. */
const demanded: Readonly<Record<string, string>> = {
  getGroupStreamAccountDetails: "?cloudProvider=aws&regionName=US_EAST_1",
  listGroupStreamVpcPeeringConnections: "?requesterAccountId=210987654321",
};

test("beforehand: the same verdict as the request itself gets", async (t) => {
  const [acme, ...others] = seed.orgs as [Org, ...Org[]];
  const federation = { id: "f".repeat(24) };
  const world = await startWorld(t, { seed: { ...seed, orgs: [{ ...acme, federation }, ...others] } });
  const callers = [keys.owner, keys.member, keys.reader, keys.creator, keys.groupOwner, keys.groupReader];
  const all = [...callers, keys.stranger];
  const reading = Object.values<Operation>(operations).filter(({ method, path, door }) => {
    const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    return method === "GET" && "role" in door && names.length === 1;
  });
  ok(reading.length > 10);
  for (const { id, path, versions, door } of reading) {
    const target = path
      .replace("{groupId}", ids.group)
      .replace("{orgId}", ids.org)
      .replace("{federationSettingsId}", federation.id);
    const accept = mediaType(versionsInOrder(versions).at(-1) ?? "");
    for (const key of all) {
      const before = await world.explain({ method: "GET", path: target, caller: key.publicKey });
      const { status } = await world.as(key, {
        path: `${target}${demanded[id] ?? ""}`,
        headers: { ...asks, accept },
      });
      const explanation = world.requests.list()[0]?.explanation;
      deepEqual(explanation, before, `${id} as ${key.publicKey}, ${status}`);
      // A stranger is told that there is no such federation.
      const { rule } = explanation?.refusedBy ?? {};
      const isOut = rule === "door" || (door.kind === "federation" && rule === "path");
      equal(explanation?.isOpen, !isOut, `${id} as ${key.publicKey}`);
    }
  }
});

test("the controls explain, and say who can", async (t) => {
  const world = await startWorld(t);
  const controls = new AnteroomControls(world.url);
  const about = { operation: "updateGroupInvites", groupId: ids.group };

  await t.test("whom a credential may not be used from", async () => {
    const { publicKey: caller } = keys.elsewhere;
    const list = "192.0.2.0/24, 2001:db8::1";
    for (const { explain } of [controls, world]) {
      const from = async (address?: string) =>
        (await explain({ ...about, caller, ...(address && { address }) })).refusedBy?.detail;
      deepEqual(
        [await from(), await from("192.0.2.7"), await from("198.51.100.1")],
        [`127.0.0.1 is not in ${list}`, undefined, `198.51.100.1 is not in ${list}`],
      );
    }
  });

  await t.test("people and service accounts by their names", async () => {
    const { isOpen, caller } = await controls.explain({ ...about, caller: account.clientId });
    deepEqual([isOpen, caller?.kind, caller?.name], [true, "SERVICE_ACCOUNT", account.clientId]);
    const called = await controls.explain({ ...about, caller: "ci" });
    equal(called.caller?.name, account.clientId);
    await rejects(controls.explain({ ...about, caller: "seeded" }), /'seeded' may be any of orgowner, /);
    const member = await controls.explain({ ...about, caller: "Member@example.com" });
    deepEqual([member.isOpen, member.caller?.kind], [false, "USER"]);
    deepEqual(member.held, [{ role: "ORG_MEMBER", from: acme }]);
    equal(member.refusedBy?.code, "USER_CANNOT_ACCESS_GROUP");
  });

  await t.test("version 1.0, as by the operation that answers it", async () => {
    for (const base of ["/api/atlas/v1.0", "/api/public/v1.0"]) {
      const path = `${base}/orgs/${ids.org}/users`;
      for (const key of [keys.owner, keys.groupOwner, keys.stranger]) {
        const before = await controls.explain({ method: "GET", path, caller: key.publicKey });
        const { status } = await world.as(key, { path, headers: { ...asks, accept: "application/json" } });
        equal(before.operationId, "listOrgUsers");
        deepEqual(
          [world.requests.list()[0]?.explanation, before.refusedBy === null],
          [before, status === 200],
        );
      }
    }
  });

  await t.test("an operation that ends, by the clock of the world", async () => {
    await controls.clock.set({ now: "2027-07-02" });
    const { refusedBy } = await controls.explain({ ...about, caller: keys.owner.publicKey });
    equal(refusedBy?.rule, "sunset");
    await controls.clock.set({ now: null });
  });

  await t.test("who can, in a project and in an organization", async () => {
    const { holders, leastRole, openedBy } = await controls.whoCan(about);
    deepEqual([leastRole, openedBy], ["GROUP_OWNER", ["ORG_OWNER", "GROUP_OWNER"]]);
    deepEqual(pluck(holders, "name"), [
      "owner@example.com",
      account.clientId,
      keys.elsewhere.publicKey,
      keys.owner.publicKey,
      keys.groupOwner.publicKey,
    ]);
    const inOrg = await controls.whoCan({ operation: "createOrgInvite", orgId: ids.otherOrg });
    deepEqual(pluck(inOrg.holders, "name"), ["other@example.com", keys.stranger.publicKey]);
    const { door, holders: nobody } = await controls.whoCan({ operation: "listOrgs" });
    deepEqual([door, nobody], ["signedIn", []]);
  });

  await t.test("400 for a question without an answer, which says why", async () => {
    const refused = async (question: object, why: RegExp) =>
      rejects(controls.explain(question as never), { status: 400, message: why });
    const caller = keys.owner.publicKey;
    await refused({ operation: "listEverything", caller }, /no operation named 'listEverything'/);
    await refused({ caller }, /name an operation/);
    await refused({ method: "GET", path: "/nowhere", caller }, /no operation at GET \/nowhere/);
    const gap = sampleOfList()?.read.good.path;
    if (gap !== undefined) {
      await refused(
        { method: "GET", path: gap, caller },
        /Atlas has (?:get|list)\w+, GET .*; Anteroom does not implement/,
      );
    }
    const gone = `/api/atlas/v1.0/groups/${ids.group}/clusters/c/fts/analyzers`;
    await refused({ method: "GET", path: gone, caller }, /version 1 of the API, .* does not implement GET/);
    await refused({ method: "PUT", path: invites, caller }, /no operation at PUT/);
    await refused({ operation: "getGroup", caller }, /decided in one project: give groupId/);
    await refused({ operation: "getGroup", groupId: ids.missing, caller }, /no project with the id f+/);
    await refused({ ...about, caller: "unknown1" }, /nobody here is called 'unknown1'/);
    await refused({ ...about, caller, version: "soon" }, /'soon' is no version/);
    await refused({ ...about }, /give 'caller'/);
    await refused({ ...about, caller, colour: "red" }, /no member 'colour'/);
    await refused({ ...about, caller: 7 }, /'caller' must be a string/);
    await rejects(controls.whoCan({ ...about, caller } as never), { status: 400 });
  });
});

test("where the controls want a token, so does an explanation", async (t) => {
  const controlToken = "0123456789abcdef";
  const world = await startWorld(t, { controlToken });
  const ask = async (value: string) =>
    sentence(await world.as(keys.owner, { path: invites, headers: { "x-anteroom-explain": value } }));
  equal(await ask("1"), undefined);
  match((await ask(controlToken)) ?? "", /^let in by ORG_OWNER/);
});

test("a server in earnest explains nothing", async (t) => {
  const secret = randomBytes(32).toString("hex");
  const server = await startProcess(t, ["serve", "--memory", "--port", "0"], { ANTEROOM_SECRET: secret });
  const answer = await send(server.url, { path: invites, headers: asks });
  deepEqual([answer.status, sentence(answer)], [401, undefined]);
});
