// The roles that teams have in projects.
import fc from "fast-check";
import { ask, choice, command, groupName, groupRoles, nothing, placeOf, teamId } from "./command.ts";
import { type Group, type Org, type Refusal, setGroupRoles, type Team } from "./model.ts";
import { shownTeams, withoutLinks } from "./shown.ts";
import { findTeam } from "./teams.ts";

const groupPath = (group: Group) => `/api/atlas/v2/groups/${group.id}/teams`;

const assign = fc
  .tuple(groupName, fc.array(fc.tuple(choice, groupRoles), { minLength: 1, maxLength: 2 }))
  .map((chosen) =>
    command("addGroupTeams", chosen, async (model, server) => {
      const [name, assignments] = chosen;
      const { org, group } = placeOf(model, name);
      const body = assignments.map(([each, roleNames]) => ({ teamId: teamId(model, org, each), roleNames }));
      const hasChanged = await ask(
        server,
        org,
        { method: "POST", path: groupPath(group), body },
        () => {
          const present = new Set(
            org.teams.filter((team) => group.id in team.groupRoles).map(({ id }) => id),
          );
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
        (teams) => shownTeams(teams, group),
        ({ results }) => withoutLinks(results),
      );
      return hasChanged && { org, group };
    }),
  );

function teamIn(org: Org, group: Group, id: string): Team | Refusal {
  const team = findTeam(org, id);
  if (team === undefined) return "TEAM_NOT_FOUND";
  return group.id in team.groupRoles ? team : "TEAM_NOT_IN_GROUP";
}

const reassign = fc.tuple(groupName, choice, groupRoles).map((chosen) =>
  command("updateGroupTeam", chosen, async (model, server) => {
    const [name, chosenTeam, roleNames] = chosen;
    const { org, group } = placeOf(model, name);
    const id = teamId(model, org, chosenTeam);
    const hasChanged = await ask(
      server,
      org,
      { method: "PATCH", path: `${groupPath(group)}/${id}`, body: { roleNames } },
      () => {
        const team = teamIn(org, group, id);
        if (typeof team !== "string") setGroupRoles(team, group, roleNames);
        return team;
      },
      (team) => shownTeams([team], group),
      ({ results }) => withoutLinks(results),
    );
    return hasChanged && { org, group };
  }),
);

const unassign = fc.tuple(groupName, choice).map((chosen) =>
  command("removeGroupTeam", chosen, async (model, server) => {
    const [name, chosenTeam] = chosen;
    const { org, group } = placeOf(model, name);
    const id = teamId(model, org, chosenTeam);
    const hasChanged = await ask(
      server,
      org,
      { method: "DELETE", path: `${groupPath(group)}/${id}` },
      () => {
        const team = teamIn(org, group, id);
        if (typeof team !== "string") setGroupRoles(team, group, []);
        return team;
      },
      nothing,
    );
    return hasChanged && { org, group };
  }),
);

/** More often what gives the others something to do. */
export const groupTeamCommands = [assign, assign, reassign, unassign];
