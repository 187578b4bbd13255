// GET /orgs/{orgId}/invites, answer by answer.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import {
  deprecatedForOrgs,
  orgInvitation,
  orgNotFound,
  orgOwnersOnly,
  orgInvitesPath as path,
} from "../../../test/support/org-invites.ts";
import {
  assertCallers,
  assertRefusal,
  assertSuccess,
  expiry,
  startStage,
} from "../../../test/support/stage.ts";
import { ids, keys } from "../../../test/support/world.ts";

test("listOrgInvites", async (t) => {
  const stage = await startStage(t);
  const success = { status: 200, limit: 500, headers: deprecatedForOrgs };
  const invite = async (username: string) => {
    const body = { username, roles: ["ORG_READ_ONLY"] };
    const reply = await stage.ask("owner", { method: "POST", path, body });
    equal(reply.status, 200, reply.text);
    return reply.json;
  };

  await t.test("200 answers a bare array, oldest first", async () => {
    stage.clock.set({ advance: "PT1S" });
    const second = await invite("zoe@example.com");
    stage.clock.set({ advance: "PT1S" });
    const third = await invite("ada@example.com");
    assertSuccess(await stage.ask("owner", { path }), { ...success, json: [orgInvitation, second, third] });
    deepEqual(third, {
      ...orgInvitation,
      createdAt: "2026-08-10T03:04:55Z",
      expiresAt: "2026-09-09T03:04:55Z",
      id: third.id,
      inviterUsername: keys.owner.publicKey,
      roles: ["ORG_READ_ONLY"],
      username: "ada@example.com",
    });
  });

  await t.test("200 answers only the invitation of the address asked for, in any case", async () => {
    await invite("zoe@example.com");
    const reply = await stage.ask("owner", { path: `${path}?username=NEW%40example.com` });
    assertSuccess(reply, { ...success, json: [orgInvitation] });
  });

  await t.test("200 answers an empty array when the address is not invited to the organization", async () => {
    for (const username of ["nobody%40example.com", "hello%40example.com", "no-address"]) {
      const reply = await stage.ask("owner", { path: `${path}?username=${username}` });
      assertSuccess(reply, { ...success, json: [] });
    }
  });

  await t.test("200 answers all when the filter is empty", async () => {
    const reply = await stage.ask("owner", { path: `${path}?username=` });
    assertSuccess(reply, { ...success, json: [orgInvitation] });
  });

  for (const ending of ["accept", "decline", "expire"] as const) {
    await t.test(`200 leaves out an invitation after ${ending}`, async () => {
      const other = await invite("zoe@example.com");
      await stage.end(ids.orgInvite, ending);
      assertSuccess(await stage.ask("owner", { path }), { ...success, json: [other] });
    });
  }

  await t.test("200 leaves out what was revoked, and what is over thirty days old", async () => {
    stage.clock.set({ advance: "P1D" });
    const revoked = await invite("zoe@example.com");
    const younger = await invite("ada@example.com");
    await stage.ask("owner", { method: "DELETE", path: `${path}/${revoked.id}` });
    stage.clock.set({ now: expiry });
    assertSuccess(await stage.ask("owner", { path }), { ...success, json: [younger] });
  });

  await t.test("404 ORG_NOT_FOUND when there is no such organization", async () => {
    const nowhere = { path: path.replace(ids.org, ids.missing) };
    assertRefusal(await stage.ask("owner", nowhere), orgNotFound);
  });

  await t.test("Organization Owners may", () => assertCallers(stage, { path }, orgOwnersOnly(200)));
});
