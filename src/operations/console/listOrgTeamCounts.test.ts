// Proves listOrgTeamCounts: people and projects of each team.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { member, startConsole } from "../../../test/support/console-operations.ts";
import { engines, skipReason } from "../../../test/support/engines.ts";
import { ids } from "../../../test/support/world.ts";

const { org: orgId, group, team } = ids;

for (const engine of engines) {
  test(`listOrgTeamCounts on ${engine}`, { skip: skipReason(engine) }, async (t) => {
    const stage = await startConsole(t, { engine });
    const counts = async () =>
      (await stage.perform("listOrgTeamCounts", { orgId }, { session: await stage.session(member) })).json;

    await t.test(
      "200 with a project once, whatever roles the team has there, and with who is invited into it",
      async () => {
        deepEqual(await counts(), [{ id: team, people: 2, groups: 0 }]);
        await stage.store.write((tx) =>
          tx.teams.assign({ teamId: team, orgId, groupId: group }, ["GROUP_READ_ONLY", "GROUP_OWNER"]),
        );
        deepEqual(await counts(), [{ id: team, people: 2, groups: 1 }]);
      },
    );
  });
}
