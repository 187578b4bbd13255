// Proves listOrgProjectRoles: the roles of teams and programs in projects, with the names of those that the caller may see.
import { deepEqual } from "node:assert/strict";
import { member, owner, testOnEngines } from "../../../test/console/support/console-operations.ts";
import { ids, keys } from "../../../test/support/world.ts";

const { org: orgId, team } = ids;

testOnEngines("listOrgProjectRoles", async (t, stage) => {
  const heldFor = async (who: string) => {
    await stage.giveTeam(["GROUP_READ_ONLY", "GROUP_OWNER"]);
    const json = await stage.read(who, "listOrgProjectRoles", { orgId });
    return Object.fromEntries(
      (json as { who: string; groupName: string | null; roles: string[] }[]).map((each) => [
        each.who,
        [each.groupName, ...each.roles.sort()],
      ]),
    );
  };
  const groupOwner = `key/${keys.groupOwner.publicKey}`;

  await t.test("200 for an owner with each project by its name", async () => {
    const held = await heldFor(owner);
    deepEqual(held[`team/${team}`], ["payments", "GROUP_OWNER", "GROUP_READ_ONLY"]);
    deepEqual(held[groupOwner], ["payments", "GROUP_OWNER"]);
    deepEqual(held[`key/${keys.owner.publicKey}`], undefined);
  });

  await t.test("200 for a member without teams in projects that the member may not see", async () => {
    const held = await heldFor(member);
    deepEqual(held[`team/${team}`], undefined);
    deepEqual(held[groupOwner], [null, "GROUP_OWNER"]);
  });
});
