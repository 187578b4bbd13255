// Shows teams as answers do, and has the cases that several of their operations share.

import { fill } from "./fill.ts";
import type { Stage } from "./stage.ts";
import { ids } from "./world.ts";

export const teamsPath = `/api/atlas/v2/orgs/${ids.org}/teams`;
export const teamPath = `${teamsPath}/${ids.team}`;
export const groupTeamsPath = `/api/atlas/v2/groups/${ids.group}/teams`;

/** A team of the organization; the seeded one by default. */
export const shownTeam = (url: string, { id = ids.team as string, name = "core" } = {}) => ({
  id,
  links: [{ href: `${url}${teamsPath}/${id}`, rel: "self" }],
  name,
});

/** The seeded team in the seeded project. */
export const shownGroupTeam = (url: string, roleNames: readonly string[], teamId: string = ids.team) => ({
  links: [{ href: `${url}${groupTeamsPath}/${teamId}`, rel: "self" }],
  roleNames,
  teamId,
});

/** Puts the seeded team into the seeded project, as is done there, and forgets the event. */
export async function assignTeam(stage: Stage, ...roles: string[]): Promise<void> {
  for (const role of roles) {
    fill(stage, "team_grants", { team_id: ids.team, role });
  }
}

/** Details of the events of this case. */
export const detailsOf = (stage: Stage): unknown[] =>
  stage.rows("select details from events order by rowid").map((row) => {
    const {
      access: _,
      roles: __,
      team: ___,
      name: ____,
      ...details
    } = JSON.parse((row as { details: string }).details);
    return details;
  });

export const badTeamNames = ["", "  ", "x".repeat(65), "a\u0000b", "a\nb"];
