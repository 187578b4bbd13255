// Every operation against every kind of caller: who is let in, and how the others are refused, as Atlas demands it.
import { deepEqual, ok } from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { passing, renderPermissions } from "../scripts/permissions.ts";
import { groupRoleNames, orgRoleNames, type RoleName } from "../src/contract/roles.ts";
import { type OperationId, operations } from "../src/operations/index.ts";
import { assertChallenge, assertTokenRefused } from "./support/challenges.ts";
import { root } from "./support/command.ts";
import { compose, isLetIn, type NestedWorld, startNestedWorld } from "./support/nested.ts";
import type { Reply } from "./support/world.ts";
import { type CallerKind, gather, newcomers } from "./tables/caller-kinds.ts";
import { type Calls, composeCalls } from "./tables/calls.ts";
import { demands, meeting } from "./tables/doors.ts";

/** `ok` for any success, a word for the two 401s without a code of their own, or the code of the refusal. */
type Outcome = string;

const holds = ({ org, group }: CallerKind, roles: readonly RoleName[]) =>
  [...org, ...group].some((role) => roles.includes(role));

const inGroup = (caller: CallerKind): Outcome =>
  holds(caller, meeting["Project Read Only"]) ? "USER_UNAUTHORIZED" : "USER_CANNOT_ACCESS_GROUP";
const inOrg = (caller: CallerKind): Outcome =>
  caller.isForeign === true ? "USER_CANNOT_ACCESS_ORG" : "USER_UNAUTHORIZED";

/** What those operations ask for themselves whose role is not listed; the others take every caller that is known. */
const ownDemands: Partial<Record<OperationId, (caller: CallerKind) => Outcome>> = {
  createGroup: (caller) =>
    holds(caller, ["ORG_OWNER", "ORG_GROUP_CREATOR"])
      ? "ok"
      : caller.isForeign
        ? "USER_CANNOT_ACCESS_ORG"
        : "NOT_ORG_GROUP_CREATOR",
  // The owner it names belongs to the organization of the samples.
  createOrg: (caller) =>
    caller.isForeign
      ? "USER_NOT_FOUND"
      : caller.isPerson || holds(caller, ["ORG_OWNER"])
        ? "ok"
        : "NOT_ORG_OWNER",
  createOrgApiKeyAccessListEntry: (caller) => (holds(caller, ["ORG_OWNER"]) ? "ok" : inOrg(caller)),
  deleteOrgApiKeyAccessListEntry: (caller) => (holds(caller, ["ORG_OWNER"]) ? "ok" : inOrg(caller)),
  // Its sample offers a role in the organization first.
  createUser: (caller) => (holds(caller, ["ORG_OWNER"]) ? "ok" : inOrg(caller)),
  // Those samples name the organization and the project whose limits they ask for.
  getRateLimit: (caller) => (caller.isForeign ? "USER_CANNOT_ACCESS_ORG" : "ok"),
  listRateLimits: (caller) =>
    holds(caller, meeting["Project Read Only"]) ? "ok" : "USER_CANNOT_ACCESS_GROUP",
  // The names below are looked up in the organization of the caller.
  getGroupByName: (caller) =>
    !caller.isForeign && holds(caller, meeting["Project Read Only"]) ? "ok" : "NOT_IN_GROUP",
  getUser: (caller) => (caller.isForeign ? "USER_NOT_FOUND" : "ok"),
  getUserByName: (caller) => (caller.isForeign ? "USERNAME_NOT_FOUND" : "ok"),
};

/** As Atlas decides it: first whether the caller is known, then its address, then its roles in the scope of the path. */
function expect(id: OperationId, caller: CallerKind): Outcome {
  const demand = demands[id];
  if (demand === "no credentials") return "ok";
  if (caller.refused !== undefined) return caller.refused;
  if (demand === "(none listed)") return ownDemands[id]?.(caller) ?? "ok";
  if (holds(caller, meeting[demand])) return "ok";
  const { path } = operations[id];
  // Strangers do not learn that the federation exists.
  if (!path.includes("{orgId}") && path.includes("{federationSettingsId}") && caller.isForeign)
    return "RESOURCE_NOT_FOUND";
  return path.includes("{groupId}") ? inGroup(caller) : inOrg(caller);
}

/** Reads what became of a request; refusals that have no code are compared whole. */
function outcomeOf(reply: Reply): Outcome {
  if (isLetIn(reply)) return "ok";
  if (reply.status === 401 && reply.text === "") {
    const why = /error_description="([^"]+)"/.exec(reply.headers["www-authenticate"] ?? "")?.[1] ?? "";
    assertTokenRefused(reply, why);
    return "token refused";
  }
  if (reply.headers["www-authenticate"]?.startsWith("Digest ")) {
    assertChallenge(reply);
    return "challenge";
  }
  const code = reply.headers["x-error-code"] ?? String(reply.status);
  const status = code === "IP_ADDRESS_NOT_ON_ACCESS_LIST" ? 403 : code.endsWith("NOT_FOUND") ? 404 : 401;
  return reply.status === status ? code : `${reply.status} ${code}`;
}

/** Sends the sample as each caller, each from the same state. */
async function tryAll(
  world: NestedWorld,
  calls: Calls,
  id: OperationId,
  callers: readonly CallerKind[],
): Promise<Record<string, Outcome>> {
  const call = calls[id];
  const outcomes: Record<string, Outcome> = {};
  for (const [first, prepared] of call.before ?? []) {
    const { status, text } = await world.askAs("own", compose(first, prepared));
    ok(status < 300, `${first} before ${id}: ${text}`);
  }
  await world.snapshot.take("prepared");
  for (const caller of callers) {
    const outcome = outcomeOf(await caller.send(compose(id, call)));
    outcomes[caller.name] = outcome;
    if (outcome === "ok" && operations[id].method !== "GET") await world.snapshot.restore("prepared");
  }
  if (call.before !== undefined) await world.rewind();
  return outcomes;
}

/** The matrix in columns: callers that fare alike everywhere share one. */
function print(t: TestContext, rows: ReadonlyMap<OperationId, Readonly<Record<string, Outcome>>>): void {
  const columns = new Map<string, { names: string[]; outcomes: Outcome[] }>();
  for (const name of Object.keys([...rows.values()][0] ?? {})) {
    const outcomes = [...rows.values()].map((row) => row[name] ?? "");
    const column = columns.get(outcomes.join());
    if (column === undefined) columns.set(outcomes.join(), { names: [name], outcomes });
    else column.names.push(name);
  }
  const all = [...columns.values()];
  for (const [index, { names }] of all.entries()) t.diagnostic(`${index + 1}: ${names.join(", ")}`);
  t.diagnostic(`| operation | ${all.map((_, index) => index + 1).join(" | ")} |`);
  t.diagnostic(`|---|${"---|".repeat(all.length)}`);
  for (const [row, id] of [...rows.keys()].entries()) {
    t.diagnostic(`| ${id} | ${all.map(({ outcomes }) => outcomes[row]).join(" | ")} |`);
  }
}

test("every operation answers every kind of caller as Atlas demands it", async (t) => {
  const world = await startNestedWorld(t, { newcomers });
  const callers = await gather(world);
  await world.settle();
  const calls = composeCalls(world.things);
  const rows = new Map<OperationId, Record<string, Outcome>>();
  for (const id of Object.keys(operations) as OperationId[]) {
    await t.test(id, async () => {
      const outcomes = await tryAll(world, calls, id, callers);
      rows.set(id, outcomes);
      const expected = Object.fromEntries(callers.map((caller) => [caller.name, expect(id, caller)]));
      deepEqual(outcomes, expected);
      const roles = [...orgRoleNames, ...groupRoleNames];
      deepEqual(
        roles.filter((role) => outcomes[role] === "ok"),
        passing(id),
        "docs/permissions.md is mistaken",
      );
    });
  }
  t.diagnostic(`${rows.size} operations, ${callers.length} kinds of callers`);
  if (process.env.ANTEROOM_PRINT === "1") print(t, rows);
});

test("docs/permissions.md is what the table of operations says; `node --import tsx scripts/permissions.ts` writes it", async () => {
  deepEqual(await readFile(join(root, "docs/permissions.md"), "utf8"), renderPermissions());
});
