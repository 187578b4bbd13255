// The changes to one person of the list, each with its result. Giving roles removes none, and taking roles leaves at least one.
import { Refusal } from "../client.ts";
import type { Form, Visit } from "../page.ts";
import type { Scope } from "../scope.ts";
import { chosenIn, giveRolesInGroup, lastTaken } from "./group-roles.ts";
import type { Person } from "./people-powers.ts";

export const acts = ["roles", "add", "take", "team", "resend", "end"] as const;
export type Act = (typeof acts)[number];

type Deed = (visit: Visit, scope: Scope, person: Person, form: Form) => Promise<string | undefined>;

export const isMe = ({ person: visitor }: Pick<Visit, "person">, { userId }: Person): boolean =>
  userId !== null && userId === visitor?.id;

const idsOf = ({ userId, roles, state, invites }: Person): string[] => [
  ...(userId !== null && (state !== "ACTIVE" || roles.length > 0) ? [userId] : []),
  ...invites.flatMap((invite) => invite.userId ?? []),
];

/** Returns the ids under which the API knows a person, active or invited, with the roles of each. */
const usersOf = ({ userId, roles, invites }: Person) => [
  ...(userId === null ? [] : [{ userId, roles }]),
  ...invites.flatMap((invite) => (invite.userId === null ? [] : [{ ...invite, userId: invite.userId }])),
];

const alone = (scope: Scope, { invites }: Person) =>
  scope.kind === "org" ? [] : invites.filter(({ way }) => way === "alone");

async function amend({ api }: Visit, { id: groupId }: Scope, invitationId: string, roles: readonly string[]) {
  await api("updateGroupInviteById", { groupId, invitationId, body: { roles } });
}

const refuse = (detail: string) => new Refusal(400, { detail }, undefined);

const named = ({ words }: Visit, roles: readonly string[]) => roles.map(words.shortRole).join(", ");

async function give(
  { api }: Visit,
  scope: Scope,
  { userId, roles }: Held,
  person: Person,
  more: readonly string[],
) {
  if (scope.kind === "org") {
    for (const orgRole of more) await api("addOrgUserRole", { ...scope.at, userId, body: { orgRole } });
  } else if (roles.length === 0) {
    await api("addGroupUsers", { ...scope.at, body: { username: person.username, roles: [...more] } });
  } else {
    for (const groupRole of more) await api("addGroupUserRole", { ...scope.at, userId, body: { groupRole } });
  }
}

type Held = Pick<ReturnType<typeof usersOf>[number], "userId" | "roles">;

export const deeds: Readonly<Record<Act, Deed>> = {
  async roles(visit, scope, person, form) {
    const { api } = visit;
    const roles = chosenIn(visit, form);
    for (const userId of idsOf(person)) {
      if (scope.kind === "org") {
        await api("updateOrgUser", { ...scope.at, userId, body: { roles: { orgRoles: roles } } });
      } else await giveRolesInGroup({ api }, { ...scope.at, userId }, roles);
    }
    for (const { id } of alone(scope, person)) await amend(visit, scope, id, roles);
    return undefined;
  },

  async add(visit, scope, person, form) {
    const chosen = chosenIn(visit, form);
    const { change } = visit.words.people;
    const given = new Set<string>();
    const missing = ({ roles }: Pick<Held, "roles">) => {
      const held: readonly string[] = roles;
      const more = chosen.filter((role) => !held.includes(role));
      for (const role of more) given.add(role);
      return more;
    };
    for (const user of usersOf(person)) await give(visit, scope, user, person, missing(user));
    for (const { id, roles } of alone(scope, person)) {
      await amend(visit, scope, id, [...roles, ...missing({ roles })]);
    }
    return given.size === 0 ? change.hadAll : change.given(named(visit, [...given]));
  },

  async take(visit, scope, person, form) {
    const { api, words } = visit;
    const { change } = words.people;
    const chosen = chosenIn(visit, form);
    const holders = [...usersOf(person), ...alone(scope, person)];
    const taken = chosen.filter((role) => holders.some(({ roles }) => roles.some((held) => held === role)));
    if (taken.length === 0) return change.hadNone;
    // The check is before the removals: a person who would keep no role loses none.
    if (holders.some(({ roles }) => roles.length > 0 && roles.every((role) => taken.includes(role)))) {
      throw refuse(change.lastRole);
    }
    for (const { userId, roles } of usersOf(person)) {
      for (const role of lastTaken(roles.filter((held) => taken.includes(held)))) {
        if (scope.kind === "org") {
          await api("removeOrgUserRole", { ...scope.at, userId, body: { orgRole: role } });
        } else {
          await api("removeGroupUserRole", { ...scope.at, userId, body: { groupRole: role } });
        }
      }
    }
    for (const { id, roles } of alone(scope, person)) {
      await amend(
        visit,
        scope,
        id,
        roles.filter((role) => !taken.includes(role)),
      );
    }
    return change.taken(named(visit, taken));
  },

  async team({ api, words }, scope, person, form) {
    const { change } = words.people;
    if (scope.kind !== "org" || form.all("teams").length === 0) throw refuse(change.chooseTeam);
    const teams = form.all("teams").filter((teamId) => !person.teams.some(({ id }) => id === teamId));
    for (const teamId of teams) {
      for (const { userId: id } of usersOf(person)) {
        await api("addOrgTeamUser", { ...scope.at, teamId, body: { id } });
      }
    }
    return teams.length === 0 ? change.wasIn : change.joined(teams.length);
  },

  async resend({ perform }, _scope, { invites }) {
    for (const { id } of invites) await perform("resendInvitation", { invitationId: id });
    return undefined;
  },

  async end(visit, scope, person, form) {
    const { api, words } = visit;
    const { change } = words.people;
    if (isMe(visit, person) && form.text("self") === "") {
      if (form.all("who").length === 1) throw refuse(change.selfAsked);
      return change.selfKept;
    }
    for (const userId of idsOf(person)) {
      await api(scope.pick("removeOrgUser", "removeGroupUser"), { ...scope.at, userId });
    }
    for (const { id } of alone(scope, person)) {
      await api("deleteGroupInvite", { groupId: scope.id, invitationId: id });
    }
    return undefined;
  },
};
