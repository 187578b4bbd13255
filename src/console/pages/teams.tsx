// The teams of an organization, and those with roles in a project.
import { team as holderOf } from "../../core/domain/access-history.ts";
import { takeEach } from "../bulk-action.tsx";
import { doneAt } from "../flash.ts";
import { addressesIn } from "../inviting.tsx";
import { Area, Choice, Field, type Named, optionOf } from "../kit/fields.tsx";
import { isAbove, type Offered, offeredIn, RolePicker } from "../kit/giving.tsx";
import { Chips } from "../kit/list.tsx";
import { type Actions, collection, roleFilter } from "../kit/listing.tsx";
import { type Column, countColumn, idColumn } from "../kit/row-table.tsx";
import { SheetForm } from "../kit/sheet.tsx";
import { useVisit } from "../kit/visit.ts";
import type { Visit } from "../page.ts";
import { unlessRefused } from "../refusals.ts";
import { type GroupScope, type Here, read, type Scope, scopedPages } from "../scope.ts";
import type { Words } from "../words/words.ts";
import { type ProjectRoles, projectRolesIn, textsOf } from "./project-roles.ts";

/** A team. For people who belong only to the project, and cannot read names of teams, the name is the id. */
interface Team extends Named {
  readonly roles: readonly string[];
  /** The number of members, in an organization. */
  readonly people: number;
  readonly groups: number;
  /** The roles in projects that the visitor may see, in an organization. */
  readonly held: readonly ProjectRoles[];
}

type Calls = Pick<Visit, "api" | "perform">;

/** Lists all teams of an organization; none if the visitor may not read them. */
export async function teamsOf({ api }: Calls, orgId: string | undefined): Promise<Named[]> {
  if (orgId === undefined) return [];
  const found = await api("listOrgTeams", { orgId, itemsPerPage: 500 }).catch(
    unlessRefused("USER_CANNOT_ACCESS_ORG", "USER_UNAUTHORIZED"),
  );
  return (found?.results ?? []).map(({ id = "", name = "" }) => ({ id, name }));
}

/** Lists the teams that the page of a scope shows; a project has a hundred at most. */
async function listTeams({ api, perform }: Calls, scope: Scope, named: readonly Named[]): Promise<Team[]> {
  const none = { roles: [], people: 0, groups: 0, held: [] };
  if (scope.kind === "org") {
    const counts = await perform("listOrgTeamCounts", scope.at);
    const heldBy = await projectRolesIn({ perform }, scope.id);
    return named.map((team) => ({
      ...none,
      ...team,
      ...counts.find(({ id }) => id === team.id),
      held: heldBy.get(holderOf(team.id)) ?? [],
    }));
  }
  const { results = [] } = await api("listGroupTeams", { ...scope.at, itemsPerPage: 100 });
  return results.map(({ teamId: id, roleNames: roles }) => ({ ...none, id, name: nameIn(named, id), roles }));
}

export const nameIn = (teams: readonly Named[], teamId: string): string =>
  teams.find(({ id }) => id === teamId)?.name ?? teamId;

export async function nameOfTeam(visit: Visit, scope: GroupScope, teamId: string): Promise<string> {
  const { places } = await read(visit, scope);
  return nameIn(await teamsOf(visit, places.org?.id), teamId);
}

export const [orgTeams, groupTeams] = scopedPages("/teams", {
  performs: { org: ["createOrgTeam", "deleteOrgTeam"], group: ["addGroupTeams", "removeGroupTeam"] },
  async show(visit, here) {
    const { teams } = visit.words;
    const { may, kind } = here;
    const named = await teamsOf(visit, here.places.org?.id);
    const offered = kind === "group" ? await offeredIn(visit, here.at) : [];
    return collection<Team>(here, {
      heading: here.pick(teams.ofOrg, teams.ofGroup),
      create:
        kind === "org"
          ? may("createOrgTeam") && <CreateTeam />
          : may("addGroupTeams") && <AddTeam teams={named} offered={offered} />,
      done: teams.done,
      all: await listTeams(visit, here, named),
      idOf: ({ id }) => id,
      nameOf: ({ name }) => name,
      texts: ({ id, name }) => [name, id],
      columns: columnsOf(visit.words, here),
      filters: kind === "org" ? [] : [roleFilter(visit, here, ({ roles }) => roles)],
      actions: actionsOf(visit, here, offered),
      empty: here.pick(teams.none, teams.noneInGroup),
      total: teams.total,
    });
  },
  orgForms: {
    async create({ api }, form, { root, at }) {
      const body = { name: form.text("name"), usernames: addressesIn(form.text("usernames")) };
      const { id } = await api("createOrgTeam", { ...at, body });
      return { to: `${root}/teams/${id}?done=created` };
    },
    async delete(visit, form, scope) {
      const rows = await teamsOf(visit, scope.id);
      const take = (teamId: string) => visit.api("deleteOrgTeam", { ...scope.at, teamId });
      return takeEach(visit, form, { scope, rows, take, done: "deleted" });
    },
  },
  groupForms: {
    async add(visit, form, scope) {
      const teamId = form.text("teamId");
      const body = [{ teamId, roleNames: form.all("roles") }];
      await visit.api("addGroupTeams", { ...scope.at, body });
      return doneAt(`${scope.root}/teams`, "added", await nameOfTeam(visit, scope, teamId));
    },
    async remove(visit, form, scope) {
      const { places } = await read(visit, scope);
      const rows = await teamsOf(visit, places.org?.id);
      const take = (teamId: string) => visit.api("removeGroupTeam", { ...scope.at, teamId });
      return takeEach(visit, form, { scope, rows, take, done: "removed" });
    },
  },
});

function columnsOf(words: Words, { kind, places: { org } }: Here): readonly Column<Team>[] {
  const { teams, layout } = words;
  const name: Column<Team> = {
    head: teams.team,
    by: "name",
    value: (team) => team.name,
    cell: (team) =>
      org ? <a href={`/orgs/${org.id}/teams/${team.id}`}>{team.name}</a> : <span>{team.name}</span>,
  };
  if (kind === "group") {
    const chips = ({ roles }: Team) => <Chips labels={roles.map(words.shortRole)} />;
    return [name, { head: layout.roles, class: "c-half", cell: chips }];
  }
  return [
    name,
    countColumn(layout.people, "people", (team) => team.people, "c-num"),
    {
      head: words.credentials.otherRoles,
      by: "projects",
      value: ({ groups }) => groups,
      class: "c-held",
      cell: ({ groups, held }) => <Chips labels={givenTexts(words, groups, held)} />,
    },
    idColumn("c-code wide-only"),
  ];
}

/** Returns in words what a team gives in projects; counts the projects that the visitor may not see. */
function givenTexts(words: Words, groups: number, held: readonly ProjectRoles[]): string[] {
  const unseen = groups - held.length;
  return [...textsOf(words, held), ...(unseen > 0 ? [words.teams.unseen(unseen)] : [])];
}

function actionsOf({ words }: Visit, { kind, root, may }: Here, offered: Offered): Actions<Team> {
  const { teams, people, layout } = words;
  const href = ({ id }: Team) => `${root}/teams/${id}`;
  if (kind === "org") {
    return [
      { label: layout.open, href },
      may("deleteOrgTeam") && {
        label: layout.delete,
        form: "delete",
        confirm: ({ name }) => teams.confirmDelete(name),
        says: ({ name }) => `${teams.delete}: ${name}`,
        several: teams.deleteSelected,
      },
    ];
  }
  return [
    may("updateGroupTeam") && { label: people.edit, href, says: ({ name }) => people.editOf(name) },
    may("removeGroupTeam") && {
      label: layout.remove,
      form: "remove",
      confirm: ({ name }) => teams.removeConfirm(name),
      says: ({ name }) => teams.removeFromGroup(name),
      several: teams.removeSelected,
      when: ({ roles }) => !isAbove(offered, roles),
    },
  ];
}

function CreateTeam() {
  const { teams, layout } = useVisit().words;
  const { create, usernamesHint } = teams;
  return (
    <SheetForm name="create" title={create} isPrimary>
      <Field name="name" label={layout.name} maxLength={64} required />
      <Area label={layout.people} name="usernames" hint={usernamesHint} />
    </SheetForm>
  );
}

/** The form that adds a team to a project. The API refuses a team that is in the project already. */
function AddTeam({ teams, offered }: { readonly teams: readonly Named[]; readonly offered: Offered }) {
  const { words } = useVisit();
  const { team, addToGroup, noTeams } = words.teams;
  const instead = teams.length === 0 ? noTeams : undefined;
  return (
    <SheetForm name="add" title={addToGroup} isPrimary submit={words.layout.add} instead={instead}>
      <Choice label={team} name="teamId" options={teams.map(optionOf)} />
      <RolePicker of="group" legend={words.layout.roles} offered={offered} chosen={["GROUP_READ_ONLY"]} />
    </SheetForm>
  );
}
