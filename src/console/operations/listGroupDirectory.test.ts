// Proves listGroupDirectory: each person of a project once, searched, filtered, sorted, counted and paged, on both engines.

import { deepEqual, equal, match } from "node:assert/strict";
import {
  type ConsoleStage,
  member,
  owner,
  rich,
  testOnEngines,
} from "../../../test/console/support/console-operations.ts";
import { pluck } from "../../../test/support/pluck.ts";
import { expiry, now } from "../../../test/support/stage.ts";
import { ids, invited } from "../../../test/support/world.ts";
import { draftInvite } from "../../core/domain/invite.ts";

const { group: groupId, org: orgId } = ids;
const idOf = (index: number) => `c${String(index).padStart(23, "0")}`;

interface Row {
  readonly id: string;
  readonly username: string;
  readonly state: string;
  readonly roles: readonly string[];
  readonly teams: readonly { readonly name: string; readonly roles: readonly string[] }[];
  readonly invites: readonly { readonly way: string; readonly userId: string | null }[];
}

async function add(stage: ConsoleStage, index: number, username: string): Promise<string> {
  const group = { id: groupId, orgId, name: "payments" };
  const drafted = { id: idOf(index), group, username, inviter: owner };
  await stage.store.write((tx) =>
    tx.invites.add(draftInvite({ ...drafted, roles: ["GROUP_OWNER"], now: stage.clock.now() })),
  );
  return idOf(index);
}

testOnEngines("listGroupDirectory", async (t, stage) => {
  const ask = async (query: Record<string, unknown>, as: string) => {
    const reply = await stage.ask(as, "listGroupDirectory", { groupId, ...query });
    equal(reply.status, 200, JSON.stringify(reply.json));
    return reply.json as {
      people: Row[];
      counts: Record<string, number>;
      next: string | null;
      previous: string | null;
      states: string[];
    };
  };
  const list = async (query: Record<string, unknown> = {}, as = owner) => {
    const listed = await ask(query, as);
    // A list on one page is counted from its rows, a list of one state by the store: both must agree.
    if (query.state === undefined) {
      deepEqual((await ask({ ...query, state: "ACTIVE" }, as)).counts, listed.counts);
    }
    return listed;
  };
  const shown = async (query: Record<string, unknown> = {}, as = owner) =>
    (await list(query, as)).people.map(({ username, state }) => `${username} ${state}`);

  await t.test("200 with whole rows: active, invited alone, invited through the organization", async () => {
    const { people, counts, next, previous, states } = await list();
    const pendingId = String(people[2]?.invites[0]?.userId);
    const ownerId = await stage.userId(owner);
    const invite = { inviter: owner, createdAt: now, expiresAt: expiry, endedAt: null };
    deepEqual(people, [
      {
        id: ids.invite,
        state: "INVITED",
        username: invited,
        userId: null,
        firstName: "",
        lastName: "",
        roles: ["GROUP_READ_ONLY"],
        teams: [],
        lastAuthAt: null,
        invites: [{ id: ids.invite, way: "alone", userId: null, roles: ["GROUP_READ_ONLY"], ...invite }],
      },
      {
        id: ownerId,
        state: "ACTIVE",
        username: owner,
        userId: ownerId,
        firstName: "Ada",
        lastName: "Example",
        roles: ["GROUP_OWNER"],
        teams: [],
        lastAuthAt: null,
        invites: [],
      },
      {
        id: rich.id,
        state: "INVITED",
        username: rich.username,
        userId: null,
        firstName: "",
        lastName: "",
        roles: ["GROUP_OWNER", "GROUP_READ_ONLY"],
        teams: [],
        lastAuthAt: null,
        invites: [
          {
            id: rich.id,
            way: "org",
            userId: pendingId,
            roles: ["GROUP_OWNER", "GROUP_READ_ONLY"],
            ...invite,
          },
        ],
      },
    ]);
    match(pendingId, /^[a-f0-9]{24}$/);
    deepEqual(counts, { ACTIVE: 1, INVITED: 2, EXPIRED: 0, DECLINED: 0, REVOKED: 0 });
    deepEqual([next, previous], [null, null]);
    deepEqual(states, ["ACTIVE", "INVITED", "EXPIRED", "DECLINED", "REVOKED"]);
  });

  await t.test("each person once: invited in both ways, or by a team and directly", async () => {
    await add(stage, 1, rich.username);
    await stage.giveTeam(["GROUP_READ_ONLY"]);
    const { people, counts } = await list();
    deepEqual(
      people.map(({ username, invites, teams }) => [username, pluck(invites, "way"), pluck(teams, "name")]),
      [
        [invited, ["alone"], []],
        [owner, [], ["core"]],
        [rich.username, ["alone", "org"], []],
      ],
    );
    deepEqual(counts, { ACTIVE: 1, INVITED: 2, EXPIRED: 0, DECLINED: 0, REVOKED: 0 });
    equal((await list({ size: 3 })).people[2]?.roles.length, 2);
  });

  await t.test("somebody who is in the project by a team alone is active", async () => {
    await stage.giveTeam(["GROUP_READ_ONLY"], member);
    const { people, counts } = await list({ search: "member" });
    deepEqual(
      people.map(({ username, state, roles, teams }) => [username, state, roles, teams[0]?.roles]),
      [[member, "ACTIVE", [], ["GROUP_READ_ONLY"]]],
    );
    equal(counts.ACTIVE, 1);
    deepEqual(await shown({ role: "GROUP_READ_ONLY", state: "ACTIVE" }), [
      `${member} ACTIVE`,
      `${owner} ACTIVE`,
    ]);
    deepEqual(await shown({ teamId: ids.team }), [
      `${member} ACTIVE`,
      `${owner} ACTIVE`,
      `${rich.username} INVITED`,
    ]);
    // A pending invitation of an active member does not count when roles are searched.
    await add(stage, 1, member);
    deepEqual(await shown({ role: "GROUP_OWNER" }), [`${owner} ACTIVE`, `${rich.username} INVITED`]);
    deepEqual(await shown({ teamId: ids.missing }), []);
  });

  await t.test(
    "the newest invitation says what became of somebody, and one who accepted and left is gone",
    async () => {
      const endings = ["ACCEPTED", "DECLINED", "REVOKED", "EXPIRED"] as const;
      for (const [index, status] of endings.entries()) {
        const id = await add(stage, index, `ended${index}@example.com`);
        stage.pass(1000);
        await stage.endInvite(id, status);
      }
      await add(stage, 9, "ended1@example.com");
      deepEqual(await shown({ search: "ENDED" }), [
        "ended1@example.com INVITED",
        "ended2@example.com REVOKED",
        "ended3@example.com EXPIRED",
      ]);
      deepEqual(await shown({ search: "ended", state: "REVOKED" }), ["ended2@example.com REVOKED"]);
      stage.pass(40 * 86_400_000);
      deepEqual((await list({ search: "ended" })).counts, {
        ACTIVE: 0,
        INVITED: 0,
        EXPIRED: 2,
        DECLINED: 0,
        REVOKED: 1,
      });
      deepEqual(await shown({ state: "EXPIRED" }), [
        "ended1@example.com EXPIRED",
        "ended3@example.com EXPIRED",
        `${invited} EXPIRED`,
        `${rich.username} EXPIRED`,
      ]);
    },
  );

  await t.test("words are found in address and name, signs stand for themselves", async () => {
    deepEqual(await shown({ search: "ada EXAMPLE" }), [`${owner} ACTIVE`]);
    deepEqual(await shown({ search: "exampleada" }), [`${owner} ACTIVE`]);
    deepEqual(await shown({ search: "rich nobody" }), []);
    for (const search of ["%", "_", "\\", "a%a"]) deepEqual(await shown({ search }), [], search);
    await stage.store.write(async (tx) =>
      tx.users.setNames(await stage.userId(owner), { firstName: "서연", lastName: "김" }),
    );
    deepEqual(await shown({ search: "김서연" }), [`${owner} ACTIVE`]);
    deepEqual(await shown({ search: "ada" }), []);
  });

  await t.test("some people alone, by their addresses as they are typed", async () => {
    deepEqual(await shown({ addresses: [invited.toUpperCase(), owner, "nobody@example.com"] }), [
      `${invited} INVITED`,
      `${owner} ACTIVE`,
    ]);
    deepEqual(await shown({ addresses: [rich.username], order: "active" }), [`${rich.username} INVITED`]);
  });

  await t.test("some people alone, by ids of users and invitations; ids of others find nobody", async () => {
    const found = {
      ids: [await stage.userId(owner), ids.invite, ids.missing],
      addresses: [rich.username],
    };
    deepEqual(await shown(found), [`${invited} INVITED`, `${owner} ACTIVE`, `${rich.username} INVITED`]);
    deepEqual(await shown({ ids: [ids.missing] }), []);
  });

  await t.test("roles filter whoever holds or is offered one; what is no role filters nothing", async () => {
    deepEqual(await shown({ role: "GROUP_READ_ONLY" }), [`${invited} INVITED`, `${rich.username} INVITED`]);
    deepEqual(await shown({ role: "GROUP_OWNER" }), [`${owner} ACTIVE`, `${rich.username} INVITED`]);
    equal((await shown({ role: "nonsense" })).length, 3);
  });

  await t.test("pages go on from a place, forwards and backwards, in either order", async () => {
    for (let index = 0; index < 7; index++) await add(stage, 10 + index, `p${index}@example.com`);
    await stage.give(member, "GROUP_READ_ONLY");
    await stage.store.write(async (tx) => tx.users.signedIn(await stage.userId(member), stage.clock.now()));
    for (const order of ["name", "address", "active"]) {
      for (const isReversed of [false, true]) {
        const whole = await shown({ order, isReversed });
        equal(whole.length, 11);
        const asked = { order, isReversed, size: 4 };
        const first = await list(asked);
        const second = await list({ ...asked, after: first.next });
        const third = await list({ ...asked, after: second.next });
        const read = [first, second, third].flatMap(({ people }) =>
          people.map(({ username, state }) => `${username} ${state}`),
        );
        deepEqual(read, whole, `${order} ${isReversed}`);
        deepEqual([first.previous, third.next], [null, null]);
        const back = await list({ ...asked, before: third.previous });
        deepEqual(back.people, second.people);
        deepEqual((await list({ ...asked, before: back.previous })).people, first.people);
      }
    }
    equal((await shown({ order: "active" }))[0], `${member} ACTIVE`);
    // Names sort as they are read: Ada Example is owner@example.com.
    deepEqual((await shown({ order: "name" })).slice(0, 3), [
      `${owner} ACTIVE`,
      `${invited} INVITED`,
      `${member} ACTIVE`,
    ]);
    equal((await shown({ order: "name", isReversed: true })).at(-1), `${owner} ACTIVE`);
    equal((await shown({ after: "nonsense" })).length, 11);
  });

  await t.test(
    "names are sorted as the language has them, and go on where somebody was who is gone",
    async () => {
      const names = ["서연 김", "Björk Z", "Ada Z", "민준 이"];
      for (const [nth, name] of names.entries()) {
        const [firstName = "", lastName = ""] = name.split(" ");
        const user = { id: idOf(40 + nth), username: `n${nth}@example.com`, firstName, lastName };
        const rest = { country: null, mobileNumber: null, lastAuthAt: null, createdAt: 1 };
        await stage.store.write((tx) => tx.users.add({ ...user, ...rest }, null));
        await stage.give(user.username, "GROUP_READ_ONLY");
      }
      const read = async (language: string) =>
        (await shown({ order: "name", language, state: "ACTIVE" })).map((row) => row.split("@")[0]);
      deepEqual(await read("en"), ["owner", "n2", "n1", "n0", "n3"]);
      deepEqual(await read("ko"), ["n0", "n3", "owner", "n2", "n1"]);
      const after = (await list({ order: "name", state: "ACTIVE", size: 3 })).next ?? "";
      const gone = await stage.userId("n1@example.com");
      await stage.store.write((tx) => tx.grants.takeAll(gone, orgId));
      const { people } = await list({ order: "name", state: "ACTIVE", size: 3, after });
      deepEqual(pluck(people, "username"), ["n0@example.com", "n3@example.com"]);
    },
  );

  await t.test("those of today are the active and the invited", async () => {
    await stage.endInvite(ids.invite, "REVOKED");
    deepEqual(await shown({ state: "CURRENT" }), [`${owner} ACTIVE`, `${rich.username} INVITED`]);
    equal((await list()).people.length, 3);
    // Neither was ever active: the order is then by address, descending.
    deepEqual(await shown({ state: "CURRENT", order: "active" }), [
      `${rich.username} INVITED`,
      `${owner} ACTIVE`,
    ]);
  });

  await t.test("a reader sees neither invitations to the project alone nor revoked ones", async () => {
    await stage.give(member, "GROUP_READ_ONLY");
    const { people, states } = await list({}, member);
    deepEqual(pluck(people, "username"), [member, owner, rich.username]);
    deepEqual(states, ["ACTIVE", "INVITED", "EXPIRED", "DECLINED"]);
  });

  await t.test("invitations to the project alone are gone once the API no longer serves them", async () => {
    stage.clock.freeze(Date.parse("2027-07-01T00:00:00Z"));
    deepEqual(await shown(), [`${owner} ACTIVE`, `${rich.username} EXPIRED`]);
  });
});
