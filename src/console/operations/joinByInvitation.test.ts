// Proves joinByInvitation: it creates the account, the membership and the session at once, for a person without a password.

import { deepEqual, equal } from "node:assert/strict";
import {
  assertRefused,
  eventOf,
  member,
  owner,
  password,
  refusals,
  rich,
  testConsole,
} from "../../../test/console/support/console-operations.ts";
import { refusal } from "../../../test/support/stage.ts";
import { ids, invited } from "../../../test/support/world.ts";
import { draftInvite, draftOrgInvite } from "../../core/domain/invite.ts";
import { draftUser } from "../../core/domain/user.ts";

const names = { firstName: " Rita ", lastName: "Rich" };

testConsole("joinByInvitation", async (t, stage) => {
  const { get, perform, refuses } = stage;

  const invite = async (username: string) => {
    const id = "a2b6e34b3d91647abb20e7b8";
    const group = { id: ids.otherGroup, orgId: ids.otherOrg, name: "shipping" };
    const now = stage.clock.now();
    await stage.store.write((tx) =>
      tx.invites.add(draftInvite({ id, group, username, roles: ["GROUP_OWNER"], inviter: "other", now })),
    );
    return stage.link({ inviteId: id });
  };

  await t.test("200 with a session; the account has the id of the pending user", async () => {
    const token = await stage.link({ inviteId: rich.id });
    const pending = (await stage.rows("invites")).find(({ id }) => id === rich.id);
    const json = await get("joinByInvitation", { token, ...names, password });
    deepEqual(json, { token: json.token, device: json.device, expiresAt: "2026-08-10T15:04:53Z" });
    const id = await stage.userId(rich.username);
    equal(id, pending?.user_id);
    const person = await perform("getPerson", {}, { session: json.token });
    deepEqual(person.json, { id, username: rich.username, firstName: "Rita", lastName: "Rich" });
    deepEqual(await stage.grants(rich.username), [
      `${ids.group} GROUP_OWNER`,
      `${ids.group} GROUP_READ_ONLY`,
      `${ids.org} ORG_MEMBER`,
      `${ids.org} ORG_READ_ONLY`,
    ]);
    const about = { id, username: rich.username };
    deepEqual(await stage.events(), [
      eventOf(about, "JOINED_ORG", { orgId: ids.org }),
      eventOf(about, "JOINED_GROUP", { groupId: ids.group }),
      eventOf(about, "JOINED_TEAM", { orgId: ids.org }),
    ]);
    await get("signIn", { username: rich.username, password });
  });

  await t.test(
    "200 for an invitation to a project; the organization's beside it is accepted too",
    async () => {
      const drafted = draftOrgInvite({
        id: "b2b6e34b3d91647abb20e7b8",
        userId: "c2b6e34b3d91647abb20e7b8",
        org: { id: ids.org, name: "Acme" },
        username: "Hello@example.com",
        inviter: owner,
        roles: ["ORG_READ_ONLY"],
        groupRoles: [],
        teamIds: [],
        now: stage.clock.now(),
      });
      await stage.store.write((tx) => tx.orgInvites.add(drafted));
      const token = await stage.link({ inviteId: ids.invite });
      await get("joinByInvitation", { token, ...names, password });
      // The account is that of the pending user who was listed.
      const account = (await stage.rows("users")).find(({ id }) => id === "c2b6e34b3d91647abb20e7b8");
      equal(account?.username, "Hello@example.com");
      deepEqual(await stage.grants(invited), [
        `${ids.group} GROUP_READ_ONLY`,
        `${ids.org} ORG_MEMBER`,
        `${ids.org} ORG_READ_ONLY`,
      ]);
      const ended = (await stage.rows("invites")).filter(
        ({ username }) => String(username).toLowerCase() === invited,
      );
      deepEqual(ended.map(({ org_id, status }) => `${org_id} ${status}`).sort(), [
        `${ids.org} ACCEPTED`,
        `${ids.org} ACCEPTED`,
        `${ids.otherOrg} PENDING`,
      ]);
    },
  );

  await t.test("200 for an account without a password, which keeps its id and gains names", async () => {
    const id = await stage.userId(member);
    const session = await stage.session(member);
    const token = await invite(member);
    const json = await get("joinByInvitation", { token, ...names, password });
    const person = await perform("getPerson", {}, { session: json.token });
    deepEqual(person.json, { id, username: member, firstName: "Rita", lastName: "Rich" });
    // A new password ends the earlier sessions.
    equal(await stage.isOver(session), true);
  });

  await t.test(
    "409 USER_ALREADY_EXISTS for somebody who has a password: the link does not replace it",
    async () => {
      const token = await invite(owner);
      await refuses(
        "joinByInvitation",
        { token, ...names, password: "another staple" },
        refusal("USER_ALREADY_EXISTS", [owner]),
      );
      await get("signIn", { username: owner, password });
      equal((await get("getInvitation", { token })).status, "PENDING");
    },
  );

  await t.test(
    "409 USER_ALREADY_EXISTS for somebody whom a provider identified, whoever reads the mail",
    async () => {
      const claims = { issuer: "https://login.example.com", subject: "1", email: owner, emailVerified: true };
      const { json } = await perform("signInWithProvider", { ...claims, firstName: "", lastName: "" });
      const token = await invite(owner);
      await refuses(
        "joinByInvitation",
        { token, ...names, password },
        refusal("USER_ALREADY_EXISTS", [owner]),
      );
      equal(await stage.isOver(json.token), false);
      equal((await get("getInvitation", { token })).status, "PENDING");
    },
  );

  await t.test(
    "by a link that its owner handed over: an account where there is none, and no other's",
    async () => {
      const session = await stage.session(owner);
      const tokenOf = async (invitationId: string) =>
        (await get("getOrgInvitation", { orgId: ids.org, invitationId }, { session })).token;
      const made = await perform("joinByInvitation", { token: await tokenOf(rich.id), ...names, password });
      equal(made.status, 200);
      // An account without a password belongs to a person of the provider: the inviter must not choose a password for it.
      const id = await stage.userId(rich.username);
      await stage.store.write((tx) =>
        tx.users.add(draftUser({ id: "d".repeat(24), username: "new@example.com", now: 0 }), null),
      );
      const token = await tokenOf(ids.orgInvite);
      await refuses(
        "joinByInvitation",
        { token, ...names, password },
        refusal("USER_ALREADY_EXISTS", ["new@example.com"]),
      );
      equal((await get("getInvitation", { token })).hasAccount, true);
      equal((await stage.ask("new@example.com", "acceptInvitation", { token })).status, 200);
      equal(id, await stage.userId(rich.username));
    },
  );

  await t.test("409 INVITATION_ENDED for joining again: the link sets no other password", async () => {
    const token = await stage.link({ inviteId: rich.id });
    await get("joinByInvitation", { token, ...names, password });
    const again = await perform("joinByInvitation", { token, ...names, password: "another staple" });
    assertRefused(again, refusals.ended("ACCEPTED"));
    await get("signIn", { username: rich.username, password });
  });

  await t.test("400 for a poor password or an endless name, and the invitation stays pending", async () => {
    const token = await stage.link({ inviteId: ids.invite });
    const join = (changes: object) => perform("joinByInvitation", { token, ...names, password, ...changes });
    assertRefused(await join({ password: "short" }), refusals.weak);
    assertRefused(await join({ password: "Password1" }), refusals.common);
    for (const [field, code, name] of [
      ["firstName", "FIRST_NAME_EXCEEDS_MAX_LENGTH", "first"],
      ["lastName", "LAST_NAME_EXCEEDS_MAX_LENGTH", "last"],
    ] as const) {
      assertRefused(await join({ [field]: "x".repeat(257) }), {
        status: 400,
        errorCode: code,
        detail: `The ${name} name must not be longer than 256 characters.`,
        parameters: [256],
      });
    }
    equal((await get("getInvitation", { token })).status, "PENDING");
    equal(await stage.userId(invited), "nobody");
  });
});
