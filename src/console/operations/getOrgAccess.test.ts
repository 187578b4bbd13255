// Proves getOrgAccess: the roles of programs, teams and invitations of an organization, on both engines.
import { deepEqual } from "node:assert/strict";
import { owner, rich, testOnEngines } from "../../../test/console/support/console-operations.ts";
import { account, ids } from "../../../test/support/world.ts";

const { org: orgId, group: groupId, team: teamId } = ids;

testOnEngines("getOrgAccess", async (t, stage) => {
  const get = async () => {
    const json = await stage.read(owner, "getOrgAccess", { orgId });
    return json;
  };

  await t.test("200 with the roles of programs and teams, and what invitations would give", async () => {
    await stage.giveTeam(["GROUP_READ_ONLY"]);
    const { groups, teams, credentials, invited, ...rest } = await get();
    deepEqual(rest, { name: "Acme", createdAt: "2026-08-10T03:04:53Z", removedThrough: null });
    deepEqual(groups, [{ id: groupId, name: "payments" }]);
    const inProject = { in: `group/${groupId}`, roles: ["GROUP_READ_ONLY"] };
    deepEqual(teams, [{ id: teamId, name: "core", who: `team/${teamId}`, held: [inProject] }]);
    const titled = new Map(credentials.map((each: { who: string }) => [each.who, each]));
    deepEqual(titled.get(`account/${account.clientId}`), {
      who: `account/${account.clientId}`,
      title: "ci",
      held: [{ in: "org", roles: ["ORG_OWNER"] }],
    });
    deepEqual(titled.get("key/projread"), {
      who: "key/projread",
      title: "seeded",
      held: [{ in: "org", roles: ["ORG_MEMBER"] }, inProject],
    });
    const offered = invited.find(({ username }: { username: string }) => username === rich.username);
    deepEqual(
      offered.held.map((each: { in: string }) => each.in),
      ["org", `group/${groupId}`, `team/${teamId}`],
    );
    stage.pass(40 * 86_400_000);
    deepEqual((await get()).invited, []);
  });
});
