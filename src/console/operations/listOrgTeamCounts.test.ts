// Proves listOrgTeamCounts: the number of people and projects of each team.
import { deepEqual } from "node:assert/strict";
import { member, testOnEngines } from "../../../test/console/support/console-operations.ts";
import { ids } from "../../../test/support/world.ts";

const { org: orgId, team } = ids;

testOnEngines("listOrgTeamCounts", async (t, stage) => {
  const counts = () => stage.read(member, "listOrgTeamCounts", { orgId });

  await t.test(
    "200 with a project once, whatever roles the team has there, and with who is invited into it",
    async () => {
      deepEqual(await counts(), [{ id: team, people: 2, groups: 0 }]);
      await stage.giveTeam(["GROUP_READ_ONLY", "GROUP_OWNER"]);
      deepEqual(await counts(), [{ id: team, people: 2, groups: 1 }]);
    },
  );
});
