// Requests that arrive at once: the rules hold whatever the order in which they are served, on one server and on two.
import { deepEqual, equal, ok } from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { engines, skipReason } from "./support/engines.ts";
import { type Field, oneServer, processes, times } from "./support/field.ts";
import { invitePath, invitesPath, readers } from "./support/invites.ts";
import { pluck } from "./support/pluck.ts";
import { ids, invited, type Reply, type Sending } from "./support/world.ts";

const crowd = 20;

/** Counts each answer. */
function tally(replies: readonly Reply[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const reply of replies) {
    const answer = `${reply.status} ${reply.headers["x-error-code"] ?? ""}`.trim();
    counts[answer] = (counts[answer] ?? 0) + 1;
  }
  return counts;
}

const create = (username: string): Sending => ({
  method: "POST",
  path: invitesPath,
  body: { username, roles: readers },
});
const endBy = (ending: string, id: string): Sending => ({
  method: "POST",
  path: `/_anteroom/v1/invites/${id}:${ending}`,
  headers: {},
});

async function runRaces(t: TestContext, field: Field) {
  await t.test("of 20 equal invitations one is made, and 19 are duplicates", async () => {
    const replies = await field.race(
      times(crowd, (index) => create(index % 2 === 0 ? "zoe@example.com" : "ZOE@example.com")),
    );
    deepEqual(tally(replies), { "200": 1, "409 DUPLICATE_INVITATION": crowd - 1 });
    const [made] = replies.filter(({ status }) => status === 200);
    const listed = await field.ask({ path: `${invitesPath}?username=zoe%40example.com` });
    deepEqual(listed.json, [made?.json]);
    const events = await field.rows(
      "select type from events where lower(target_username) = 'zoe@example.com' order by type",
    );
    deepEqual(events, [{ type: "INVITED_TO_GROUP" }, { type: "INVITED_TO_ORG" }]);
  });

  await t.test("20 changes of roles are all made, whole, one after the other", async () => {
    const names = ["GROUP_OWNER", "GROUP_READ_ONLY", "GROUP_CLUSTER_MANAGER", "GROUP_DATA_ACCESS_READ_ONLY"];
    names.push("GROUP_SEARCH_INDEX_EDITOR");
    // A different choice of the five for each, and none is what the invitation gives already: that would change nothing.
    const choices = times(crowd, (index) => names.filter((_, bit) => (index + 3) & (1 << bit)));
    const replies = await field.race(
      choices.map((roles, index) =>
        index % 2 === 0
          ? { method: "PATCH", path: invitesPath, body: { username: invited, roles } }
          : { method: "PATCH", path: invitePath, body: { roles } },
      ),
    );
    deepEqual(tally(replies), { "200": crowd });
    for (const [index, reply] of replies.entries()) {
      deepEqual(new Set(reply.json.roles), new Set(choices[index]));
    }
    const stored = (await field.ask({ path: invitePath })).json.roles.toSorted().join();
    ok(choices.map((roles) => roles.toSorted().join()).includes(stored), stored);
    const events = await field.rows("select id from events where type = 'USER_ROLES_CHANGED_AUDIT'");
    equal(events.length, crowd);
  });

  await t.test("of accept, decline, expire and delete one wins; changes come before it", async () => {
    for (let round = 0; round < 8; round++) {
      const username = `round${round}@example.com`;
      const { id } = (await field.ask(create(username))).json;
      const endings = {
        ACCEPTED: endBy("accept", id),
        DECLINED: endBy("decline", id),
        EXPIRED: endBy("expire", id),
        REVOKED: { method: "DELETE", path: `${invitesPath}/${id}` },
      };
      const updates = [["GROUP_OWNER"], ["GROUP_READ_ONLY"], readers, ["GROUP_CLUSTER_MANAGER"]];
      const replies = await field.race([
        ...updates.map((roles) => ({ method: "PATCH", path: `${invitesPath}/${id}`, body: { roles } })),
        ...Object.values(endings),
      ]);
      const changed = tally(replies.slice(0, updates.length));
      deepEqual(
        Object.keys(changed).filter((answer) => !["200", "404 RESOURCE_NOT_FOUND"].includes(answer)),
        [],
      );
      const winners = Object.keys(endings).filter(
        (_, index) => replies[updates.length + index]?.status === 204,
      );
      equal(winners.length, 1, JSON.stringify(tally(replies)));
      deepEqual(await field.rows(`select status from invites where id = '${id}'`), [{ status: winners[0] }]);
      equal((await field.ask({ path: `${invitesPath}/${id}` })).status, 404);

      const [given] = (await field.rows(`select roles from invites where id = '${id}'`)) as {
        roles: string;
      }[];
      const held = (await field.rows(
        `select role from grants join users on users.id = principal_id
         where username = '${username}' and group_id = '${ids.group}' order by role`,
      )) as { role: string }[];
      const accepted = given?.roles.split(" ").toSorted();
      deepEqual(pluck(held, "role"), winners[0] === "ACCEPTED" ? accepted : []);
    }
  });

  await t.test("of 20 projects of one name one is made, and 19 are refused", async () => {
    const body = { name: "contested", orgId: ids.org };
    const replies = await field.race(
      times(crowd, () => ({ method: "POST", path: "/api/atlas/v2/groups", body })),
    );
    deepEqual(tally(replies), { "201": 1, "409 GROUP_ALREADY_EXISTS": crowd - 1 });
  });

  await t.test("of 20 deletions one revokes; a deleted project's invitations go with it", async () => {
    const deletions = await field.race(times(crowd, () => ({ method: "DELETE", path: invitePath })));
    deepEqual(tally(deletions), { "204": 1, "400 INVALID_INVITATION_ID": crowd - 1 });

    const body = { name: "doomed", orgId: ids.org };
    const { id } = (await field.ask({ method: "POST", path: "/api/atlas/v2/groups", body })).json;
    const path = `/api/atlas/v2/groups/${id}`;
    const replies = await field.race([
      ...times(crowd / 2, (index) => ({ ...create(`late${index}@example.com`), path: `${path}/invites` })),
      { method: "DELETE", path },
      ...times(crowd / 2, (index) => ({ ...create(`later${index}@example.com`), path: `${path}/invites` })),
    ]);
    deepEqual(
      Object.keys(tally(replies)).filter((answer) => !["200", "202", "404 GROUP_NOT_FOUND"].includes(answer)),
      [],
    );
    deepEqual(await field.rows(`select id from invites where group_id = '${id}'`), []);
  });

  await t.test("of two deletions of one project at once both are answered 202, forty times", async () => {
    for (let round = 0; round < 40; round++) {
      const body = { name: `twice ${round}`, orgId: ids.org };
      const { id } = (await field.ask({ method: "POST", path: "/api/atlas/v2/groups", body })).json;
      const remove = { method: "DELETE", path: `/api/atlas/v2/groups/${id}` };
      deepEqual(tally(await field.race([remove, remove])), { "202": 2 });
    }
  });
}

for (const engine of engines) {
  test(`one server on ${engine}`, { skip: skipReason(engine) }, async (t) => {
    await runRaces(t, await oneServer(t, engine));
  });
}

test("two processes on one PostgreSQL database", { skip: skipReason("postgres") }, async (t) => {
  await runRaces(t, await processes(t, 2));
});
