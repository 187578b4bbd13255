// Proves getInvitation: the roles that an invitation gives, or how it ended, for the person with its link.
import { deepEqual, equal } from "node:assert/strict";
import {
  member,
  other,
  owner,
  refusals,
  rich,
  testConsole,
} from "../../../test/console/support/console-operations.ts";
import { expiry, now } from "../../../test/support/stage.ts";
import { ids, invited } from "../../../test/support/world.ts";
import { draftInvite } from "../../core/domain/invite.ts";

const lifetime = 60 * 86_400_000;
const toGroup = {
  id: ids.invite as string,
  status: "PENDING",
  username: invited,
  inviter: { name: "owner@example.com", firstName: "Ada", lastName: "Example", label: "" },
  orgName: "Acme",
  groupName: "payments",
  roles: ["GROUP_READ_ONLY"],
  groupRoles: [],
  teams: [],
  orgId: ids.org as string,
  groupId: ids.group as string | null,
  createdAt: now,
  expiresAt: expiry,
  hasAccount: false,
};

testConsole("getInvitation", async (t, stage) => {
  const { get, perform, refuses } = stage;

  await t.test("200 for an invitation to a project; looking changes nothing", async () => {
    const token = await stage.link({ inviteId: ids.invite });
    const before = await stage.dump();
    const json = await get("getInvitation", { token });
    deepEqual(json, toGroup);
    deepEqual(Object.keys(json), Object.keys(toGroup));
    deepEqual(await stage.dump(), before);
  });

  await t.test("200 for an invitation to an organization, with projects and teams by name", async () => {
    const { json } = await perform("getInvitation", { token: await stage.link({ inviteId: rich.id }) });
    deepEqual(json, {
      ...toGroup,
      id: rich.id,
      username: rich.username,
      inviter: json.inviter,
      groupName: null,
      roles: ["ORG_READ_ONLY", "ORG_MEMBER"],
      groupRoles: [
        { groupName: "payments", role: "GROUP_OWNER" },
        { groupName: "payments", role: "GROUP_READ_ONLY" },
      ],
      teams: ["core"],
    });
  });

  for (const [username, hasAccount] of [
    [owner, true],
    [member, false],
  ] as const) {
    await t.test(
      `the account of ${username} ${hasAccount ? "counts" : "does not count: it has no password"}`,
      async () => {
        const id = "a2b6e34b3d91647abb20e7b8";
        const group = { id: ids.otherGroup, orgId: ids.otherOrg, name: "shipping" };
        const at = stage.clock.now();
        const invite = draftInvite({ id, group, username, roles: ["GROUP_OWNER"], inviter: other, now: at });
        await stage.store.write((tx) => tx.invites.add(invite));
        const { json } = await perform("getInvitation", { token: await stage.link({ inviteId: id }) });
        deepEqual(json, {
          ...toGroup,
          id,
          username,
          inviter: { name: other, firstName: "", lastName: "", label: "" },
          orgName: "Globex",
          groupName: "shipping",
          orgId: ids.otherOrg,
          groupId: ids.otherGroup,
          roles: ["GROUP_OWNER"],
          hasAccount,
        });
      },
    );
  }

  await t.test(
    "200 by a link that its owner handed over; it leads to nothing without its signature",
    async () => {
      const at = { groupId: ids.group, invitationId: ids.invite };
      const session = await stage.session(owner);
      const { token } = await get("getGroupInvitation", at, { session });
      deepEqual(await get("getInvitation", { token }), toGroup);
      for (const forged of [`${rich.id}.${token.split(".")[1]}`, `${ids.invite}.`, ids.invite]) {
        await refuses("getInvitation", { token: forged }, refusals.link);
      }
      await refuses("getInvitation", {}, refusals.link);
      await stage.endInvite(ids.invite, "REVOKED");
      equal((await get("getInvitation", { token })).status, "REVOKED");
      equal((await get("getGroupInvitation", at, { session })).token, null);
    },
  );

  for (const ending of ["ACCEPTED", "DECLINED", "REVOKED", "EXPIRED"] as const) {
    await t.test(`200 with the status ${ending} after that`, async () => {
      const token = await stage.link({ inviteId: ids.invite });
      await stage.endInvite(ids.invite, ending);
      const { json } = await perform("getInvitation", { token });
      deepEqual(json, { ...toGroup, inviter: json.inviter, status: ending });
    });
  }

  await t.test("200 with the status EXPIRED from the instant of expiry on", async () => {
    const token = await stage.link({ inviteId: ids.invite }, lifetime);
    stage.pass(30 * 86_400_000 - 1);
    equal((await get("getInvitation", { token })).status, "PENDING");
    stage.pass(1);
    equal((await get("getInvitation", { token })).status, "EXPIRED");
  });
});
