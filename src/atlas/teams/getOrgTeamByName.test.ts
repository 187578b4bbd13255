// GET /orgs/{orgId}/teams/byName/{teamName}, answer by answer.
import { test } from "node:test";
import { assertRefusal, assertSuccess, refusal, startStage } from "../../../test/support/stage.ts";
import { shownTeam, teamPath, teamsPath } from "../../../test/support/teams.ts";
import { ids } from "../../../test/support/world.ts";

const path = `${teamsPath}/byName/core`;

test("getOrgTeamByName", async (t) => {
  const stage = await startStage(t);
  const notFound = (teamName: string) => refusal("TEAM_NAME_NOT_FOUND", [teamName]);

  await t.test("200 answers the team", async () => {
    const reply = await stage.ask("member", { path });
    assertSuccess(reply, { status: 200, limit: 1200, json: shownTeam(stage.url) });
  });

  await t.test("200 for a name with a blank and a slash, URL-encoded", async () => {
    await stage.ask("owner", { method: "PATCH", path: teamPath, body: { name: "on call/EU" } });
    const reply = await stage.ask("member", { path: `${teamsPath}/byName/on%20call%2FEU` });
    assertSuccess(reply, {
      status: 200,
      limit: 1200,
      json: shownTeam(stage.url, { name: "on call/EU" }),
    });
  });

  await t.test("404 TEAM_NAME_NOT_FOUND for another name, and for another case", async () => {
    for (const name of ["ops", "Core"]) {
      assertRefusal(await stage.ask("owner", { path: `${teamsPath}/byName/${name}` }), notFound(name));
    }
  });

  await t.test("404 TEAM_NAME_NOT_FOUND for a team of another organization", async () => {
    const elsewhere = { path: path.replace(ids.org, ids.otherOrg) };
    assertRefusal(await stage.ask("stranger", elsewhere), notFound("core"));
  });
});
