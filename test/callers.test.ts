// Every operation against every kind of caller: who is let in, and how the others are refused, as Atlas demands it. Each operation
// is asked with every role, in turn by a key or by a person; `npm run proof:callers` has every role of both on each.
import { deepEqual, ok } from "node:assert/strict";
import { test } from "node:test";
import { passing } from "../scripts/permissions.ts";
import { type OperationId, operations } from "../src/atlas/index.ts";
import { groupRoleNames, orgRoleNames } from "../src/core/contract/roles.ts";
import { assertChallenge, assertTokenRefused } from "./support/challenges.ts";
import { compose, isLetIn, type NestedWorld, startNestedWorld } from "./support/nested.ts";
import { atDoor, holds, inOrg, type Outcome, statusOf } from "./support/outcomes.ts";
import { refusal } from "./support/stage.ts";
import type { Reply } from "./support/world.ts";
import { type CallerKind, gather, newcomers } from "./tables/caller-kinds.ts";
import { type Calls, composeCalls, everyId } from "./tables/calls.ts";
import { demandOf, meeting } from "./tables/doors.ts";

/** The outcome of operations that check the caller themselves; others without a listed role accept every known caller. */
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

/** Decides as Atlas does: first whether the caller is known, then its address, then its roles in the scope of the path. */
function expect(id: OperationId, caller: CallerKind): Outcome {
  const demand = demandOf(id);
  if (demand === "no credentials") return "ok";
  if (caller.refused !== undefined) return caller.refused;
  if (demand === "(none listed)") return ownDemands[id]?.(caller) ?? "ok";
  if (holds(caller, meeting[demand])) return "ok";
  return atDoor(operations[id].path, caller);
}

const roles: readonly string[] = [...orgRoleNames, ...groupRoleNames];
const personOf = (role: string) => `person ${role}`;

/**
 * Reports whether a caller asks for the operation at this place of the table: either the key or the person of a role, and every
 * third kind of bad credentials. Who asks without credentials always does, and everybody asks for an operation
 * that checks the caller itself.
 */
function hasTurn({ name, refused }: CallerKind, id: OperationId, place: number): boolean {
  if (process.env.ANTEROOM_ALL_PAIRS === "1" || demandOf(id) === "(none listed)") return true;
  const nth = roles.findIndex((role) => name === role || name === personOf(role));
  if (nth >= 0) return (nth + place) % 2 === 0 ? name === roles[nth] : name === personOf(roles[nth] ?? "");
  const bad = badCredentials.indexOf(name);
  return refused === undefined || bad < 0 || bad % 3 === place % 3;
}

/** Kinds of callers who are refused before anything is known of the operation. */
const badCredentials = [
  "unknown key",
  "wrong private key",
  "deleted key",
  "no token of ours",
  "token of a deleted account",
  "revoked token",
  "revoked token of a person",
  "key elsewhere",
  "account elsewhere",
];

/** Reads what became of a request; refusals that have no code are compared whole. */
function outcomeOf(id: OperationId, reply: Reply): Outcome {
  if (isLetIn(reply)) return statusOf(reply, [operations[id].status, 404], "ok");
  if (reply.status === 401 && reply.text === "") {
    const why = /error_description="([^"]+)"/.exec(reply.headers["www-authenticate"] ?? "")?.[1] ?? "";
    assertTokenRefused(reply, why);
    return "token refused";
  }
  if (reply.headers["www-authenticate"]?.startsWith("Digest ")) {
    assertChallenge(reply);
    return "challenge";
  }
  const code = reply.headers["x-error-code"] ?? "";
  return statusOf(reply, [refusal(code).status], code);
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
  if (call.before !== undefined) await world.snapshot.take("prepared");
  const putBack = call.before === undefined ? world.rewind : () => world.snapshot.restore("prepared");
  for (const caller of callers) {
    const outcome = outcomeOf(id, await caller.send(compose(id, call)));
    outcomes[caller.name] = outcome;
    if (outcome === "ok" && operations[id].method !== "GET") await putBack();
  }
  if (call.before !== undefined) await world.rewind();
  return outcomes;
}

test("every operation answers every kind of caller as Atlas demands it", async (t) => {
  const world = await startNestedWorld(t, { newcomers });
  const kinds = await gather(world);
  ok(
    [...badCredentials, ...roles, ...roles.map(personOf)].every((each) =>
      kinds.some(({ name }) => name === each),
    ),
  );
  await world.settle();
  const calls = composeCalls(world.things);
  let asked = 0;
  for (const [place, id] of everyId.entries()) {
    await t.test(id, async () => {
      const callers = kinds.filter((kind) => hasTurn(kind, id, place));
      asked += callers.length;
      const outcomes = await tryAll(world, calls, id, callers);
      const expected = Object.fromEntries(callers.map((caller) => [caller.name, expect(id, caller)]));
      deepEqual(outcomes, expected);
      deepEqual(
        roles.filter((role) => (outcomes[role] ?? outcomes[personOf(role)]) === "ok"),
        passing(id),
        "docs/permissions.md is mistaken",
      );
    });
  }
  t.diagnostic(`${everyId.length} operations, ${kinds.length} kinds of callers, ${asked} requests`);
});
