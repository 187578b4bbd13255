// Proves listOrgUserRoles: what a person holds in an organization and its projects, from where, and what would remain without each.
import { deepEqual, equal } from "node:assert/strict";
import { member, other, owner, testConsole } from "../../../test/support/console-operations.ts";
import { ids } from "../../../test/support/world.ts";

testConsole("listOrgUserRoles", async (t, stage) => {
  const { group: groupId, org: orgId } = ids;
  const org = { id: orgId, name: "Acme" };
  const group = { id: groupId, name: "payments" };
  const list = async (username: string) =>
    stage.ask(owner, "listOrgUserRoles", { orgId, userId: await stage.userId(username) });

  await t.test("200 with each role, its source, and what would remain", async () => {
    await stage.store.write(async (tx) => {
      await tx.teams.join(ids.team, await stage.userId(owner));
      await tx.teams.assign({ teamId: ids.team, orgId, groupId }, ["GROUP_READ_ONLY"]);
    });
    const { status, json } = await list(owner);
    equal(status, 200);
    const core = { kind: "TEAM", id: ids.team, name: "core" };
    const inGroup = { place: { kind: "GROUP", ...group } };
    deepEqual(json, {
      hasPasskey: false,
      roles: [
        { place: { kind: "ORG", ...org }, role: "ORG_OWNER", from: { kind: "ORG", ...org }, remaining: [] },
        {
          ...inGroup,
          role: "ORG_OWNER",
          from: { kind: "ORG", ...org },
          remaining: ["GROUP_OWNER", "GROUP_READ_ONLY"],
        },
        {
          ...inGroup,
          role: "GROUP_OWNER",
          from: { kind: "GROUP", ...group },
          remaining: ["ORG_OWNER", "GROUP_READ_ONLY"],
        },
        { ...inGroup, role: "GROUP_READ_ONLY", from: core, remaining: ["ORG_OWNER", "GROUP_OWNER"] },
      ],
      sources: [
        { from: { kind: "ORG", ...org }, groups: 1, lost: [] },
        { from: { kind: "GROUP" }, groups: 1, lost: [] },
        { from: core, groups: 1, lost: [] },
      ],
    });
  });

  await t.test("200 with the projects that one source alone lets into", async () => {
    await stage.store.write(async (tx) => {
      await tx.teams.join(ids.team, await stage.userId(member));
      await tx.teams.assign({ teamId: ids.team, orgId, groupId }, ["GROUP_READ_ONLY"]);
    });
    const { json } = await list(member);
    const core = { kind: "TEAM", id: ids.team, name: "core" };
    // A membership lets into no project.
    deepEqual(json, {
      hasPasskey: false,
      roles: [
        { place: { kind: "ORG", ...org }, role: "ORG_MEMBER", from: { kind: "ORG", ...org }, remaining: [] },
        { place: { kind: "GROUP", ...group }, role: "GROUP_READ_ONLY", from: core, remaining: [] },
      ],
      sources: [{ from: core, groups: 1, lost: ["payments"] }],
    });
  });

  await t.test("200 with nothing for who is not there", async () => {
    deepEqual((await list(other)).json, { hasPasskey: false, roles: [], sources: [] });
  });
});
