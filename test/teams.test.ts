// The life of a team and what the feeds record of it, the same on both engines.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { engines, skipReason } from "./support/engines.ts";
import { groupTeamPath, groupTeamsPath, teamsPath } from "./support/teams.ts";
import { ids, keys, type Sending, startWorld } from "./support/world.ts";

for (const engine of engines) {
  test(`teams on ${engine}`, { skip: skipReason(engine) }, async (t) => {
    const world = await startWorld(t, { engine });
    const ask = (sending: Sending) => world.as(keys.owner, sending);
    const usernames = ["owner@example.com", "member@example.com"];
    const roleNames = ["GROUP_READ_ONLY"];

    const made = await ask({ method: "POST", path: teamsPath, body: { name: "ops", usernames } });
    const id = made.json.id as string;
    const path = `${teamsPath}/${id}`;
    const inGroup = groupTeamPath.replace(ids.team, id);
    const people = (await ask({ path: `${path}/users` })).json.results as { id: string; username: string }[];
    const [someone] = people;
    const steps: Sending[] = [
      { path: `${teamsPath}/byName/ops` },
      { path: `${teamsPath}?itemsPerPage=1&pageNum=2` },
      { method: "PATCH", path, body: { name: "on call" } },
      { method: "POST", path: groupTeamsPath, body: [{ teamId: id, roleNames }] },
      { method: "PATCH", path: inGroup, body: { roleNames: ["GROUP_OWNER"] } },
      { path: inGroup },
      { method: "DELETE", path },
      { method: "DELETE", path: inGroup },
      { method: "DELETE", path: `${path}/users/${someone?.id}` },
      { method: "POST", path: `${path}/users`, body: [{ id: someone?.id }] },
      { method: "DELETE", path },
      { path },
      { path: `/api/atlas/v2/orgs/${ids.org}/events?eventType=TEAM_CREATED&eventType=TEAM_DELETED` },
      { path: `/api/atlas/v2/groups/${ids.group}/events?excludedEventType=TEAM_ROLES_MODIFIED` },
    ];
    const answers = [];
    for (const step of steps) {
      const { status, json } = await ask(step);
      answers.push(json?.errorCode ?? json?.totalCount ?? status);
    }
    deepEqual(people.map(({ username }) => username).sort(), usernames.toSorted());
    deepEqual(answers, [
      200,
      2,
      200,
      1,
      1,
      200,
      "CANNOT_DELETE_TEAM_ASSIGNED_TO_PROJECT",
      204,
      204,
      2,
      204,
      // One event of these types is the seed's, and five of the project.
      "RESOURCE_NOT_FOUND",
      3,
      7,
    ]);
  });
}
