// Teams: made, renamed and deleted, and who is in them.
import fc from "fast-check";
import { choice, inOrg, nothing, teamId, userId, username } from "./command.ts";
import {
  current,
  isMember,
  isOrgInvite,
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
    if (person === undefined) return "USERNAME_NOT_FOUND";
    if (!isMember(person)) return "CANNOT_ADD_PENDING_USER";
    found.add(person);
  }
  return [...found];
}

const shownTeam = (url: string, org: Org, { id, name }: Team) => ({
  id,
  links: [{ href: `${url}${pathOf(org)}/${id}`, rel: "self" }],
  name,
});

const someNames = fc.uniqueArray(username, { minLength: 1, maxLength: 2 });

const create = inOrg("createOrgTeam", [teamName, someNames], ({ model, server, org }, name, usernames) => {
  let team: Team | undefined;
  return {
    body: { name, usernames },
    decide({ id }) {
      const members = named(model, org, usernames);
      if (typeof members === "string") return members;
      if (org.teams.some((other) => other.name === name)) return "TEAM_NAME_NOT_AVAILABLE";
      team = { id: learn(model, id), name, groupRoles: {} };
      org.teams.push(team);
      for (const member of members) member.teamIds = [...member.teamIds, id];
      return { team, members };
    },
    show: ({ team, members }) => ({
      ...shownTeam(server.world.url, org, team),
      usernames: members.map(({ account }) => account.username),
    }),
    team: () => team,
  };
});

const rename = inOrg("renameOrgTeam", [choice, teamName], ({ model, server, org }, chosen, name) => {
  const id = teamId(model, org, chosen);
  return {
    params: { teamId: id },
    body: { name },
    decide() {
      const team = findTeam(org, id);
      if (team === undefined) return "TEAM_NOT_FOUND";
      if (org.teams.some((other) => other !== team && other.name === name)) return "TEAM_NAME_NOT_AVAILABLE";
      return Object.assign(team, { name });
    },
    show: (team: Team) => shownTeam(server.world.url, org, team),
  };
});

const remove = inOrg("deleteOrgTeam", [choice], ({ model, org }, chosen) => {
  const id = teamId(model, org, chosen);
  return {
    params: { teamId: id },
    decide() {
      const team = findTeam(org, id);
      if (team === undefined) return "RESOURCE_NOT_FOUND";
      if (Object.keys(team.groupRoles).length > 0) return "CANNOT_DELETE_TEAM_ASSIGNED_TO_PROJECT";
      org.teams.splice(org.teams.indexOf(team), 1);
      for (const holder of [...org.members, ...org.invites.filter(isOrgInvite)]) {
        holder.teamIds = without(holder.teamIds, id);
      }
      return team;
    },
    show: nothing,
  };
});

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

const moving = (operationId: "addOrgTeamUser" | "removeOrgTeamUser", move: typeof join) =>
  inOrg(operationId, [choice, username], ({ model, org }, chosen, username) => {
    const id = teamId(model, org, chosen);
    const body = { id: userId(model, org, username) };
    const team = findTeam(org, id);
    return {
      params: { teamId: id },
      body,
      decide() {
        if (team === undefined) return "TEAM_NOT_FOUND";
        return change(model, org, body.id, (person) => move(person, team));
      },
      show: (person: Person) => shownOrgUser(model, org, person),
      team: () => team,
    };
  });
const [add, removeUser] = [moving("addOrgTeamUser", join), moving("removeOrgTeamUser", leave)];
const changeUser = fc.oneof(add, add, removeUser);

const addOlder = inOrg(
  "addOrgTeamUsers",
  [choice, fc.array(username, { minLength: 1, maxLength: 2 })],
  ({ model, org }, chosen, usernames) => {
    const id = teamId(model, org, chosen);
    const team = findTeam(org, id);
    const userIds = [...new Set(usernames.map((username) => userId(model, org, username)))];
    const add = (team: Team, userId: string) =>
      change(model, org, userId, (person) => {
        if (!isMember(person)) return "CANNOT_ADD_PENDING_USER";
        return person.teamIds.includes(team.id) ? "USER_ALREADY_IN_TEAM" : person;
      });
    return {
      params: { teamId: id },
      body: userIds.map((id) => ({ id })),
      decide() {
        if (team === undefined) return "TEAM_NOT_FOUND";
        // All or none: every one is checked before the first joins.
        for (const userId of userIds) {
          const answer = add(team, userId);
          if (typeof answer === "string") return answer;
        }
        for (const userId of userIds) change(model, org, userId, (person) => join(person, team));
        return [...org.members].filter(({ teamIds }) => teamIds.includes(team.id));
      },
      show: (members: Member[]) => members.map(({ account }) => account.id).sort(),
      read: ({ results }) => results.map((user: { id: string }) => user.id).sort(),
      team: () => team,
    };
  },
);

const removeOlder = inOrg(
  "removeOrgTeamUserFromTeam",
  [choice, username],
  ({ model, org }, chosen, username) => {
    const id = teamId(model, org, chosen);
    const team = findTeam(org, id);
    const user = userId(model, org, username);
    return {
      params: { teamId: id, userId: user },
      decide() {
        if (team === undefined) return "TEAM_NOT_FOUND";
        const inTeam = [...org.members].filter(({ teamIds }) => teamIds.includes(team.id));
        const leaveUnlessLast = (person: Person) =>
          inTeam.length === 1 && inTeam[0] === person
            ? "CANNOT_REMOVE_LAST_USER_FROM_TEAM"
            : leave(person, team);
        return change(model, org, user, leaveUnlessLast, { active: true });
      },
      show: nothing,
      team: () => team,
    };
  },
);

/** The commands; those that give the others something to do are drawn more often. */
export const teamCommands = [
  create,
  create,
  create,
  rename,
  remove,
  changeUser,
  changeUser,
  addOlder,
  removeOlder,
];
