// The roles that teams have in projects.
import fc from "fast-check";
import { choice, groupRoles, inGroup, nothing, teamId } from "./command.ts";
import { type Group, type Org, type Refusal, setGroupRoles, type Team } from "./model.ts";
import { shownTeams, withoutLinks } from "./shown.ts";
import { findTeam } from "./teams.ts";

const assignments = fc.array(fc.tuple(choice, groupRoles), { minLength: 1, maxLength: 2 });

const assign = inGroup("addGroupTeams", [assignments], ({ model, org, group }, assignments) => {
  const body = assignments.map(([each, roleNames]) => ({ teamId: teamId(model, org, each), roleNames }));
  return {
    body,
    decide() {
      const present = new Set(org.teams.filter((team) => group.id in team.groupRoles).map(({ id }) => id));
      for (const { teamId } of body) {
        if (findTeam(org, teamId) === undefined) return "TEAM_NOT_FOUND";
        if (present.has(teamId)) return "TEAM_EXISTS_IN_GROUP";
        present.add(teamId);
      }
      for (const team of org.teams) {
        const given = body.find(({ teamId }) => teamId === team.id);
        if (given !== undefined) setGroupRoles(team, group, given.roleNames);
      }
      return org.teams;
    },
    show: (teams: readonly Team[]) => shownTeams(teams, group),
    read: ({ results }) => withoutLinks(results),
  };
});

function teamIn(org: Org, group: Group, id: string): Team | Refusal {
  const team = findTeam(org, id);
  if (team === undefined) return "TEAM_NOT_FOUND";
  return group.id in team.groupRoles ? team : "TEAM_NOT_IN_GROUP";
}

function reassigned(org: Org, group: Group, id: string, roleNames: string[]): Team | Refusal {
  const team = teamIn(org, group, id);
  if (typeof team !== "string") setGroupRoles(team, group, roleNames);
  return team;
}

const reassign = inGroup(
  "updateGroupTeam",
  [choice, groupRoles],
  ({ model, org, group }, chosen, roleNames) => {
    const id = teamId(model, org, chosen);
    return {
      params: { teamId: id },
      body: { roleNames },
      decide: () => reassigned(org, group, id, roleNames),
      show: (team: Team) => shownTeams([team], group),
      read: ({ results }) => withoutLinks(results),
    };
  },
);

const unassign = inGroup("removeGroupTeam", [choice], ({ model, org, group }, chosen) => {
  const id = teamId(model, org, chosen);
  return {
    params: { teamId: id },
    decide: () => (findTeam(org, id) === undefined ? "USER_UNAUTHORIZED" : reassigned(org, group, id, [])),
    show: nothing,
  };
});

/** The commands; those that give the others something to do are drawn more often. */
export const groupTeamCommands = [assign, assign, reassign, unassign];
