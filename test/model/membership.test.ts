// Sequences over users, invitations, teams and roles against a model: whatever is done, in whatever order, both APIs say the same.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { engines, skipReason } from "../support/engines.ts";
import { endingCommands } from "./endings.ts";
import { groupInviteCommands } from "./group-invites.ts";
import { groupTeamCommands } from "./group-teams.ts";
import { groupUserCommands } from "./group-users.ts";
import { compareAll } from "./lists.ts";
import { orgInviteCommands } from "./org-invites.ts";
import { orgUserCommands } from "./org-users.ts";
import { draw, startServer } from "./orgs.ts";
import { teamCommands } from "./teams.ts";

/** About half as many as are allowed make a sequence. */
const mostSteps = 120;
const sequences = process.env.ANTEROOM_LONG_RUN === "1" ? 1700 : 85;
/** A statement costs several times as much on PostgreSQL, and the rules are the same. */
const runs = { sqlite: sequences, postgres: Math.round(sequences / 5) };

const commands = fc.commands(
  [
    ...orgInviteCommands,
    ...groupInviteCommands,
    ...endingCommands,
    ...orgUserCommands,
    ...groupUserCommands,
    ...teamCommands,
    ...groupTeamCommands,
  ],
  { maxCommands: mostSteps, size: "max" },
);

const people = "users on users.id = grants.principal_id";

/** Each finds what must not be. */
const violations = {
  "an address is invited twice": `select username_key from invites where status = 'PENDING'
    group by org_id, coalesce(group_id, ''), username_key having count(*) > 1`,
  "an organization has no owner": `select id from orgs where not exists (select 1 from grants join ${people}
    where grants.org_id = orgs.id and group_id is null and role = 'ORG_OWNER')`,
  "a role lies in a project of another organization": `select principal_id from grants
    join groups on groups.id = grants.group_id where groups.org_id <> grants.org_id`,
  "a team has roles in a project of another organization": `select team_id from team_grants
    join groups on groups.id = group_id join teams on teams.id = team_id where groups.org_id <> teams.org_id`,
  "an invitation gives roles in a project of another organization": `select invite_id from invite_group_roles
    join invites on invites.id = invite_id join groups on groups.id = invite_group_roles.group_id
    where groups.org_id <> invites.org_id`,
  "an invitation leads into a team of another organization": `select invite_id from invite_teams
    join invites on invites.id = invite_id join teams on teams.id = team_id where teams.org_id <> invites.org_id`,
  "somebody holds roles in a project without belonging to its organization": `select principal_id
    from grants join ${people} where group_id is not null and not exists (select 1 from grants as home
      where home.principal_id = grants.principal_id and home.org_id = grants.org_id and home.group_id is null)`,
  "somebody is in a team without belonging to its organization": `select user_id
    from team_members join teams on teams.id = team_id where not exists (select 1 from grants
      where principal_id = user_id and grants.org_id = teams.org_id and group_id is null)`,
};

for (const engine of engines) {
  test(`members and invitations are as the model says, on ${engine}`, {
    skip: skipReason(engine),
  }, async (t) => {
    const server = await startServer(t, engine);
    await fc.assert(
      fc.asyncProperty(commands, async (sequence) => {
        await server.rewind();
        const model = draw();
        await fc.asyncModelRun(() => ({ model, real: server }), sequence);
        await compareAll(model, server);
        for (const [violation, query] of Object.entries(violations)) {
          assert.deepEqual(await server.rows(query), [], violation);
        }
      }),
      { numRuns: runs[engine] },
    );
    t.diagnostic(`${server.steps} steps`);
    assert.ok(server.steps > 10 * runs[engine], "the sequences were nearly empty");
  });
}
