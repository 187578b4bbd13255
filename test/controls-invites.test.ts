// The controls that end invitations find them by an invitation's id, a user's id or an address, whichever API made them.
import { deepEqual, equal, match, rejects } from "node:assert/strict";
import { test } from "node:test";
import { createAnteroom } from "../src/testing/embedded.ts";
import { noJuly } from "./support/rooms.ts";
import { v2025 } from "./support/users.ts";
import { ids, invited, keys, startWorld } from "./support/world.ts";

const orgRoles = { orgRoles: ["ORG_MEMBER" as const] };

async function start(t: { after(work: () => Promise<void>): void }) {
  const groups = [{ name: "payments" }, { name: "billing" }];
  const apiKeys = [{ roles: ["ORG_OWNER" as const] }];
  const anteroom = await createAnteroom({ seed: { orgs: [{ name: "Acme", apiKeys, groups }] } });
  t.after(anteroom.close);
  const { atlas, world } = anteroom;
  const [orgId, groupId] = [world.orgs.Acme?.id ?? "", world.groups.payments?.id ?? ""];
  const statusOf = async (userId: string) =>
    (await atlas.getOrgUser({ orgId, userId })).orgMembershipStatus as string;
  return { anteroom, atlas, orgId, groupId, billingId: world.groups.billing?.id ?? "", statusOf };
}

test("a user whom createOrgUser or addGroupUsers invited accepts by id and by address, also after 1 July 2027", async (t) => {
  const { anteroom, atlas, orgId, groupId, statusOf } = await start(t);
  for (const now of ["2026-12-01", "2027-07-02"]) {
    await anteroom.reset();
    await anteroom.clock.set({ now });
    const zoe = await atlas.createOrgUser({ orgId, body: { username: "zoe@example.com", roles: orgRoles } });
    const kim = await atlas.addGroupUsers({
      groupId,
      body: { username: "Kim@Example.com", roles: ["GROUP_READ_ONLY"] },
    });
    equal(await statusOf(zoe.id), "PENDING");
    await anteroom.invites.accept(zoe.id);
    await anteroom.invites.accept("kim@example.com");
    deepEqual([await statusOf(zoe.id), await statusOf(kim.id)], ["ACTIVE", "ACTIVE"]);
    deepEqual((await atlas.getGroupUser({ groupId, userId: kim.id })).roles, ["GROUP_READ_ONLY"]);
  }
  if (!noJuly) deepEqual(await anteroom.deprecations.list(), []);
});

test("declined and expired by a user's id and by an address", async (t) => {
  const { anteroom, atlas, orgId } = await start(t);
  const invite = async (username: string) =>
    (await atlas.createOrgUser({ orgId, body: { username, roles: orgRoles } })).id;
  await anteroom.invites.decline(await invite("zoe@example.com"));
  await invite("kim@example.com");
  await anteroom.invites.expire("kim@example.com");
  const { results = [] } = await atlas.listOrgUsers({
    orgId,
    orgMembershipStatuses: ["INVITATION_REJECTED", "INVITATION_EXPIRED"],
  });
  deepEqual(results.map((each) => [each.username, each.orgMembershipStatus]).sort(), [
    ["kim@example.com", "INVITATION_EXPIRED"],
    ["zoe@example.com", "INVITATION_REJECTED"],
  ]);
  await rejects(anteroom.invites.accept("zoe@example.com"), {
    message:
      /^no pending invitation has .* zoe@example\.com; the last one is DECLINED: zoe@example\.com to the organization Acme \(\w{24}\), invitation \w{24}, user \w{24}; none is pending$/,
  });
});

test("409 lists the invitations of a person who has several; orgId or an id chooses", async (t) => {
  const { anteroom, atlas, orgId, groupId, billingId } = await start(t);
  const username = "zoe@example.com";
  await anteroom.seed({ orgs: [{ name: "Beta", invites: [{ username, roles: ["ORG_OWNER"] }] }] });
  const other = anteroom.world.orgs.Beta?.id ?? "";
  await atlas.createOrgUser({ orgId, body: { username, roles: orgRoles } });
  await rejects(anteroom.invites.accept(username), ({ status, message }) => {
    equal(status, 409);
    match(message, /several pending invitations; give orgId, or the id of one: /);
    match(message, new RegExp(`organization Acme \\(${orgId}\\)`));
    match(message, new RegExp(`organization Beta \\(${other}\\)`));
    return true;
  });
  await rejects(anteroom.invites.accept(username, { orgId: ids.missing }), {
    message: new RegExp(`in the organization ${ids.missing} .*pending: .*(Acme.*Beta|Beta.*Acme)`),
  });
  await anteroom.invites.accept(username, { orgId });
  await anteroom.invites.decline(username);

  const roles = ["GROUP_READ_ONLY" as const];
  const first = await atlas.createGroupInvite({ groupId, body: { username: "kim@example.com", roles } });
  await atlas.createGroupInvite({ groupId: billingId, body: { username: "kim@example.com", roles } });
  await rejects(anteroom.invites.accept("kim@example.com", { orgId }), {
    message: /project billing of Acme .*project payments of Acme/,
  });
  await anteroom.invites.accept(first.id ?? "");
  await anteroom.invites.accept("kim@example.com");
});

test("over HTTP the body may be left out, and orgId may be in it", async (t) => {
  const world = await startWorld(t);
  const send = (path: string, body?: unknown) =>
    world.send({ method: "POST", path: `/_anteroom/v1/invites/${path}`, body });
  const { json: user } = await world.as(keys.owner, {
    method: "POST",
    path: `/api/atlas/v2/orgs/${ids.org}/users`,
    headers: { accept: v2025 },
    body: { username: "zoe+1@example.com", roles: orgRoles },
  });
  equal((await send(`${user.id}:accept`)).status, 204);
  equal((await send(`${invited}:decline`, { orgId: ids.org })).status, 204);
  for (const [body, said] of [
    [{ org: ids.org }, /'org' is unknown; an invitation takes orgId/],
    [{ orgId: 7 }, /'orgId' must be a string/],
  ] as const) {
    const { status, json } = await send(`${invited}:accept`, body);
    equal(status, 400);
    match(json.detail, said);
  }
  const { status, json } = await send(`${ids.missing}:expire`);
  equal(status, 404);
  match(json.detail, new RegExp(`the address ${ids.missing}; pending: .*invitation ${ids.orgInvite}`));
  const member = await send("owner@example.com:accept");
  match(member.json.detail, /; owner@example\.com is the user \w{24}; pending: /);
});
