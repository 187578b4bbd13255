// POST /groups/{groupId}:migrate, answer by answer.
import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { engines, skipReason } from "../../../test/support/engines.ts";
import { fill, idsOf, numbered } from "../../../test/support/fill.ts";
import { migrating, toOther, v2024 } from "../../../test/support/group-moves.ts";
import * as groups from "../../../test/support/groups.ts";
import { invitesPath } from "../../../test/support/invites.ts";
import { orgNotFound } from "../../../test/support/org-invites.ts";
import {
  assertRefusal,
  assertSuccess,
  eventBy,
  invitation,
  refusal,
  startStage,
  testRefusals,
} from "../../../test/support/stage.ts";
import { ids, keys, startWorld } from "../../../test/support/world.ts";

const cannotAccessOrg = refusal("USER_CANNOT_ACCESS_ORG");

test("migrateGroup", async (t) => {
  const stage = await startStage(t);
  const success = {
    status: 200,
    limit: 1200,
    headers: { "content-type": `${v2024};charset=utf-8` },
  };
  const moved = { orgId: ids.otherOrg };
  /** A user of the other organization, by its roles there. */
  const seat = (id: string, username: string, ...roles: string[]) => {
    fill(stage, "principals", { id, kind: "USER" });
    fill(stage, "users", { id, username });
    for (const role of roles) fill(stage, "grants", { principal_id: id, org_id: ids.otherOrg, role });
  };
  const membersOf = (orgId: string) =>
    stage.rows(`select username, role from grants join users on users.id = principal_id
      where org_id = '${orgId}' and group_id is null order by username, role`);

  await t.test("200 answers the project in its new organization, tags and all", async () => {
    const tags = [{ key: "env", value: "test" }];
    await stage.ask("owner", { method: "PATCH", path: groups.groupPath, body: { tags } });
    const reply = await stage.ask("owner", migrating());
    assertSuccess(reply, { ...success, json: groups.shownGroup(stage.url, { ...moved, tags }) });
    const seen = await stage.ask("stranger", { path: groups.groupPath });
    deepEqual(seen.json, groups.shownGroup(stage.url, { ...moved, tags }));
  });

  await t.test("200 takes settings, limits and pending invitations along", async () => {
    const settings = {
      method: "PATCH",
      path: `${groups.groupPath}/settings`,
      body: { isSchemaAdvisorEnabled: false },
    };
    await stage.ask("owner", settings);
    const path = `${groups.groupPath}/limits/atlas.project.deployment.clusters`;
    await stage.ask("owner", { method: "PATCH", path, body: { value: 3 } });
    equal((await stage.ask("owner", migrating())).status, 200);
    const seen = await Promise.all(
      [settings.path, path, invitesPath].map((each) => stage.ask("stranger", { path: each })),
    );
    deepEqual(
      [seen[0]?.json, seen[1]?.json.value, seen[2]?.json],
      [{ ...groups.groupSettings, isSchemaAdvisorEnabled: false }, 3, [invitation]],
    );
  });

  await t.test(
    "200 takes people along, who become members, and leaves what is the organization's",
    async () => {
      await stage.ask("owner", {
        method: "POST",
        path: `${groups.groupPath}/teams`,
        body: [{ teamId: ids.team, roleNames: ["GROUP_READ_ONLY"] }],
      });
      equal((await stage.ask("owner", migrating())).status, 200);
      deepEqual(
        stage.rows(`select org_id, username, role from grants left join users on users.id = principal_id
        where group_id = '${ids.group}'`),
        [{ org_id: ids.otherOrg, username: "owner@example.com", role: "GROUP_OWNER" }],
      );
      deepEqual(membersOf(ids.otherOrg), [
        { username: "other@example.com", role: "ORG_OWNER" },
        { username: "owner@example.com", role: "ORG_MEMBER" },
      ]);
      deepEqual(membersOf(ids.org), [
        { username: "member@example.com", role: "ORG_MEMBER" },
        { username: "owner@example.com", role: "ORG_OWNER" },
      ]);
      deepEqual(stage.rows("select * from team_grants"), []);
      for (const caller of ["owner", "groupOwner", "groupReader", "account"] as const) {
        const { json } = await stage.ask(caller, { path: groups.groupPath });
        equal(json.errorCode, "USER_CANNOT_ACCESS_GROUP", caller);
      }
    },
  );

  await t.test("200 takes the project out of invitations to the old organization", async () => {
    const gift = { group_id: ids.group, role: "GROUP_OWNER" };
    fill(stage, "invite_group_roles", { invite_id: ids.orgInvite, ...gift });
    equal((await stage.ask("owner", migrating())).status, 200);
    deepEqual(stage.rows("select * from invite_group_roles"), []);
  });

  await t.test("the feeds of both organizations have it, and the private key is nowhere", async () => {
    await stage.ask("owner", migrating());
    deepEqual(stage.events(), [
      eventBy("owner", "GROUP_MOVED_FROM_ORG", { orgId: ids.org }),
      eventBy("owner", "GROUP_MOVED", { orgId: ids.otherOrg, groupId: ids.group }),
      eventBy("owner", "JOINED_ORG", { orgId: ids.otherOrg, target: "owner@example.com" }),
    ]);
    const tables = stage.rows("select name from sqlite_schema where type = 'table'") as { name: string }[];
    const everything = JSON.stringify(tables.map(({ name }) => stage.rows(`select * from ${name}`)));
    equal(everything.includes(toOther.destinationOrgPrivateApiKey), false);
  });

  await t.test("somebody who is in the destination already keeps the role there", async () => {
    const [{ id } = { id: "" }] = stage.rows("select id from users where username = 'owner@example.com'") as {
      id: string;
    }[];
    fill(stage, "grants", { principal_id: id, org_id: ids.otherOrg, role: "ORG_READ_ONLY" });
    equal((await stage.ask("owner", migrating())).status, 200);
    deepEqual(membersOf(ids.otherOrg), [
      { username: "other@example.com", role: "ORG_OWNER" },
      { username: "owner@example.com", role: "ORG_READ_ONLY" },
    ]);
    equal(stage.events().length, 2);
  });

  await t.test("an owner of both organizations needs no key", async () => {
    const [principal_id = ""] = idsOf(stage, "select id from service_accounts");
    fill(stage, "grants", { principal_id, org_id: ids.otherOrg, role: "ORG_OWNER" });
    const reply = await stage.ask("account", migrating({ destinationOrgId: ids.otherOrg }));
    assertSuccess(reply, { ...success, json: groups.shownGroup(stage.url, moved) });
  });

  await t.test("400 MISSING_ATTRIBUTE without a destination, or without a part of its key", async () => {
    for (const attribute of Object.keys(toOther)) {
      const { [attribute]: _, ...rest } = toOther as Record<string, string>;
      assertRefusal(
        await stage.ask("owner", migrating(rest)),
        refusal("MISSING_ATTRIBUTE", [attribute], attribute, "The value is required."),
      );
    }
  });

  await t.test("400 INVALID_ATTRIBUTE when the project is there already", async () => {
    const { publicKey, privateKey } = keys.owner;
    const here = {
      destinationOrgId: ids.org,
      destinationOrgPrivateApiKey: privateKey,
      destinationOrgPublicApiKey: publicKey,
    };
    assertRefusal(
      await stage.ask("owner", migrating(here)),
      refusal(
        "INVALID_ATTRIBUTE",
        ["destinationOrgId"],
        "destinationOrgId",
        "The project is in this organization.",
      ),
    );
  });

  await t.test("400 MAX_GROUPS_PER_ORG_EXCEEDED when the destination has 250", async () => {
    const more = numbered(249, (id, number) => ({ id, org_id: ids.otherOrg, name: `n${number}` }));
    fill(stage, "groups", ...more);
    assertRefusal(
      await stage.ask("owner", migrating()),
      refusal("MAX_GROUPS_PER_ORG_EXCEEDED", ["250", ids.otherOrg]),
    );
  });

  await t.test("400 MAX_USERS_PER_ORG_EXCEEDED when the destination has no room for its people", async () => {
    for (let number = 1; number < 500; number++) {
      seat(String(number).padStart(24, "0"), `n${number}@example.com`, "ORG_MEMBER");
    }
    assertRefusal(
      await stage.ask("owner", migrating()),
      refusal("MAX_USERS_PER_ORG_EXCEEDED", [500, ids.otherOrg]),
    );
  });

  await t.test("401 USER_CANNOT_ACCESS_ORG for a key that proves nothing there", async () => {
    for (const wrong of [
      { destinationOrgPrivateApiKey: keys.owner.privateKey },
      { destinationOrgPrivateApiKey: "" },
      { destinationOrgPublicApiKey: "nosuchky" },
      { destinationOrgPublicApiKey: "strange\0" },
      {
        destinationOrgPrivateApiKey: keys.owner.privateKey,
        destinationOrgPublicApiKey: keys.owner.publicKey,
      },
    ]) {
      const reply = await stage.ask("owner", migrating({ ...toOther, ...wrong }));
      assertRefusal(reply, cannotAccessOrg);
      deepEqual(stage.events(), []);
    }
  });

  await t.test("403 when the key may not be used from the caller's address", async () => {
    stage.execute(`update orgs set api_access_list_required = 1 where id = '${ids.otherOrg}'`);
    assertRefusal(await stage.ask("owner", migrating()), refusal("ORG_REQUIRES_ACCESS_LIST", ["127.0.0.1"]));
    const [principal_id = ""] = idsOf(stage, "select id from api_keys where public_key = 'stranger'");
    fill(stage, "access_entries", { principal_id, cidr: "192.0.2.0/24" });
    assertRefusal(
      await stage.ask("owner", migrating()),
      refusal("IP_ADDRESS_NOT_ON_ACCESS_LIST", ["127.0.0.1"]),
    );
  });

  await testRefusals(t, stage, [
    [
      "for a key that does not own the destination",
      migrating(),
      refusal("NOT_ORG_OWNER", [ids.otherOrg]),
      {
        before: () => stage.execute(`update grants set role = 'ORG_MEMBER' where org_id = '${ids.otherOrg}'`),
      },
    ],
    [
      "when there is no such destination",
      migrating({ ...toOther, destinationOrgId: ids.missing }),
      orgNotFound,
    ],
    [
      "when the name is taken in the destination",
      migrating(),
      groups.nameTaken("payments"),
      { before: () => stage.execute(`update groups set name = 'payments' where id = '${ids.otherGroup}'`) },
    ],
  ]);
});

for (const engine of engines) {
  test(`moving projects on ${engine}`, { skip: skipReason(engine) }, async (t) => {
    const world = await startWorld(t, { engine });

    await t.test("of a move and a creation of its name at once, one wins", async () => {
      const body = { name: "payments", orgId: ids.otherOrg };
      const [move, creation] = await Promise.all([
        world.as(keys.owner, migrating()),
        world.as(keys.stranger, { method: "POST", path: groups.groupsPath, body }),
      ]);
      const answers = [move.status, creation.status].join();
      ok(["200,409", "409,201"].includes(answers), answers);
      const { json } = await world.as(keys.stranger, { path: `${groups.groupsPath}?includeCount=true` });
      equal(json.results.filter(({ name }: { name: string }) => name === "payments").length, 1);
    });

    await t.test("a project goes there and back", async () => {
      const name = "ledger";
      const made = await world.as(keys.owner, {
        method: "POST",
        path: groups.groupsPath,
        body: { name, orgId: ids.org },
      });
      const path = `${groups.groupsPath}/${made.json.id}`;
      const back = {
        destinationOrgId: ids.org,
        destinationOrgPrivateApiKey: keys.owner.privateKey,
        destinationOrgPublicApiKey: keys.owner.publicKey,
      };
      const there = await world.as(keys.owner, { ...migrating(), path: `${path}:migrate` });
      const again = await world.as(keys.stranger, { ...migrating(back), path: `${path}:migrate` });
      deepEqual([there.json.orgId, again.json.orgId], [ids.otherOrg, ids.org]);
      const people = await world.as(keys.owner, { path: `${path}/users` });
      deepEqual(
        people.json.results.map(({ username }: { username: string }) => username),
        ["owner@example.com"],
      );
    });
  });
}
