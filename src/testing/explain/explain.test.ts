// Tests of explanations without a server: the names in a question, the rule that refused, the roles of holders, and the content
// of a line.
import { deepEqual, equal, ok, rejects } from "node:assert/strict";
import { test } from "node:test";
import { fault } from "../../core/contract/errors.ts";
import { limitSets } from "../../core/contract/limits.ts";
import type { RoleName } from "../../core/contract/roles.ts";
import { door } from "../../core/domain/access.ts";
import { emptied } from "../../core/http/limits.ts";
import { beginRequest } from "../../core/http/pipeline.ts";
import type { OperationRequest } from "../../core/http/pipeline-request.ts";
import { type ApiAnswer, refuseAlone, unidentified } from "../../core/http/reply.ts";
import type { Operation } from "../../core/operations/operation.ts";
import { createExplaining } from "./explain.ts";

const now = Date.UTC(2026, 7, 10);
const orgId = "a0123456789abcdef012345a";
const groupId = "b0123456789abcdef012345b";
const [acme, payments] = [
  { kind: "ORG", id: orgId, name: "Acme" },
  { kind: "GROUP", id: groupId, name: "payments" },
] as const;
const team = { kind: "TEAM", id: "t", name: "core" } as const;

const operationOf = (id: string, method: string, path: string, rest: object) =>
  ({ id, method, path: `/api/atlas/v2${path}`, ...rest }) as unknown as Operation;
const renaming = operationOf("updateGroup", "PATCH", "/groups/{groupId}", {
  door: door.group("GROUP_OWNER"),
  versions: { "2023-01-01": { sunset: "2026-01-01" }, "2024-08-05": {} },
});
const reading = operationOf("getOrg", "GET", "/orgs/{orgId}", {
  door: door.org("ORG_READ_ONLY"),
  versions: { unversioned: {} },
});
const listing = operationOf("listOrgTeamUsers", "GET", "/teams", {
  door: door.signedIn,
  versions: { "2023-01-01": {} },
});

const grantOf = (id: string, role: RoleName, rest: object = {}) => ({
  principal: { kind: "API_KEY", id, name: id, label: "" },
  role,
  groupId,
  team: null,
  ...rest,
});

interface World {
  /** The roles that the caller holds in the place of the request. */
  readonly roles?: readonly RoleName[];
  readonly held?: readonly object[];
  readonly credential?: object;
  readonly reads?: () => void;
}

function start({ roles = ["GROUP_OWNER"], held = [], credential, reads = () => {} }: World = {}) {
  const asked: unknown[] = [];
  const group = { id: groupId, name: "payments", orgId };
  const org = { id: orgId, name: "Acme" };
  const tx = {
    orgs: { find: async (id: string) => (id === orgId ? org : undefined), rolesOf: async () => roles },
    groups: {
      find: async (id: string) => (id === groupId ? group : undefined),
      enter: async () => ({ group, org, roles }),
    },
    grants: {
      held: async (...given: unknown[]) => {
        asked.push(given);
        return held;
      },
    },
    users: {
      byAddress: async (name: string) =>
        name === "ada@example.com" ? { id: "u", username: "Ada@example.com" } : undefined,
    },
    credentials: {
      named: async (name: string) =>
        name === "nobody" ? undefined : { id: "k", accessList: [], listRequired: false, ...credential },
    },
  };
  const explaining = createExplaining({
    operations: [renaming, reading, listing],
    store: {
      read: async (work: (tx: unknown) => unknown) => {
        reads();
        return work(tx);
      },
    },
    clock: { now: () => now },
    admits: (value: string) => value === "1",
  } as never);
  const about = { operation: "updateGroup", groupId, caller: "abcdefgh" };
  const { perform: around } = explaining.wrapper;
  ok(around);
  return {
    explaining,
    tx,
    asked,
    explain: (question: object = {}) => explaining.explain({ ...about, ...question }),
    refusal: async (question: object = {}) =>
      (await explaining.explain({ ...about, ...question })).refusedBy?.code,
    /** Asks with a request, which gets this answer. */
    async walk(answer: ApiAnswer) {
      const { headers, explanation, ...rest } = await around(async () => answer)(asking());
      return { ...rest, line: headers["x-anteroom-explanation"], explanation };
    },
  };
}

/** Builds a request that renames a project. */
const asking = () => {
  const remoteAddress = { state: "own", ip: "192.0.2.1" };
  const headers = { "x-anteroom-explain": "1" };
  const received = { target: "/", headers, params: { groupId }, remoteAddress };
  return beginRequest(renaming, received as unknown as OperationRequest, now);
};

test("an operation is named, by either of its names, or found by a request", async () => {
  const { explain } = start();
  const { refusedBy, ...rest } = await explain();
  deepEqual(rest, {
    operationId: "updateGroup",
    method: "PATCH",
    path: renaming.path,
    door: "group",
    isOpen: false,
    leastRole: "GROUP_OWNER",
    openedBy: ["ORG_OWNER", "GROUP_OWNER"],
    held: [],
    by: [],
    caller: { kind: "API_KEY", id: "k", name: "abcdefgh" },
  });
  equal(refusedBy, null);
  for (const [named, found] of [
    [{ operation: "listOrgTeamUsers" }, "listOrgTeamUsers"],
    [{ operation: "listTeamUsers" }, "listOrgTeamUsers"],
    [{ method: "patch", path: `/api/atlas/v2/groups/${groupId}?pretty=true` }, "updateGroup"],
    [{ method: "GET", path: "/api/atlas/v2/teams" }, "listOrgTeamUsers"],
  ] as const) {
    const { operationId } = await explain({ operation: undefined, groupId: undefined, ...named });
    equal(operationId, found, JSON.stringify(named));
  }
});

test("the first rule that refuses is told: address, version, sunset, door", async () => {
  const listed = start({ credential: { accessList: ["192.0.2.0/24"] } });
  equal(await listed.refusal(), undefined);
  equal(await listed.refusal({ address: "192.0.2.7" }), undefined);
  equal(await listed.refusal({ address: "198.51.100.1" }), "IP_ADDRESS_NOT_ON_ACCESS_LIST");
  const demanding = start({ credential: { listRequired: true } });
  deepEqual((await demanding.explain()).refusedBy, {
    rule: "access list",
    code: "ORG_REQUIRES_ACCESS_LIST",
    detail: fault("ORG_REQUIRES_ACCESS_LIST", { ip: "any address" }).message,
  });
  equal(await demanding.refusal({ address: "192.0.2.7" }), "ORG_REQUIRES_ACCESS_LIST");
  equal(await demanding.refusal({ caller: "ada@example.com", address: "192.0.2.7" }), undefined);
  const { explain, refusal } = start();
  deepEqual((await explain({ version: "2022-01-01" })).refusedBy?.rule, "version");
  deepEqual((await explain({ version: "2023-01-01" })).refusedBy?.rule, "sunset");
  equal(await refusal({ version: "2024-08-05" }), undefined);
  const owning = start({ roles: ["ORG_OWNER"] });
  equal(await owning.refusal({ operation: "getOrg", orgId }), undefined);
  const outside = await start({ roles: ["GROUP_READ_ONLY"] }).explain();
  deepEqual([outside.refusedBy?.rule, outside.refusedBy?.code], ["door", "USER_UNAUTHORIZED"]);
  const broken = start();
  broken.tx.groups.enter = async () => {
    throw new Error("disk full");
  };
  await rejects(broken.explain(), { message: "disk full" });
});

test("roles are told with where they come from: the organization first, then the project, then teams", async () => {
  const { explain, asked } = start({
    held: [
      grantOf("k", "GROUP_OWNER", { team: { id: team.id, name: team.name } }),
      grantOf("k", "GROUP_READ_ONLY"),
      grantOf("k", "ORG_MEMBER", { groupId: null }),
    ],
  });
  const { isOpen, held, by } = await explain();
  deepEqual(held, [
    { role: "ORG_MEMBER", from: acme },
    { role: "GROUP_READ_ONLY", from: payments },
    { role: "GROUP_OWNER", from: team },
  ]);
  deepEqual([isOpen, by], [true, [{ role: "GROUP_OWNER", from: team }]]);
  deepEqual(asked, [[{ orgId, groupId }, { principalId: "k" }]]);
  const inOrg = start({ roles: ["ORG_MEMBER"], held: [grantOf("k", "ORG_MEMBER", { groupId: null })] });
  deepEqual((await inOrg.explain({ operation: "getOrg", orgId })).held, [{ role: "ORG_MEMBER", from: acme }]);
  deepEqual(inOrg.asked, [[{ orgId, groupId: null }, { principalId: "k" }]]);
  deepEqual((await explain({ operation: "listTeamUsers" })).held, []);
});

const done: ApiAnswer = { status: 200, headers: { a: "b" }, body: "{}", who: "abcdefgh" };

test("nobody was identified, or the store is away: the verdict stays", async () => {
  const refused = unidentified({ scheme: "bearer", header: "Bearer error" } as never);
  const { line, explanation } = await start().walk(refused);
  equal(line, "refused by credential; needs GROUP_OWNER in the project, or ORG_OWNER; nobody was identified");
  deepEqual(explanation?.refusedBy, { rule: "credential", code: null, detail: "Bearer error" });
  const away = await start({
    reads: () => {
      throw new Error("away");
    },
  }).walk(done);
  equal(away.line, "let in; needs GROUP_OWNER in the project, or ORG_OWNER; nobody was identified");
  equal((await start().walk({ ...done, who: "nobody" })).explanation?.caller, null);
});

test("each refusal has its rule, its code and its words", async () => {
  const known = { who: "abcdefgh" };
  const { walk } = start();
  for (const [refused, rule] of [
    [fault("IP_ADDRESS_NOT_ON_ACCESS_LIST", { ip: "192.0.2.7" }), "access list"],
    [fault("ORG_REQUIRES_ACCESS_LIST", { ip: "192.0.2.7" }), "access list"],
    [emptied(limitSets.groups, "/api/atlas/v2/groups", 1000), "limit"],
    [fault("INVALID_VERSION_DATE", {}), "version"],
    [fault("VERSION_GONE", { version: "2023-01-01", sunset: "2026-01-01", successor: "x" }), "sunset"],
    [fault("USER_UNAUTHORIZED", {}), "door"],
    [fault("USER_CANNOT_ACCESS_ORG", {}), "door"],
    [fault("USER_CANNOT_ACCESS_GROUP", {}), "door"],
    [fault("ORG_NOT_FOUND", { orgId }), "scope"],
    [fault("GROUP_NOT_FOUND", { groupId }), "scope"],
    [fault("SIGN_IN_NOT_RECENT", {}), "recent sign-in"],
    [fault("ROLE_ABOVE_OWN", { role: "GROUP_OWNER", scopeId: groupId }), "strict roles"],
    [fault("INVALID_JSON", {}), "request"],
    [fault("UNSUPPORTED_MEDIA_TYPE", { type: "text/plain" }), "request"],
    [fault("REQUEST_TOO_LARGE", { limit: 1 }), "request"],
    [fault("UNEXPECTED_ERROR", {}), "server"],
    [fault("MISSING_ATTRIBUTE", { attribute: "name" }), "operation"],
    [fault("SERVICE_UNAVAILABLE", { reason: "Away" }), "server"],
  ] as const) {
    const { explanation } = await walk({ ...refuseAlone(refused), ...known });
    deepEqual(explanation?.refusedBy, { rule, code: refused.code, detail: refused.message });
  }
  const [code, { message: detail }] = ["USER_UNAUTHORIZED", fault("USER_UNAUTHORIZED", {})];
  const enveloped = refuseAlone(fault("USER_UNAUTHORIZED", {}), { envelope: true, pretty: true });
  const open = start({ held: [grantOf("k", "GROUP_OWNER")] });
  // The door is open: a rule of the operation itself refused.
  deepEqual((await open.walk({ ...enveloped, ...known })).explanation?.refusedBy, {
    rule: "operation",
    code,
    detail,
  });
  const gone = refuseAlone(fault("GROUP_NOT_FOUND", { groupId }));
  equal((await open.walk({ ...gone, ...known })).explanation?.refusedBy?.rule, "scope");
  const bare = { status: 400, headers: {}, body: "no" };
  deepEqual((await walk(bare)).explanation?.refusedBy, { rule: "request", code: null, detail: "" });
});

test("a fault that was injected refuses by its name, unless it let the answer through", async () => {
  const { walk } = start();
  const injected = "rule 1";
  for (const [status, code] of [
    [0, null],
    [400, null],
    [503, "SERVICE_UNAVAILABLE"],
  ] as const) {
    const headers: Record<string, string> = code === null ? {} : { "x-error-code": code };
    const { explanation } = await walk({ ...done, status, headers, injected });
    deepEqual(explanation?.refusedBy, { rule: "fault", code, detail: injected });
  }
  equal((await walk({ ...done, injected })).explanation?.refusedBy, null);
  equal((await walk({ ...done, status: 399 })).explanation?.refusedBy, null);
});

test("what somebody named neither ends the line nor leaves ASCII", async () => {
  const { walk, tx } = start({ held: [grantOf("k", "GROUP_OWNER")] });
  tx.groups.find = async () => ({ id: groupId, name: "결\r\n~ \u007f", orgId });
  const { line = "" } = await walk(done);
  equal(line.split(";")[0], "let in by GROUP_OWNER in project \\uacb0\\u000d\\u000a~ \\u007f");
});
