// GET /{orgs|groups}/{id}/invites, answer by answer.
import { deepEqual, equal } from "node:assert/strict";
import * as toGroup from "../../../test/support/invites.ts";
import * as toOrg from "../../../test/support/org-invites.ts";
import { testSides } from "../../../test/support/sides.ts";
import * as stages from "../../../test/support/stage.ts";
import { ids, keys } from "../../../test/support/world.ts";

const sides = {
  org: {
    path: toOrg.orgInvitesPath,
    invitation: toOrg.orgInvitation,
    success: { status: 200, limit: 500, headers: toOrg.deprecatedForOrgs },
    roles: ["ORG_READ_ONLY"],
    inAnyCase: "NEW%40example.com",
    strangers: ["nobody%40example.com", "hello%40example.com", "no-address"],
    scopeId: ids.org,
    caller: "owner",
  },
  group: {
    path: toGroup.invitesPath,
    invitation: stages.invitation,
    success: { status: 200, limit: 1200, headers: stages.deprecated },
    roles: toGroup.readers,
    inAnyCase: "HELLO%40example.com",
    strangers: ["nobody%40example.com", "new%40example.com", "no-address"],
    scopeId: ids.group,
    caller: "groupOwner",
  },
} as const;

const operations = { org: "listOrgInvites", group: "listGroupInvites" };

testSides(operations, async (t, scope) => {
  const stage = await stages.startStage(t);
  const { path, invitation, success, roles, ...side } = sides[scope];
  const invite = async (username: string) => {
    const reply = await stage.ask("owner", { method: "POST", path, body: { username, roles } });
    equal(reply.status, 200, reply.text);
    return reply.json;
  };
  const lists = async (query: string, ...json: object[]) =>
    stages.assertSuccess(await stage.ask(side.caller, { path: `${path}${query}` }), { ...success, json });

  await t.test("200 answers a bare array, oldest first", async () => {
    stage.clock.set({ advance: "PT1S" });
    const second = await invite("zoe@example.com");
    stage.clock.set({ advance: "PT1S" });
    const third = await invite("ada@example.com");
    await lists("", invitation, second, third);
    deepEqual(third, {
      ...invitation,
      createdAt: "2026-08-10T03:04:55Z",
      expiresAt: "2026-09-09T03:04:55Z",
      id: third.id,
      inviterUsername: keys.owner.publicKey,
      roles,
      username: "ada@example.com",
    });
  });

  await t.test("200 answers only the invitation of the address asked for, in any case", async () => {
    await invite("zoe@example.com");
    await lists(`?username=${side.inAnyCase}`, invitation);
  });

  await t.test("200 answers an empty array when the address is not invited there", async () => {
    for (const username of side.strangers) await lists(`?username=${username}`);
  });

  await t.test("200 answers all when the filter is empty", () => lists("?username=", invitation));

  for (const ending of ["accept", "decline", "expire"] as const) {
    await t.test(`200 leaves out an invitation after ${ending}`, async () => {
      const other = await invite("zoe@example.com");
      await stage.end(invitation.id, ending);
      await lists("", other);
    });
  }

  await t.test("200 leaves out what was revoked, and what is over thirty days old", async () => {
    stage.clock.set({ advance: "P1D" });
    const revoked = await invite("zoe@example.com");
    const younger = await invite("ada@example.com");
    await stage.ask("owner", { method: "DELETE", path: `${path}/${revoked.id}` });
    stage.clock.set({ now: stages.expiry });
    await lists("", younger);
  });
});
