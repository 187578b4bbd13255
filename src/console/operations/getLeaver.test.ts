// Proves getOrgLeaver and getGroupLeaver: what a person would lose and has created, people who are invited or gone, and who may
// call them.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { member, other, owner, rich } from "../../../test/console/support/console-operations.ts";
import { owned, role, startLeaving } from "../../../test/console/support/leaving.ts";
import { engines, skipReason } from "../../../test/support/engines.ts";
import { pluck } from "../../../test/support/pluck.ts";
import { ids } from "../../../test/support/world.ts";

const { org: orgId, group: groupId, team } = ids;
const core = { kind: "TEAM", id: team, name: "core" };
const payments = { kind: "GROUP", id: groupId, name: "payments" };

for (const engine of engines) {
  const on = engine === "sqlite" ? "" : ` on ${engine}`;
  test(`getOrgLeaver${on}`, { skip: skipReason(engine) }, async (t) => {
    const stage = await startLeaving(t, engine);
    const { perform, made, as, inOrg, rows } = stage;

    await t.test("200 with what they lose and made, and what nobody is known to have made", async () => {
      const { json } = await perform("getOrgLeaver", inOrg(), await as(owner));
      const { made: parts, ...rest } = json;
      const held = [
        { role: "GROUP_CLUSTER_MANAGER", from: payments },
        { role: "GROUP_READ_ONLY", from: core },
      ];
      deepEqual(rest, {
        state: "ACTIVE",
        username: member,
        firstName: "",
        lastName: "",
        isLastOwner: false,
        unknown: 8,
        losses: {
          roles: ["ORG_MEMBER"],
          teams: [{ id: team, name: "core" }],
          groups: [{ id: groupId, name: "payments", held }],
          stays: [],
        },
      });
      const byCode = (a: { code: string }, b: { code: string }) => (a.code < b.code ? -1 : 1);
      const shown = { lastUsedAt: null, roles: owned };
      deepEqual(
        parts.map(({ id: _, ...part }: { id: string; code: string }) => part).sort(byCode),
        [
          { kind: "API_KEY", code: made.key, name: "ci", ...shown },
          { kind: "API_KEY", code: made.second, name: made.second, ...shown, roles: [role("ORG_MEMBER")] },
          { kind: "SERVICE_ACCOUNT", code: made.account, name: "robot", ...shown },
        ].sort(byCode),
      );
    });

    await t.test("200 with the invitations they sent, for owners", async () => {
      await stage.sentBy(member);
      const { json } = await perform("getOrgLeaver", inOrg(), await as(owner));
      const sent = json.made.filter(({ kind }: { kind: string }) => kind === "INVITATION");
      deepEqual(
        sent.map(({ code, name, roles }: Record<string, unknown>) => ({ code, name, roles })),
        [
          { code: ids.orgInvite, name: "new@example.com", roles: [role("ORG_MEMBER")] },
          { code: ids.invite, name: "hello@example.com", roles: [role("GROUP_READ_ONLY", "payments")] },
        ],
      );
    });

    await t.test("200 with who is only invited, who owns alone, and who was removed by whom", async () => {
      const [invite] = (await rows("invites")).filter(({ id }) => id === rich.id);
      const guest = await perform("getOrgLeaver", { ...inOrg(), userId: invite?.user_id }, await as(owner));
      deepEqual(guest.json, { state: "INVITED", username: rich.username });
      const self = await perform(
        "getOrgLeaver",
        { orgId, userId: await stage.userId(owner) },
        await as(owner),
      );
      equal(self.json.isLastOwner, true);
      const { json } = await perform("removeOrgLeaver", { ...inOrg(), codes: [] }, await as(owner));
      const gone = await perform("getOrgLeaver", inOrg(), await as(owner));
      const at = "2026-08-10T03:04:53Z";
      deepEqual(gone.json, { state: "GONE", username: member, at, by: owner, ...json });
    });

    await t.test("404 for a stranger", async () => {
      const stranger = { orgId, userId: await stage.userId(other) };
      equal((await perform("getOrgLeaver", stranger, await as(owner))).json.errorCode, "USER_NOT_FOUND");
    });
  });

  test(`getGroupLeaver${on}`, { skip: skipReason(engine) }, async (t) => {
    const stage = await startLeaving(t, engine);
    const { perform, made, as, inGroup } = stage;

    await t.test("200 with their own roles; those of a team stay; only keys of the project", async () => {
      const { json } = await perform("getGroupLeaver", inGroup(), await as(owner));
      const stays = [{ role: "GROUP_READ_ONLY", from: core }];
      deepEqual(json.losses, { roles: ["GROUP_CLUSTER_MANAGER"], teams: [], groups: [], stays });
      const codes = pluck(json.made, "code");
      deepEqual(codes.sort(), [made.key, made.account].sort());
    });

    await t.test("404 for who is in by a team alone", async () => {
      await stage.store.write((tx) =>
        tx.grants.take(made.userId, { orgId, groupId }, "GROUP_CLUSTER_MANAGER"),
      );
      const { json } = await perform("getGroupLeaver", inGroup(), await as(owner));
      equal(json.errorCode, "USER_NOT_IN_GROUP");
    });
  });
}
