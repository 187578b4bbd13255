// Proves listOrgGroupCounts: each person once, teams, and nothing of projects that the caller may not see.
import { deepEqual } from "node:assert/strict";
import { member, owner, testOnEngines } from "../../../test/console/support/console-operations.ts";
import { ids } from "../../../test/support/world.ts";

const { org: orgId, group } = ids;

testOnEngines("listOrgGroupCounts", async (t, stage) => {
  const counts = (as: string) => stage.read(as, "listOrgGroupCounts", { orgId });

  await t.test("200 with who is in by a role and by a team once, and not with keys", async () => {
    const [before] = await counts(owner);
    await stage.giveTeam(["GROUP_READ_ONLY", "GROUP_OWNER"], member);
    // The owner is in the team, but was counted before.
    const [after] = await counts(owner);
    deepEqual(
      [before, after],
      [
        { id: group, people: 1, teams: 0 },
        { id: group, people: 2, teams: 1 },
      ],
    );
  });

  await t.test("200 with none for somebody who sees no project", async () => {
    deepEqual(await counts(member), []);
  });
});
