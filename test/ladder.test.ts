// Tests that no caller can give itself or others more than it has: own roles and roles to give, to take or to reach are paired
// on every operation that gives or takes roles or reaches people with roles, where a server is strict. `npm run proof:ladder`
// tries every pair of roles on each.
import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { operations } from "../src/atlas/index.ts";
import { groupRoleNames, orgRoleNames, type RoleName } from "../src/core/contract/roles.ts";
import { demandedRoles, rolesNamedBy } from "../src/core/domain/access.ts";
import { grouped } from "../src/core/domain/grouped.ts";
import type { Operation } from "../src/core/operations/operation.ts";
import { compose, startNestedWorld } from "./support/nested.ts";
import { pluck } from "./support/pluck.ts";
import { type CallerKind, gather, newcomers } from "./tables/caller-kinds.ts";
import { composeCalls } from "./tables/calls.ts";
import { meeting } from "./tables/doors.ts";
import { composeFlights, type Rung } from "./tables/ladder.ts";

const roleNames: readonly string[] = [...orgRoleNames, ...groupRoleNames];

const meets = (roles: readonly RoleName[], demand: Rung["demand"]) =>
  roles.some((role) => (meeting[demand as keyof typeof meeting] as readonly RoleName[]).includes(role));

/** Reports whether a person with the role can do what the caller cannot, by the demands that are known of Atlas. */
const isAbove = (role: RoleName, held: readonly RoleName[]) =>
  Object.keys(meeting).some((demand) => {
    const title = demand as keyof typeof meeting;
    return title !== "Organization Member" && meets([role], title) && !meets(held, title);
  });

const kindOf = (role: string) =>
  Object.values(meeting)
    .map((roles: readonly string[]) => roles.includes(role))
    .join();
const kinds = grouped(roleNames, kindOf, (role) => role);

const heldBy = ({ org, group }: Pick<CallerKind, "org" | "group">): readonly RoleName[] => [...org, ...group];

const isEveryPair = process.env.ANTEROOM_ALL_PAIRS === "1";

/** Reports whether a role is tried this time: of those that meet the same demands, one each time, another the next time. */
function hasTurn(role: string, turn: number): boolean {
  const alike = kinds.get(kindOf(role)) ?? [];
  return isEveryPair || (alike.indexOf(role) + turn) % alike.length === 0;
}

/** Reports whether a caller asks this time. One who may not give any role is refused whichever it is, and asks less often. */
function asks({ name, ...caller }: CallerKind, { demand }: Rung, turn: number): boolean {
  if (isEveryPair) return true;
  const pause = meets(heldBy(caller), demand) ? 2 : 4;
  return turn % pause === 1 && hasTurn(name, (turn - 1) / pause);
}

/** `ok`, or the code of the refusal. */
function expect(caller: CallerKind, role: RoleName, { id, demand }: Rung): string {
  const held = heldBy(caller);
  if (meets(held, demand)) return isAbove(role, held) ? "ROLE_ABOVE_OWN" : "ok";
  const isOfGroup = operations[id].path.includes("{groupId}") || demand === "Project Owner";
  return isOfGroup && !meets(held, "Project Read Only") ? "USER_CANNOT_ACCESS_GROUP" : "USER_UNAUTHORIZED";
}

function partition<T>(all: readonly T[], isFirst: (each: T) => boolean): [T[], T[]] {
  return [all.filter(isFirst), all.filter((each) => !isFirst(each))];
}

test("where a server is strict, nobody gives, takes or reaches a role above their own", async (t) => {
  const world = await startNestedWorld(t, { newcomers, strictRoles: true });
  const callers = await gather(world, (name) => roleNames.includes(name));
  equal(callers.length, roleNames.length);
  await world.settle();
  const flights = composeFlights(composeCalls(world.things), world.things.own);
  const tried = new Set<string>(flights.flatMap(({ rungs }) => rungs.map(({ id }) => id)));
  const untried = Object.values<Operation>(operations).filter(
    ({ id, method, path }) =>
      method !== "GET" &&
      /\{groupId\}\/.*\{(apiUserId|clientId|invitationId|teamId|userId)\}/.test(path) &&
      !tried.has(id),
  );
  deepEqual(pluck(untried, "id"), []);
  const wrong: string[] = [];
  const paired = { own: new Set<string>(), other: new Set<string>() };
  let attempts = 0;
  let turn = 0;
  for (const { role, before, rungs: all } of flights) {
    const rungs = all.filter((_, nth) => hasTurn(role, nth));
    if (rungs.length === 0) continue;
    for (const [id, call] of before) {
      const { status, text } = await world.askAs("own", compose(id, call));
      ok(status < 300, `${id} before taking ${role}: ${text}`);
    }
    await world.snapshot.take("flight");
    for (const rung of rungs) {
      const sending = compose(rung.id, rung.call);
      const attempt = async (caller: CallerKind) => {
        attempts += 1;
        paired.own.add(caller.name);
        paired.other.add(role);
        const reply = await caller.send(sending);
        const outcome = reply.status < 300 ? "ok" : (reply.headers["x-error-code"] ?? String(reply.status));
        const expected = expect(caller, role, rung);
        if (outcome !== expected) {
          wrong.push(`${caller.name} by ${rung.id} with ${role}: ${outcome}, not ${expected}`);
        }
        if (outcome === "ok") await world.snapshot.restore("flight");
      };
      // Those who are to be refused change nothing, and ask at once.
      turn += 1;
      const asking = callers.filter((caller) => asks(caller, rung, turn));
      const [passing, refused] = partition(asking, (caller) => expect(caller, role, rung) === "ok");
      await Promise.all(refused.map(attempt));
      for (const caller of passing) await attempt(caller);
    }
    if (before.length > 0) await world.rewind();
  }
  deepEqual(wrong, []);
  for (const roles of Object.values(paired)) deepEqual([...roles].sort(), [...roleNames].sort());
  t.diagnostic(`${attempts} attempts, ${callers.length} own roles`);

  await t.test("a key of the organization comes into a project by its owners only", async () => {
    const { own, sibling } = world.things;
    const call = {
      params: { groupId: own.groupId, apiUserId: sibling.apiUserId },
      body: { roles: ["GROUP_READ_ONLY"] },
    };
    const outcomeOf = async (role: RoleName) => {
      const caller = callers.find(({ name }) => name === role);
      const reply = await caller?.send(compose("updateGroupApiKeyRoles", call));
      return reply?.headers["x-error-code"] ?? reply?.status;
    };
    equal(await outcomeOf("GROUP_ACCESS_MANAGER"), "USER_UNAUTHORIZED");
    equal(await outcomeOf("GROUP_OWNER"), 200);
  });
});

test("roles are compared by those that operations demand", () => {
  const demanded = new Set(
    Object.values(operations).flatMap(({ door }) =>
      rolesNamedBy(door).filter((role) => role !== "ORG_MEMBER"),
    ),
  );
  // createGroup asks for this one by itself.
  demanded.add("ORG_GROUP_CREATOR");
  deepEqual([...demandedRoles].sort(), [...demanded].sort());
});
