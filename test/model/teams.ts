// Teams: made, renamed and deleted, and who is in them.
import fc from "fast-check";
import { ask, choice, command, nothing, orgName, orgOf, teamId, userId, username } from "./command.ts";
import {
  current,
  isMember,
  isOrgInvite,
  isSame,
  learn,
  type Member,
  type Model,
  type Org,
  type Person,
  type Refusal,
  type Team,
  without,
} from "./model.ts";
import { change } from "./org-users.ts";
import { shownOrgUser } from "./shown.ts";

const pathOf = (org: Org) => `/api/atlas/v2/orgs/${org.id}/teams`;

const teamName = fc.constantFrom("core", "night", "Core", "day");
export const findTeam = (org: Org, id: string) => org.teams.find((team) => team.id === id);

/** The people of those addresses, each once, as only active ones can be named. */
function named(model: Model, org: Org, usernames: readonly string[]): Member[] | Refusal {
  const found = new Set<Member>();
  for (const username of usernames) {
    const person = current(model, org, username);
    if (person === undefined) {
      return model.accounts.some(isSame(username)) ? "USER_NOT_IN_ORG" : "USERNAME_NOT_FOUND";
    }
    if (!isMember(person)) return "CANNOT_ADD_PENDING_USER";
    found.add(person);
  }
  return [...found];
}

const create = fc
  .tuple(orgName, teamName, fc.uniqueArray(username, { minLength: 1, maxLength: 2 }))
  .map((chosen) =>
    command("createOrgTeam", chosen, async (model, server) => {
      const [orgName, name, usernames] = chosen;
      const org = orgOf(model, orgName);
      let team: Team | undefined;
      const hasChanged = await ask(
        server,
        org,
        { method: "POST", path: pathOf(org), body: { name, usernames } },
        ({ id }) => {
          const members = named(model, org, usernames);
          if (typeof members === "string") return members;
          if (org.teams.some((other) => other.name === name)) return "TEAM_NAME_NOT_AVAILABLE";
          team = { id: learn(model, id), name, groupRoles: {} };
          org.teams.push(team);
          for (const member of members) member.teamIds = [...member.teamIds, id];
          return { team, members };
        },
        ({ team, members }) => ({
          ...shownTeam(server.world.url, org, team),
          usernames: members.map(({ account }) => account.username),
        }),
      );
      return hasChanged && { org, team };
    }),
  );

const shownTeam = (url: string, org: Org, { id, name }: Team) => ({
  id,
  links: [{ href: `${url}${pathOf(org)}/${id}`, rel: "self" }],
  name,
});

const rename = fc.tuple(orgName, choice, teamName).map((chosen) =>
  command("renameOrgTeam", chosen, async (model, server) => {
    const [orgName, chosenTeam, name] = chosen;
    const org = orgOf(model, orgName);
    const id = teamId(model, org, chosenTeam);
    const hasChanged = await ask(
      server,
      org,
      { method: "PATCH", path: `${pathOf(org)}/${id}`, body: { name } },
      () => {
        const team = findTeam(org, id);
        if (team === undefined) return "TEAM_NOT_FOUND";
        if (org.teams.some((other) => other !== team && other.name === name))
          return "TEAM_NAME_NOT_AVAILABLE";
        return Object.assign(team, { name });
      },
      (team) => shownTeam(server.world.url, org, team),
    );
    return hasChanged && { org };
  }),
);

const remove = fc.tuple(orgName, choice).map((chosen) =>
  command("deleteOrgTeam", chosen, async (model, server) => {
    const [name, chosenTeam] = chosen;
    const org = orgOf(model, name);
    const id = teamId(model, org, chosenTeam);
    const hasChanged = await ask(
      server,
      org,
      { method: "DELETE", path: `${pathOf(org)}/${id}` },
      () => {
        const team = findTeam(org, id);
        if (team === undefined) return "TEAM_NOT_FOUND";
        if (Object.keys(team.groupRoles).length > 0) return "CANNOT_DELETE_TEAM_ASSIGNED_TO_PROJECT";
        org.teams.splice(org.teams.indexOf(team), 1);
        for (const holder of [...org.members, ...org.invites.filter(isOrgInvite)]) {
          holder.teamIds = without(holder.teamIds, id);
        }
        return team;
      },
      nothing,
    );
    return hasChanged && { org };
  }),
);

function join(person: Person, team: Team): Person | Refusal {
  if (person.teamIds.includes(team.id)) return "USER_ALREADY_IN_TEAM";
  person.teamIds = [...person.teamIds, team.id];
  return person;
}

function leave(person: Person, team: Team): Person | Refusal {
  if (!person.teamIds.includes(team.id)) return "USER_NOT_IN_TEAM";
  person.teamIds = without(person.teamIds, team.id);
  return person;
}

const changeUser = fc
  .tuple(
    fc.constantFrom("addUser" as const, "addUser" as const, "removeUser" as const),
    orgName,
    choice,
    username,
  )
  .map(([verb, name, chosenTeam, username]) =>
    command(`${verb} in team`, [name, chosenTeam, username], async (model, server) => {
      const org = orgOf(model, name);
      const id = teamId(model, org, chosenTeam);
      const body = { id: userId(model, org, username) };
      const team = findTeam(org, id);
      const hasChanged = await ask(
        server,
        org,
        { method: "POST", path: `${pathOf(org)}/${id}:${verb}`, body },
        () => {
          if (team === undefined) return "TEAM_NOT_FOUND";
          return change(model, org, body.id, (person) => (verb === "addUser" ? join : leave)(person, team));
        },
        (person) => shownOrgUser(model, org, person),
      );
      return hasChanged && { org, team };
    }),
  );

const addOlder = fc.tuple(orgName, choice, fc.array(username, { minLength: 1, maxLength: 2 })).map((chosen) =>
  command("addOrgTeamUsers", chosen, async (model, server) => {
    const [name, chosenTeam, usernames] = chosen;
    const org = orgOf(model, name);
    const id = teamId(model, org, chosenTeam);
    const team = findTeam(org, id);
    const userIds = [...new Set(usernames.map((username) => userId(model, org, username)))];
    const add = (team: Team, userId: string) =>
      change(model, org, userId, (person) => {
        if (!isMember(person)) return "CANNOT_ADD_PENDING_USER";
        return person.teamIds.includes(team.id) ? "USER_ALREADY_IN_TEAM" : person;
      });
    const hasChanged = await ask(
      server,
      org,
      { method: "POST", path: `${pathOf(org)}/${id}/users`, body: userIds.map((id) => ({ id })) },
      () => {
        if (team === undefined) return "TEAM_NOT_FOUND";
        // All or none: nobody joins before everybody may.
        for (const userId of userIds) {
          const answer = add(team, userId);
          if (typeof answer === "string") return answer;
        }
        for (const userId of userIds) change(model, org, userId, (person) => join(person, team));
        return [...org.members].filter(({ teamIds }) => teamIds.includes(team.id));
      },
      (members) => members.map(({ account }) => account.id).sort(),
      ({ results }) => results.map((user: { id: string }) => user.id).sort(),
    );
    return hasChanged && { org, team };
  }),
);

const removeOlder = fc.tuple(orgName, choice, username).map((chosen) =>
  command("removeOrgTeamUserFromTeam", chosen, async (model, server) => {
    const [name, chosenTeam, username] = chosen;
    const org = orgOf(model, name);
    const id = teamId(model, org, chosenTeam);
    const team = findTeam(org, id);
    const user = userId(model, org, username);
    const hasChanged = await ask(
      server,
      org,
      { method: "DELETE", path: `${pathOf(org)}/${id}/users/${user}` },
      () => {
        if (team === undefined) return "TEAM_NOT_FOUND";
        return change(model, org, user, (person) => leave(person, team), { active: true });
      },
      nothing,
    );
    return hasChanged && { org, team };
  }),
);

/** More often what gives the others something to do. */
export const teamCommands = [
  ...[create, create, create, rename, remove],
  ...[changeUser, changeUser, addOlder, removeOlder],
];
