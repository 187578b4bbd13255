// GET /groups/{groupId}/invites, answer by answer.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { groupNotFound, ownersOnly, invitesPath as path, readers } from "../../../test/support/invites.ts";
import {
  assertCallers,
  assertRefusal,
  assertSuccess,
  deprecated,
  invitation,
  startStage,
} from "../../../test/support/stage.ts";
import { ids, keys } from "../../../test/support/world.ts";

test("listGroupInvites", async (t) => {
  const stage = await startStage(t);
  const success = { status: 200, limit: 1200, headers: deprecated };
  const invite = async (username: string) => {
    const reply = await stage.ask("owner", { method: "POST", path, body: { username, roles: readers } });
    equal(reply.status, 200, reply.text);
    return reply.json;
  };

  await t.test("200 answers a bare array, oldest first", async () => {
    stage.clock.set({ advance: "PT1S" });
    const second = await invite("zoe@example.com");
    stage.clock.set({ advance: "PT1S" });
    const third = await invite("ada@example.com");
    const reply = await stage.ask("groupOwner", { path });
    assertSuccess(reply, { ...success, json: [invitation, second, third] });
    deepEqual(third, {
      createdAt: "2026-08-10T03:04:55Z",
      expiresAt: "2026-09-09T03:04:55Z",
      groupId: ids.group,
      groupName: "payments",
      id: third.id,
      inviterUsername: keys.owner.publicKey,
      roles: readers,
      username: "ada@example.com",
    });
  });

  await t.test("200 answers only the invitation of the address asked for, in any case", async () => {
    await invite("zoe@example.com");
    const reply = await stage.ask("owner", { path: `${path}?username=HELLO%40example.com` });
    assertSuccess(reply, { ...success, json: [invitation] });
  });

  await t.test("200 answers an empty array when the address is not invited to this project", async () => {
    for (const username of ["nobody%40example.com", "new%40example.com", "no-address"]) {
      assertSuccess(await stage.ask("owner", { path: `${path}?username=${username}` }), {
        ...success,
        json: [],
      });
    }
  });

  await t.test("200 answers all when the filter is empty", async () => {
    assertSuccess(await stage.ask("owner", { path: `${path}?username=` }), {
      ...success,
      json: [invitation],
    });
  });

  for (const ending of ["accept", "decline", "expire"] as const) {
    await t.test(`200 leaves out an invitation after ${ending}`, async () => {
      const other = await invite("zoe@example.com");
      await stage.end(ids.invite, ending);
      assertSuccess(await stage.ask("owner", { path }), { ...success, json: [other] });
    });
  }

  await t.test("200 leaves out what was revoked, and what is over thirty days old", async () => {
    stage.clock.set({ advance: "P1D" });
    const revoked = await invite("zoe@example.com");
    const younger = await invite("ada@example.com");
    await stage.ask("owner", { method: "DELETE", path: `${path}/${revoked.id}` });
    stage.clock.set({ now: invitation.expiresAt });
    assertSuccess(await stage.ask("owner", { path }), { ...success, json: [younger] });
  });

  await t.test("404 GROUP_NOT_FOUND when there is no such project", async () => {
    const nowhere = { path: path.replace(ids.group, ids.missing) };
    assertRefusal(await stage.ask("owner", nowhere), groupNotFound);
  });

  await t.test("Project Owners may, in the project or through its organization", async () => {
    await assertCallers(stage, { path }, ownersOnly(200));
  });
});
