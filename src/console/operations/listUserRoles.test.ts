// Proves listOrgUserRoles and listGroupUserRoles: the roles of a person, their sources, and the roles that would remain without
// each.
import { deepEqual } from "node:assert/strict";
import {
  member,
  other,
  owner,
  places,
  testConsole,
} from "../../../test/console/support/console-operations.ts";
import { ids } from "../../../test/support/world.ts";

const { group: groupId, org: orgId } = ids;
const { org, group, team } = places;
/** The owner's roles in the project. */
const inGroup = [
  { role: "ORG_OWNER", from: org, remaining: ["GROUP_OWNER", "GROUP_READ_ONLY"] },
  { role: "GROUP_OWNER", from: group, remaining: ["ORG_OWNER", "GROUP_READ_ONLY"] },
  { role: "GROUP_READ_ONLY", from: team, remaining: ["ORG_OWNER", "GROUP_OWNER"] },
];

testConsole("roles of a person", async (t, stage) => {
  const list = async (username: string) =>
    stage.read(owner, "listOrgUserRoles", { orgId, userId: await stage.userId(username) });

  await t.test("200 with each role, its source, and what would remain", async () => {
    await stage.giveTeam(["GROUP_READ_ONLY"], owner);
    deepEqual(await list(owner), {
      hasPasskey: false,
      roles: [
        { place: org, role: "ORG_OWNER", from: org, remaining: [] },
        ...inGroup.map((held) => ({ place: group, ...held })),
      ],
      sources: [
        { from: org, groups: 1, lost: [] },
        { from: { kind: "GROUP" }, groups: 1, lost: [] },
        { from: team, groups: 1, lost: [] },
      ],
    });
    const at = { groupId, userId: await stage.userId(owner) };
    deepEqual(await stage.read(owner, "listGroupUserRoles", at), inGroup);
  });

  await t.test("200 with the projects that one source alone lets into", async () => {
    await stage.giveTeam(["GROUP_READ_ONLY"], member);
    // A membership alone gives access to no project.
    deepEqual(await list(member), {
      hasPasskey: false,
      roles: [
        { place: org, role: "ORG_MEMBER", from: org, remaining: [] },
        { place: group, role: "GROUP_READ_ONLY", from: team, remaining: [] },
      ],
      sources: [{ from: team, groups: 1, lost: ["payments"] }],
    });
  });

  await t.test("200 with nothing for who is not there", async () => {
    deepEqual(await list(other), { hasPasskey: false, roles: [], sources: [] });
  });
});
