// POST /groups/{groupId}/invites, answer by answer.
import { deepEqual, equal, match, notEqual } from "node:assert/strict";
import { test } from "node:test";
import { inviteMany } from "../../../test/support/fill.ts";
import {
  invitePath,
  invitesPath as path,
  readers,
  refusedRoles,
  refusedUsernames,
} from "../../../test/support/invites.ts";
import {
  assertRefusal,
  assertSuccess,
  deprecated,
  eventBy,
  expiry,
  invitation,
  now,
  refusal,
  startStage,
} from "../../../test/support/stage.ts";
import { account, ids, invited, keys } from "../../../test/support/world.ts";

const username = "zoe@example.com";
const post = (username: string | undefined, roles: string[] | undefined = readers) => ({
  method: "POST",
  path,
  body: { username, roles },
});

test("createGroupInvite", async (t) => {
  const stage = await startStage(t);
  const success = { status: 200, limit: 1200, headers: deprecated };
  const created = {
    createdAt: now,
    expiresAt: expiry,
    groupId: ids.group,
    groupName: "payments",
    inviterUsername: keys.groupOwner.publicKey,
    roles: readers,
    username,
  };
  /** Members in the order of the answer, with the id it brought. */
  const withId = ({ createdAt, expiresAt, groupId, groupName, ...rest }: typeof created, id: string) => ({
    createdAt,
    expiresAt,
    groupId,
    groupName,
    id,
    ...rest,
  });

  await t.test("200 invites for thirty days, in the name of the key", async () => {
    const reply = await stage.ask("groupOwner", post(username));
    match(reply.json.id, /^[0-9a-f]{24}$/);
    const expected = { ...success, json: withId(created, reply.json.id) };
    assertSuccess(reply, expected);
    assertSuccess(await stage.ask("owner", { path: `${path}/${reply.json.id}` }), expected);
  });

  await t.test("200 names a service account that invites by its client id", async () => {
    const reply = await stage.ask("account", post(username));
    const invited = { ...created, inviterUsername: account.clientId };
    assertSuccess(reply, { ...success, json: withId(invited, reply.json.id) });
  });

  await t.test("200 keeps the address as it is written, and each role once", async () => {
    const reply = await stage.ask("groupOwner", post("Zoe@Example.com", [...readers, ...readers].reverse()));
    const invited = { ...created, username: "Zoe@Example.com" };
    assertSuccess(reply, { ...success, json: withId(invited, reply.json.id) });
  });

  await t.test("200 for an address that is pending in another project or in the organization", async () => {
    equal((await stage.ask("owner", post("new@example.com"))).status, 200);
    const elsewhere = {
      ...post(username),
      path: `/api/atlas/v2/groups/${ids.otherGroup}/invites`,
    };
    equal((await stage.ask("stranger", elsewhere)).status, 200);
    equal((await stage.ask("owner", post(username))).status, 200);
  });

  for (const [name, end] of [
    ["declined", () => stage.end(ids.invite, "decline")],
    ["expired", () => stage.end(ids.invite, "expire")],
    ["older than thirty days", async () => stage.clock.set({ now: invitation.expiresAt })],
    ["revoked", () => stage.ask("owner", { method: "DELETE", path: invitePath })],
  ] as const) {
    await t.test(`200 invites anew when the invitation before was ${name}`, async () => {
      await end();
      const reply = await stage.ask("owner", post(invited));
      equal(reply.status, 200, reply.text);
      notEqual(reply.json.id, ids.invite);
      deepEqual((await stage.ask("owner", { path })).json, [reply.json]);
    });
  }

  await t.test(
    "the invitation of a newcomer writes an event for the project and one for the organization",
    async () => {
      await stage.ask("groupOwner", post(username));
      deepEqual(stage.events(), [
        eventBy("groupOwner", "INVITED_TO_GROUP", { groupId: ids.group, target: username }),
        eventBy("groupOwner", "INVITED_TO_ORG", { orgId: ids.org, target: username }),
      ]);
    },
  );

  await t.test("the invitation of a member of the organization writes an event for the project", async () => {
    await stage.ask("groupOwner", post("member@example.com"));
    const about = { groupId: ids.group, target: "member@example.com" };
    deepEqual(stage.events(), [eventBy("groupOwner", "INVITED_TO_GROUP", about)]);
  });

  await refusedUsernames(t, stage, (username) => post(username));
  await refusedRoles(t, stage, (roles) => ({ ...post(username), body: { username, roles } }));

  await t.test("400 MAX_USERS_PER_GROUP_EXCEEDED when 500 are members or invited", async () => {
    // With the seeded member and the seeded invitation these make 499.
    inviteMany(stage, 497, "group");
    equal((await stage.ask("owner", post(username))).status, 200);
    assertRefusal(
      await stage.ask("owner", post("one-more@example.com")),
      refusal("MAX_USERS_PER_GROUP_EXCEEDED", [500, ids.group]),
    );
  });

  await t.test("409 DUPLICATE_INVITATION when the address is pending, in whatever case", async () => {
    for (const address of [invited, "HELLO@example.com"]) {
      assertRefusal(
        await stage.ask("owner", post(address)),
        refusal("DUPLICATE_INVITATION", [address, ids.group]),
      );
    }
    assertSuccess(await stage.ask("owner", { path }), { ...success, json: [invitation] });
    deepEqual(stage.events(), []);
  });

  const alreadyIn = (address: string) => refusal("USER_ALREADY_IN_GROUP", [address, ids.group]);

  await t.test("409 USER_ALREADY_IN_GROUP when the address is a member's", async () => {
    assertRefusal(await stage.ask("owner", post("Owner@example.com")), alreadyIn("Owner@example.com"));
    deepEqual(stage.events(), []);
  });

  await t.test("409 USER_ALREADY_IN_GROUP when the invitation before was accepted", async () => {
    await stage.end(ids.invite, "accept");
    assertRefusal(await stage.ask("owner", post(invited)), alreadyIn(invited));
  });
});
